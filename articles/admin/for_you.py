"""What others did in the last two days with somebody's stories, and what they said about it."""

from datetime import timedelta

from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from articles import permissions
from articles.models import Article, Transition

Action, Stage = Transition.Action, Article.Stage
LATELY = timedelta(days=2)
WORDS = {
    Action.MOVED: "sent it back",
    Action.CANCELED: "canceled its schedule",
    Action.UNPUBLISHED: "took it off the site",
    Action.KILLED: "killed it",
    Action.CORRECTED: "published a correction",
}


def rows(user, seen, most):
    """The newest entries of the record, each with `words`: what was done by whoever did it."""
    told = Transition.objects.filter(_news(), _concerning(user), at__gte=timezone.now() - LATELY)
    told = told.filter(article__in=seen.order_by().values("pk")).exclude(by=user)
    told = list(told.select_related("article").defer("article__body", "article__findings")[:most])
    for row in told:
        row.words, row.said = WORDS[row.action], _said(user, row)
    return told


def _said(user, row):
    """The note; why a story was taken from readers is for those alone who may read it in the ledger."""
    withdrawn = row.action in (Action.UNPUBLISHED, Action.KILLED)
    return row.note if permissions.may_see_withdrawals(user) or not withdrawn else ""


def _news():
    """Sent back is the one move that waits for somebody; the others are told by the stage itself."""
    back = Q(action=Action.MOVED, after=Stage.DRAFT, before__in=(Stage.REVIEW, Stage.READY))
    return back | Q(action__in=[action for action in WORDS if action != Action.MOVED])


def _concerning(user):
    scheduled = Transition.objects.filter(article=OuterRef("article"), action=Action.SCHEDULED, by=user)
    return Q(article__created_by=user) | Q(article__assignee=user) | Q(Exists(scheduled))
