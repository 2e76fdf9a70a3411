"""The chained ledgers: editions of a story, corrections, withdrawals. `append` writes an entry, `verify` proves all.

Whoever changes, removes or slips in an entry past the writers breaks the chain, or what an edition or the record of the
desk says of it. The chains have no key: somebody who may write to the database and works out every later digest and
every row that names an entry is not found out; a copy of the newest digests, kept elsewhere, tells. Not chained are the
ends of windows, the lists, the revisions and the record itself; of those, a killed story that is open again is noticed.
"""

import hashlib
import json
from datetime import UTC

from django.core.serializers.json import DjangoJSONEncoder
from django.db import IntegrityError
from django.db.models import Count
from django.utils import timezone

from articles import record
from articles.freezing import digest as digest_of_edition
from articles.models import Article, Correction, Edition, Transition, Withdrawal

CHAINED = (Correction, Withdrawal)
_WITHDRAWING = (Transition.Action.UNPUBLISHED, Transition.Action.KILLED, Transition.Action.REVIVED)
_PUBLISHING = (Transition.Action.PUBLISHED, Transition.Action.SCHEDULED)
_NOT_DIGESTED = {"id", "digest", "by"}


def next_number(model):
    return (model.objects.order_by("-number").values_list("number", flat=True).first() or 0) + 1


def append(entry, *, by):
    """Write a correction or withdrawal that has everything but its place in the chain; return it.

    Two who append at once meet in the table's constraint, or find the number taken that an edition has told readers
    already: IntegrityError, and the later one tries again.
    """
    newest, told = type(entry).objects.order_by("-number").first(), entry.number
    entry.number, entry.previous_digest = (newest.number + 1, newest.digest) if newest else (1, "")
    if told not in (None, entry.number):
        raise IntegrityError(f"Number {told} was taken meanwhile.")
    entry.at = (entry.at or timezone.now()).astimezone(UTC)
    entry.by, entry.by_name = by, record.name_of(by)
    entry.digest = digest(entry)
    entry.save(force_insert=True)
    return entry


def digest(entry):
    """A digest of a ledger entry, chained through `previous_digest`; of a correction, also over its edition's."""
    names = [field.attname for field in entry._meta.concrete_fields if field.name not in _NOT_DIGESTED]
    told = {name: getattr(entry, name) for name in names}
    if isinstance(entry, Correction):
        told["edition_digest"] = entry.edition.digest
    return hashlib.sha256(json.dumps(told, sort_keys=True, cls=DjangoJSONEncoder).encode()).hexdigest()


def standing_kill(article):
    """The kill that stands: the story's newest withdrawal, if that is one."""
    newest = max(article.withdrawals.all(), key=lambda withdrawal: withdrawal.number, default=None)
    return newest if newest and newest.is_kill else None


def verify():
    """What does not hold, as sentences, one at a time and in flat memory; nothing if all does."""
    for model in CHAINED:
        yield from _broken_entries(model)
    yield from _broken_editions()
    yield from _corrections_missing()
    yield from _withdrawals_missing()
    yield from _editions_missing()
    yield from _killed_and_open()


def _broken_entries(model):
    name, before, expected = model._meta.verbose_name, "", 1
    entries = model.objects.order_by("number")
    entries = entries.select_related("edition") if model is Correction else entries
    for entry in entries.iterator(chunk_size=500):
        if entry.number != expected:
            yield f"{name} {expected} is missing."
        elif entry.previous_digest != before:
            yield f"{name} {entry.number} does not follow from the one before it."
        if entry.digest != digest(entry):
            yield f"{name} {entry.number} is not what was written."
        before, expected = entry.digest, entry.number + 1


def _broken_editions():
    story, before = None, None
    for edition in Edition.objects.order_by("article_id", "number").iterator(chunk_size=200):
        if edition.article_id != story:
            story, before = edition.article_id, None
        number = before.number + 1 if before else 1
        told = f"edition {edition.number} of story {story}"
        if edition.number != number:
            yield f"edition {number} of story {story} is missing."
        elif edition.previous_digest != (before.digest if before else ""):
            yield f"{told} does not follow from the one before it."
        if edition.digest != digest_of_edition(edition):
            yield f"{told} is not what was published."
        before = edition


def _corrections_missing():
    """What editions say was put right must stand in the ledger, word for word."""
    ledger = {row.number: _told(row.article_id, row.kind, row.wrong, row.right) for row in Correction.objects.all()}
    editions = Edition.objects.exclude(corrections=[]).order_by("article_id", "number")
    for edition in editions.only("corrections", "number", "article_id").iterator(chunk_size=500):
        for said in edition.corrections:
            number = said["number"]
            if ledger.get(number) != _told(edition.article_id, said["kind"], said["wrong"], said["right"]):
                where = f"edition {edition.number} of story {edition.article_id}"
                yield f"correction {number}, which {where} names, is not in the ledger."


def _withdrawals_missing():
    """The record of the desk names every withdrawal too, so the newest cannot be left out either.

    Acts from before this ledger was kept say nobody's name.
    """
    acts = Transition.objects.filter(action__in=_WITHDRAWING).exclude(by_name="")
    for story, number, there in _miscounted(acts, Withdrawal):
        yield f"story {story} was withdrawn or brought back {number} times, the ledger has {there}."


def _editions_missing():
    """The record names every edition as well: the newest one has none after it that would miss it."""
    for story, number, there in _miscounted(Transition.objects.filter(action__in=_PUBLISHING), Edition):
        yield f"story {story} was published or scheduled {number} times, it has {there} editions."


def _miscounted(acts, model):
    """(story, acts in the record, rows of `model`) where the two differ."""
    acts = acts.values_list("article").annotate(Count("pk")).order_by()
    rows = dict(model.objects.values_list("article").annotate(Count("pk")).order_by())
    for story, number in acts.iterator():
        there = rows.pop(story, 0)
        if there != number:
            yield story, number, there
    yield from ((story, 0, there) for story, there in rows.items())


def _killed_and_open():
    """A kill closes all windows of its story, and none is opened before it is lifted."""
    for edition in Edition.objects.open_after(timezone.now()).filter(article__in=Article.objects.killed().values("pk")):
        yield f"edition {edition.number} of story {edition.article_id} is open, though the story was killed."


def _told(*what):
    return what
