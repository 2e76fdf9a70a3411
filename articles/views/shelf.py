"""Numbered pages that cost the same in a small paper and in a large one."""

from django.core.paginator import Paginator
from django.utils.functional import cached_property

DEPTH = 100


class Shelf(Paginator):
    """A paginator that counts, and pages, no further than DEPTH pages: what is older is found in the archive.

    `get_page` takes anything: what is no number gives the first page, what is too high the last.
    """

    @cached_property
    def count(self):
        return self.object_list[: self.per_page * DEPTH].count()

    @property
    def full(self):
        return self.count == self.per_page * DEPTH


def shelved(request, rows, per_page):
    return Shelf(rows, per_page).get_page(request.GET.get("page"))


def numbers(page):
    """The page numbers to link: first, last and those near, None for a gap."""
    return page.paginator.get_elided_page_range(page.number, on_each_side=2, on_ends=1)
