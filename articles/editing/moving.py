"""From stage to stage, into the bin and out of it."""

from django.db import transaction
from django.utils import timezone

from articles import permissions, record, stages, windows
from articles.models import Article, Transition

from .refusals import Refused

Action, Stage = Transition.Action, Article.Stage


def move(article, *, to, by, note=""):
    """Move a story to another stage. Refused: no-move, note-needed (by a person), with-readers (a spike), killed."""
    ways = stages.between(article.stage, to)
    if not ways:
        _refuse_moved(article)
    if by is not None and not note.strip() and not any(_goes_without_note(way, by, article) for way in ways):
        label = next(way.label for way in ways if way.note_needed)
        raise Refused(f"“{label}” needs a note. Say what is to be done, then press it again.", code="note-needed")
    with transaction.atomic():
        if not _held(article).exclude(stage=to).update(stage=to):
            _refuse_moved(article)
        if to == Stage.SPIKED:
            _refuse_with_readers(article)
        _refuse_killed(article)
        record.keep(article, Action.MOVED, by=by, before=article.stage, after=to, note=note)
    article.stage = to


def bin_story(article, *, by, note=""):
    """Put a draft that never had an edition into the bin. Refused: no-move, with-readers."""
    now = timezone.now()
    with transaction.atomic():
        if not _held(article).update(binned_at=now):
            _refuse_moved(article)
        if article.editions.exists():
            raise Refused("A story that had an edition is not thrown away. Spike it or kill it.", code="with-readers")
        record.keep(article, Action.BINNED, by=by, note=note)
    article.binned_at = now


def unbin_story(article, *, by, note=""):
    """Take a story out of the bin, to where it stood. Refused: not-binned."""
    with transaction.atomic():
        if not Article.objects.filter(pk=article.pk).exclude(binned_at=None).update(binned_at=None):
            raise Refused(f"“{article.headline}” is not in the bin any more.", code="not-binned")
        record.keep(article, Action.UNBINNED, by=by, note=note)
    article.binned_at = None


def _goes_without_note(way, by, article):
    return not way.note_needed and (not way.only_owners or permissions.is_own(by, article))


def _held(article):
    """The story's row if nobody has moved it meanwhile."""
    return Article.objects.filter(pk=article.pk, stage=article.stage, binned_at=None)


def _refuse_moved(article):
    raise Refused(f"“{article.headline}” is not there to be moved any more. Reload the page.", code="no-move")


def _refuse_killed(article):
    if Article.objects.killed().filter(pk=article.pk).exists():
        raise Refused("This story was killed. A managing editor can bring it back.", code="killed")


def _refuse_with_readers(article):
    if windows.still_open(article):
        raise Refused(
            "Readers see this story, or will. Unpublish it, kill it or cancel its schedule first.", code="with-readers"
        )
