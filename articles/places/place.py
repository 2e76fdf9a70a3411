"""A place where a story stands, and how many newer ones stand before it there."""

from dataclasses import dataclass

from django.db.models import Q

DEPTH = 100  # pages of a list that readers can turn


@dataclass(frozen=True)
class Place:
    """`where` in the place; `passing`: newer stories push it out of there before it ends."""

    kind: str
    name: str
    path: str
    where: str = ""
    passing: bool = False


def newer(rows, edition, *, key="pk", most):
    """How many of `rows` stand before the edition in a list that begins with the newest, counted up to `most`."""
    same_moment = Q(published_at=edition.published_at, **{f"{key}__gt": edition.pk})
    return rows.order_by().filter(Q(published_at__gt=edition.published_at) | same_moment)[:most].count()


def on_page(path, rank, per_page):
    """(address, words) of the page of a numbered list that has what stands behind `rank` others; None past its end."""
    page, place = divmod(rank, per_page)
    if page >= DEPTH:
        return None
    return (path if page == 0 else f"{path}?page={page + 1}"), f"page {page + 1}, story {place + 1}"
