"""The only writer of search entries: takes editions apart into what they are found by.

`windows` makes an entry with an edition and takes it away with the window, in one transaction with them.
"""

from django.conf import settings

from articles.models import SearchEntry
from articles.text.words import forms, stems

from . import usual
from .entry_keys import free_keys
from .telling import small_stems, telling

UNLIKENED = "u_ "  # begins the keys of an entry whose likenesses are still to be worked out
_BATCH = 200  # entries that are written in one statement
_LONGEST = 30_000  # words of a body that are kept: a tsvector holds a megabyte


def enlist(edition, *, tags, authors):
    """Let an edition be found from its window on. `tags` and `authors`: keys."""
    enlist_many([(edition, tags, authors)], custom=usual.of_entries())


def enlist_many(editions, *, custom, likened=True):
    """Let (edition, tags, authors) be found, in statements that do not grow with them. `custom`: a `usual.Usual`.

    `likened`: the caller works out at once which stories they are like; else the entries say that it is to be done.
    """
    keys = free_keys([edition for edition, _, _ in editions])
    SearchEntry.objects.bulk_create(
        [taken_apart(*told, custom=custom, key=key, likened=likened) for key, told in zip(keys, editions, strict=True)],
        batch_size=_BATCH,
    )


def taken_apart(edition, tags, authors, *, custom, key=None, likened=True):
    """The entry of an edition, not written."""
    language = settings.LANGUAGE_CODE
    head, body = stems(edition.headline, language), stems(edition.body_text, language)[:_LONGEST]
    names = [each["name"] for each in edition.bylines]
    short = stems(_in_short(edition), language)
    about = telling(head, short, body, custom, small=small_stems(edition.language, language))
    return SearchEntry(
        id=key,
        edition=edition,
        published_at=edition.published_at,
        live_from=edition.live_from,
        live_until=edition.live_until,
        keys=("" if likened else UNLIKENED) + " ".join(_keys(edition, head, about, tags, authors)),
        head=" ".join(head),
        lead=" ".join([*short, *stems("\n".join(names), language)]),
        body=" ".join(body),
    )


def _in_short(edition):
    """What says in short what a story is about."""
    return "\n".join([edition.standfirst, edition.kicker, edition.dateline, *(tag["name"] for tag in edition.tags)])


def _keys(edition, head, about, tags, authors):
    """What it is about stands last, behind a bare m_, the most telling first."""
    marked = {"k": [edition.kind], "t": tags, "a": authors, "h": head, "f": forms(edition.headline), "e": [""]}
    marked |= {"s": [edition.section_id] if edition.section_id else [], "m": ["", *about]}
    return dict.fromkeys(f"{mark}_{word}" for mark, words in marked.items() for word in words)
