"""A reader's page as text: what stands round every page, the template in the page's language, the stories beside one.

Templates never see the request, so no page can depend on who is asking: no session, no user, no cookie.
"""

from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.db.models import Subquery
from django.http import Http404
from django.template.loader import render_to_string
from django.utils import timezone, translation

from articles import freshness
from articles.models import Edition, EditionTag, Section

MENU, RELATED = 5, 4


@dataclass(frozen=True)
class Chrome:
    """The paper's name, its sections, today's date. `next_change` is when a window next opens or closes, None if
    nothing is scheduled.
    """

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
        bidi = translation.get_language_info(settings.LANGUAGE_CODE)["bidi"]
        return {
            "site": {"name": settings.SITE_NAME, "place": settings.SITE_PLACE, "tagline": settings.SITE_TAGLINE},
            "site_language": settings.LANGUAGE_CODE,
            "site_direction": "rtl" if bidi else "ltr",
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


def chrome_at(now):
    """One query: the sections, each of them carrying the paper's next change. A paper without sections asks again."""
    changes = Edition.objects.changes_after(now)
    sections = list(Section.objects.annotate(**{name: Subquery(rows) for name, rows in changes.items()}))
    if not sections:
        return Chrome(sections, now, Edition.objects.next_change(now))
    return Chrome(sections, now, min(filter(None, (sections[0].opens, sections[0].closes)), default=None))


def render(template, chrome, context, *, language=""):
    """The page as text. `language` is the story's where a page is one story, else the paper's own."""
    language = language or settings.LANGUAGE_CODE
    direction = chrome.context["site_direction"]
    names = {**chrome.context, "page_language": language, "page_direction": direction, **context}
    with translation.override(spoken(language)):
        return render_to_string(template, names)


def spoken(language):
    """The nearest language that dates and labels can be written in."""
    try:
        return translation.get_supported_language_variant(language)
    except LookupError:
        return settings.LANGUAGE_CODE


def related(*, tag, section, besides, moment):
    """The newest with the same tag; those of a story that shares none are of its section. All of them are keys."""
    readable = Edition.objects.at(moment).for_cards()
    if tag:
        rows = EditionTag.objects.at(moment).filter(tag=tag).exclude(edition=besides)
        return readable.listed_in(rows.edition_ids()[:RELATED])
    return readable.filter(section=section).exclude(pk=besides).newest_first()[:RELATED]


def related_to_proof(edition, moment):
    """What would stand beside an edition that is not written: the story's own live one is not beside itself."""
    own = Edition.objects.at(moment).filter(article=edition.article).values_list("pk", flat=True).first()
    slugs = [tag["slug"] for tag in edition.tags]
    others = EditionTag.objects.at(moment).filter(tag__slug__in=slugs).exclude(edition=own)
    tag = others.order_by("tag__name").values_list("tag", flat=True).first()
    return related(tag=tag, section=edition.section_id, besides=own, moment=moment)
