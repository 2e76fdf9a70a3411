"""A reader's page as text: what stands round every page, and the template in the page's language.

Templates never see the request, so no page can depend on who is asking: no session, no user, no cookie.
"""

from dataclasses import dataclass
from datetime import datetime
from functools import cache as once

from django.conf import settings
from django.db.models import Subquery
from django.http import Http404
from django.template.loader import render_to_string
from django.utils import timezone, translation

from articles import freshness, imprint
from articles.models import Edition, Page, Paper, Section
from articles.structured import Publisher

MENU = 5
LOCALE = settings.BASE_DIR / "articles" / "locale"


@dataclass(frozen=True)
class Chrome:
    """The paper's own settings, its sections, today's date. `next_change`: when a window next opens or closes, None if
    nothing is scheduled. `pages`: (role, slug) of its standing pages that have a role.
    """

    paper: Paper
    sections: list
    now: datetime
    next_change: datetime | None
    pages: tuple = ()

    @property
    def seconds(self):
        return freshness.seconds_until(self.next_change, self.now)

    @property
    def seed(self):
        """What of it a reader sees, for a page's etag."""
        shown = [(section.slug, section.name, section.position, section.ink) for section in self.sections]
        return str(timezone.localdate(self.now)), str(self.paper.version), shown, self.pages

    @property
    def name(self):
        return imprint.name(self.paper)

    @property
    def tagline(self):
        return imprint.tagline(self.paper)

    @property
    def publisher(self):
        """The paper as structured data tells of it."""
        paper = self.paper
        logo = (f"/logo/{paper.logo}", paper.logo_width, paper.logo_height) if paper.logo else None
        return Publisher(settings.SITE_URL, self.name, self.tagline, logo, self.pages)

    @property
    def context(self):
        """The names templates know it by."""
        bidi = translation.get_language_info(settings.LANGUAGE_CODE)["bidi"]
        return {
            "site": {"name": self.name, "place": imprint.place(self.paper), "tagline": self.tagline},
            "paper": self.paper,
            "site_language": settings.LANGUAGE_CODE,
            "site_direction": "rtl" if bidi else "ltr",
            "today": timezone.localdate(self.now),
            "menu": self.sections[:MENU],
            "more": self.sections[MENU:],
            "standards": next((f"/about/{slug}/" for role, slug in self.pages if role == Page.Role.ETHICS), ""),
        }

    def section(self, slug):
        """The section at this address, or 404."""
        for section in self.sections:
            if section.slug == slug:
                return section
        raise Http404


def chrome_at(now):
    """One query: the sections, each of them carrying the paper's next change, the version of its settings and the roles
    of its standing pages. A paper without sections asks again, and so does a process that does not know this version.
    """
    changes = {name: Subquery(rows) for name, rows in Edition.objects.changes_after(now).items()}
    besides = {"paper": imprint.version(), "roles": Subquery(Page.objects.roles())}
    sections = list(Section.objects.annotate(**besides, **changes))
    if not sections:
        pages = _apart(Page.objects.roles().get()["roles"])
        return Chrome(imprint.current(), sections, now, Edition.objects.next_change(now), pages)
    first = sections[0]
    next_change = min(filter(None, (first.opens, first.closes)), default=None)
    return Chrome(imprint.of(first.paper), sections, now, next_change, _apart(first.roles))


def _apart(roles):
    return tuple(sorted(tuple(one.split("=", 1)) for one in roles.split(","))) if roles else ()


def render(template, chrome, context, *, language=""):
    """The page as text. `language` is the story's where a page is one story, else the paper's own."""
    language = language or settings.LANGUAGE_CODE
    direction = chrome.context["site_direction"]
    words = spoken(language)
    names = {"page_language": language, "label_language": words, "page_direction": direction}
    with translation.override(words):
        return render_to_string(template, {**chrome.context, **names, **context})


def spoken(language):
    """The nearest language that we have words for: our own catalogues and English, else the paper's."""
    try:
        nearest = translation.get_supported_language_variant(language)
    except LookupError:
        return settings.LANGUAGE_CODE
    return nearest if has_words(nearest) else settings.LANGUAGE_CODE


def has_words(language):
    return language.partition("-")[0].lower() in catalogues()


@once
def catalogues():
    """Django names months in languages for which we have no words: that alone makes no page."""
    return {"en", *(folder.name for folder in LOCALE.iterdir())}
