"""What stands round every page: the paper's name, its sections, today's date; and when the paper next changes."""

from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.db.models import Subquery
from django.http import Http404
from django.utils import timezone
from django.utils.translation import get_language_info

from articles import freshness
from articles.models import Edition, Section

MENU = 5


@dataclass(frozen=True)
class Chrome:
    """Read once a page; `next_change` is when a window next opens or closes, None if nothing is scheduled."""

    sections: list
    now: datetime
    next_change: datetime | None

    @property
    def seconds(self):
        return freshness.seconds_until(self.next_change, self.now)

    @property
    def seed(self):
        """What of it a reader sees, for a page's etag."""
        shown = [(section.slug, section.name, section.position) for section in self.sections]
        return str(timezone.localdate(self.now)), shown

    @property
    def context(self):
        """The names templates know it by."""
        return {
            "site": {"name": settings.SITE_NAME, "place": settings.SITE_PLACE, "tagline": settings.SITE_TAGLINE},
            "site_language": settings.LANGUAGE_CODE,
            "site_direction": "rtl" if get_language_info(settings.LANGUAGE_CODE)["bidi"] else "ltr",
            "today": timezone.localdate(self.now),
            "menu": self.sections[:MENU],
            "more": self.sections[MENU:],
        }

    def section(self, slug):
        """The section at this address, or 404."""
        for section in self.sections:
            if section.slug == slug:
                return section
        raise Http404


def load(request):
    """One query: the sections, each of them carrying the paper's next change. A paper without sections asks again."""
    now = freshness.moment(request)
    changes = Edition.objects.changes_after(now)
    sections = list(Section.objects.annotate(**{name: Subquery(rows) for name, rows in changes.items()}))
    if not sections:
        return Chrome(sections, now, Edition.objects.next_change(now))
    return Chrome(sections, now, min(filter(None, (sections[0].opens, sections[0].closes)), default=None))
