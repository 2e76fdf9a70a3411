"""One timeline of a story: its versions and every act on it, newest first, a page at a time in a few queries."""

from dataclasses import dataclass
from datetime import datetime

from django.core.paginator import Paginator
from django.db.models import F, Value

from articles.models import Correction, Revision, Transition, Withdrawal

from . import entries
from .entries import Entry

PAGE = 50
Action = Transition.Action
PUBLISHING = (
    Action.SCHEDULED,
    Action.CANCELED,
    Action.PUBLISHED,
    Action.ENDED,
    Action.CORRECTED,
    Action.UNPUBLISHED,
    Action.KILLED,
    Action.REVIVED,
)
MOVES = (Action.CREATED, Action.IMPORTED, Action.MOVED, Action.BINNED, Action.UNBINNED)
SHOWN = {"": "All", "versions": "Versions", "publishing": "Publishing", "moves": "Moves"}


@dataclass(frozen=True)
class Row:
    """Either a version or an act."""

    at: datetime
    revision: Revision | None = None
    entry: Entry | None = None
    saved_by: str = ""


def page(article, *, is_told, show, number):
    """A page of rows; `show` is a key of SHOWN. `is_told`: for somebody who may see withdrawals."""
    paged = Paginator(_moments(article, show), PAGE).get_page(number)
    keys = list(paged.object_list)
    versions = _versions(article, [pk for is_version, pk, _ in keys if is_version])
    acts = _acts(article, is_told, [pk for is_version, pk, _ in keys if not is_version])
    paged.object_list = [versions[pk] if is_version else acts[pk] for is_version, pk, _ in keys]
    return paged


def _moments(article, show):
    """(is it a version, key, when) of both tables in one order; a version stands above the act that began it."""
    versions = article.revisions.order_by()
    acts = article.transitions.order_by()
    if show == "versions":
        return _keys(versions, is_version=1, at="created_at").order_by("-moment", "-key")
    if show in ("publishing", "moves"):
        acts = acts.filter(action__in=PUBLISHING if show == "publishing" else MOVES)
        return _keys(acts, is_version=0, at="at").order_by("-moment", "-key")
    both = _keys(versions, is_version=1, at="created_at").union(_keys(acts, is_version=0, at="at"), all=True)
    return both.order_by("-moment", "-is_version", "-key")


def _keys(rows, *, is_version, at):
    told = {"is_version": Value(is_version), "key": F("pk"), "moment": F(at)}
    return rows.annotate(**told).values_list("is_version", "key", "moment")


def _versions(article, keys):
    found = article.revisions.filter(pk__in=keys).select_related("created_by").defer("data")
    return {row.pk: Row(row.created_at, revision=row, saved_by=_saved_by(row)) for row in found}


def _saved_by(revision):
    by = revision.created_by
    if by is None:
        return "import" if revision.origin == Revision.Origin.IMPORTED else "command line"
    return by.get_full_name() or by.get_username()


def _acts(article, is_told, keys):
    acts = article.transitions.filter(pk__in=keys).select_related("by", "edition")
    acts = acts.defer("edition__body_html", "edition__body_text")
    corrections = {row.edition_id: row for row in Correction.objects.filter(article=article)}
    withdrawals = _withdrawals(article)
    return {
        act.pk: Row(
            act.at,
            entry=entries.entry(
                act,
                is_told=is_told,
                correction=corrections.get(act.edition_id) if act.action == Action.CORRECTED else None,
                withdrawal=withdrawals.get(act.pk),
            ),
        )
        for act in acts
    }


def _withdrawals(article):
    """{key of the act: what the ledger says of it}: both are written in one piece, so they come in the same order."""
    actions = {Action.KILLED: Withdrawal.KILLS, Action.REVIVED: [Withdrawal.Kind.LIFTED]}
    told = {}
    for action, kinds in actions.items():
        acts = article.transitions.filter(action=action).order_by("pk").values_list("pk", flat=True)
        told |= zip(acts, article.withdrawals.filter(kind__in=kinds).order_by("number"), strict=False)
    return told
