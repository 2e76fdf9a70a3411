"""The only writer of search entries: takes editions apart into what they are found by.

`windows` makes an entry with an edition and takes it away with the window, in one transaction with them.
"""

from datetime import UTC, datetime
from itertools import count

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from articles.models import Edition, SearchEntry
from articles.text.words import forms, stems

_BEGIN = datetime(1, 1, 1, tzinfo=UTC)
_LOW = 256  # editions a second with a key of their own
A_DAY = 86_400 * _LOW  # from a key to that of the same time on the next day
_BATCH = 200  # editions that are taken apart in one transaction
_NEAR = 4096  # keys looked through at a time for a free one
_LONGEST = 30_000  # words of a body that are kept: a tsvector holds a megabyte


def enlist(edition, *, tags, authors):
    """Let an edition be found from its window on. `tags` and `authors`: keys."""
    enlist_many([(edition, tags, authors)])


def enlist_many(editions):
    """Let (edition, tags, authors) be found, in statements that do not grow with them."""
    keys = _free_keys([edition for edition, _, _ in editions])
    SearchEntry.objects.bulk_create(
        [_entry(key, *told) for key, told in zip(keys, editions, strict=True)], batch_size=_BATCH
    )


def rebuild(*, only_missing=False, step=lambda: None):
    """Make the entries of all that readers see or will see anew, or only those that are missing; return how many.

    A batch is one transaction that holds its editions: what is published or killed meanwhile waits a moment for it.
    `step` is called after each of them.
    """
    keys = Edition.objects.open_after(timezone.now()).order_by("pk").values_list("pk", flat=True)
    keys = list(keys.filter(search_row=None) if only_missing else keys)
    SearchEntry.objects.filter(live_until__lte=timezone.now()).delete()
    made = 0
    for start in range(0, len(keys), _BATCH):
        made += _made_anew(keys[start : start + _BATCH])
        step()
    return made


@transaction.atomic
def _made_anew(keys):
    held = Edition.objects.open_after(timezone.now()).filter(pk__in=keys).order_by("pk").select_for_update()
    SearchEntry.objects.filter(edition__in=keys).delete()
    editions = list(held.prefetch_related("tag_rows", "byline_rows"))
    enlist_many([(edition, _tags(edition), _authors(edition)) for edition in editions])
    return len(editions)


def _tags(edition):
    return [row.tag_id for row in edition.tag_rows.all()]


def _authors(edition):
    return [row.author_id for row in edition.byline_rows.all()]


def _entry(key, edition, tags, authors):
    language = settings.LANGUAGE_CODE
    head = stems(edition.headline, language)
    return SearchEntry(
        id=key,
        edition=edition,
        published_at=edition.published_at,
        live_from=edition.live_from,
        live_until=edition.live_until,
        keys=" ".join(_keys(edition, head, tags, authors)),
        head=" ".join(head),
        lead=" ".join(stems(_lead(edition), language)),
        body=" ".join(stems(edition.body_text, language)[:_LONGEST]),
    )


def _lead(edition):
    """What says in short what a story is about."""
    names = [each["name"] for each in (*edition.bylines, *edition.tags)]
    return "\n".join([edition.standfirst, edition.kicker, edition.dateline, *names])


def _keys(edition, head, tags, authors):
    marked = {"k": [edition.kind], "t": tags, "a": authors, "h": head, "f": forms(edition.headline), "e": [""]}
    marked["s"] = [edition.section_id] if edition.section_id else []
    return dict.fromkeys(f"{mark}_{word}" for mark, words in marked.items() for word in words)


def _free_keys(editions):
    """A key of its own for each: that of its second, or the next that is free."""
    wanted = [_key(edition) for edition in editions]
    taken, keys = set(SearchEntry.objects.filter(pk__in=wanted).values_list("pk", flat=True)), []
    for key in wanted:
        if key in taken:
            key = _free_after(key, taken)
        taken.add(key)
        keys.append(key)
    return keys


def _key(edition):
    """Rises with the moment of first publication; two of one second differ by what else they are."""
    return first_key(edition.published_at) + edition.pk % _LOW


def first_key(moment):
    """The lowest key that what was first published at `moment` can have."""
    return int((moment - _BEGIN).total_seconds()) * _LOW


def _free_after(key, taken):
    for start in count(key, _NEAR):
        near = range(start, start + _NEAR)
        there = set(SearchEntry.objects.filter(pk__gte=start, pk__lt=near.stop).values_list("pk", flat=True))
        if free := next((each for each in near if each not in there and each not in taken), None):
            return free
