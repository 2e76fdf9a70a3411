"""Makes what search knows of the paper anew: all of it, or what an earlier release has not made."""

from django.db import transaction
from django.db.models import Q, Value
from django.db.models.functions import Replace
from django.utils import timezone

from articles.models import Edition, Likeness, SearchEntry

from . import usual
from .entries import UNLIKENED, enlist_many
from .likeness import liken

_BATCH = 200  # editions that are taken apart in one transaction
_FEW = 10  # that are likened in one: each asks the index several times while others wait to write


def rebuild(*, only_missing=False, step=lambda: None):
    """Make the entries of all that readers see or will see anew, or only those that are missing; return how many.

    A batch is one transaction that holds its editions: what is published or killed meanwhile waits a moment for it.
    When all are there, it is told which stories are like which; what is stopped before is taken up where it stood.
    `step` is called after each batch.
    """
    keys = Edition.objects.open_after(timezone.now()).order_by("pk").values_list("pk", flat=True)
    keys = list(keys.filter(_unfinished()) if only_missing else keys)
    SearchEntry.objects.filter(live_until__lte=timezone.now()).delete()
    Likeness.objects.filter(edition__live_until__lte=timezone.now()).delete()
    custom, made = usual.of_texts() if keys else None, 0
    for batch in _batches(keys, _BATCH):
        made += _made_anew(batch, custom)
        step()
    for batch in _batches(keys, _FEW):
        _likened_anew(batch)
        step()
    return made


def _batches(keys, many):
    return [keys[start : start + many] for start in range(0, len(keys), many)]


def _unfinished():
    """Without an entry, or with one that does not say what the story is about, or is not likened yet."""
    about = Q(search_row__keys__contains=" m_")
    return Q(search_row=None) | ~about | Q(search_row__keys__startswith=UNLIKENED)


@transaction.atomic
def _made_anew(keys, custom):
    editions = _held(keys)
    SearchEntry.objects.filter(edition__in=keys).delete()
    enlist_many([(edition, _tags(edition), _authors(edition)) for edition in editions], custom=custom, likened=False)
    return len(editions)


@transaction.atomic
def _likened_anew(keys):
    editions = _held(keys)
    Likeness.objects.filter(edition__in=keys).delete()
    for edition in editions:
        liken(edition)
    told = SearchEntry.objects.filter(edition__in=keys, keys__startswith=UNLIKENED)
    told.update(keys=Replace("keys", Value(UNLIKENED), Value("")))


def _held(keys):
    held = Edition.objects.open_after(timezone.now()).filter(pk__in=keys).order_by("pk").select_for_update(no_key=True)
    return list(held.prefetch_related("tag_rows", "byline_rows"))


def _tags(edition):
    return [row.tag_id for row in edition.tag_rows.all()]


def _authors(edition):
    return [row.author_id for row in edition.byline_rows.all()]
