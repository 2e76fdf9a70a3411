"""How a story is named, dated and marked on a page."""

import json
from datetime import UTC
from html import unescape

from django import template
from django.conf import settings
from django.utils import timezone
from django.utils.encoding import iri_to_uri
from django.utils.html import format_html
from django.utils.safestring import mark_safe
from django.utils.text import Truncator
from django.utils.translation import gettext, pgettext

from articles.text import calendar
from articles.text.contents import anchored, contents
from articles.text.languages import is_in_latin_letters
from articles.text.parts import cut, laid_out

register = template.Library()
INKS = ("violet", "red", "blue", "brown", "green", "pink", "teal")
# A data block may not end early or begin a comment: https://html.spec.whatwg.org/#restrictions-for-contents-of-script-elements
_QUIET = {ord(mark): f"\\u{ord(mark):04x}" for mark in "<>&\u2028\u2029"}


@register.filter
def kind_label(story):
    """What the piece is, if it is not plain news."""
    return {
        "analysis": gettext("Analysis"),
        "opinion": gettext("Opinion"),
        "background": gettext("Background"),
        "review": gettext("Review"),
        "satire": gettext("Satire"),
        "sponsored": gettext("Sponsored"),
    }.get(story.kind, "")


@register.filter
def kicker(story):
    """The line over a headline in a list: what kind of piece it is, then the kicker, or the writer of an opinion."""
    said = story.bylines[0]["name"] if story.kind == "opinion" and story.bylines else story.kicker
    label = kind_label(story)
    same = label.casefold() == said.casefold()
    return " · ".join(part for part in (label, "" if same else said) if part) or _section_name(story)


@register.simple_tag(takes_context=True)
def over(context, story, line):
    """The line over a headline as it stands there: of what is ours in it, the language is said."""
    label = kind_label(story)
    spoken = context["label_language"]
    if not label or not line.startswith(label) or _primary(spoken) == _primary(story.language):
        return line
    return format_html('<span lang="{}">{}</span>{}', spoken, label, line.removeprefix(label))


@register.filter
def voice(story):
    """The line over an opinion among opinions: whose it is."""
    return story.bylines[0]["name"] if story.bylines else story.kicker


def _section_name(story):
    return story.section.name if story.section else ""


@register.filter
def dateline(story):
    """Where a story was written, unless its text begins by saying so."""
    text, place = story.body_text.lstrip(), story.dateline
    said = text.startswith(place) and not text[len(place) : len(place) + 1].isalnum()
    return "" if said else place


@register.filter
def at_most(weight, heaviest):
    """A weight as it is set in a place where nothing is lighter than `heaviest`."""
    return min(weight, heaviest)


@register.filter
def accent(section):
    """The ink of a section's accent: its own, or the one of its place among the sections."""
    return (section.ink or INKS[section.position % len(INKS)]) if section else "red"


@register.filter
def summary(story):
    """One sentence for search engines and link previews: the standfirst, or the first words."""
    return " ".join((story.standfirst or Truncator(story.body_text).words(30)).split())


@register.filter
def parts(story):
    """What an edition's text is made of, each to be laid out in its own way (see `text.parts`)."""
    return laid_out(anchored(story.body_html), story.figures)


@register.filter
def cut_at_tables(html):
    """The same of a standing page, which has no figures."""
    return cut(html)


@register.filter
def headings(story):
    """The table of contents of a long story: [{"anchor", "title"}], empty for one that needs none."""
    return [{"anchor": anchor, "title": unescape(title)} for anchor, title in contents(story.body_html)]


@register.filter
def stamp(at):
    """A moment as machines read it, to the minute."""
    return f"{at.astimezone(UTC):%Y-%m-%dT%H:%MZ}"


@register.simple_tag
def moment(at, form="full"):
    """<time>, never relative: full has the zone, short leaves out a year that is this one, clock is the hour alone."""
    local = timezone.localtime(at)
    this_year = local.year == timezone.localtime().year
    patterns = {
        "full": pgettext("date with time and zone", "j F Y, H:i T"),
        "short": pgettext("date with time", "j F, H:i") if this_year else pgettext("date", "j F Y"),
        "clock": pgettext("time", "H:i"),
    }
    return format_html('<time datetime="{}">{}</time>', stamp(at), calendar.written(local, patterns[form]))


@register.filter
def dated(day, pattern):
    """A date in words, by a pattern that the language of the page has translated."""
    return calendar.written(day, pattern)


@register.simple_tag(takes_context=True)
def tongue(context, story):
    """lang and dir attributes, where words of a story stand among words of ours in another language."""
    if _primary(story.language) == _primary(context["label_language"]):
        return ""
    return format_html(' lang="{}" dir="{}"', story.language, story.direction)


@register.simple_tag(takes_context=True)
def letters(context, words):
    """A lang attribute for words of the picture desk's that are in Latin letters by a story that is in others."""
    latin = words.isascii() and any(map(str.isalpha, words))
    if not latin or not is_in_latin_letters(settings.LANGUAGE_CODE) or is_in_latin_letters(context["page_language"]):
        return ""
    return format_html(' lang="{}"', settings.LANGUAGE_CODE)


@register.simple_tag(takes_context=True)
def facing(context, story):
    """A dir attribute for words of ours that stand by a story which runs the other way: they keep to its side."""
    return "" if story.direction == context["page_direction"] else format_html(' dir="{}"', story.direction)


@register.simple_tag(takes_context=True)
def labels(context):
    """A lang attribute for what holds words of ours, where we have none in the language of the page."""
    spoken = context["label_language"]
    return "" if _primary(spoken) == _primary(context["page_language"]) else format_html(' lang="{}"', spoken)


def _primary(language):
    return language.split("-")[0].lower()


@register.filter
def absolute(path):
    """The full address of a path of ours."""
    return settings.SITE_URL + iri_to_uri(path)


@register.filter
def data_block(data):
    """JSON that can stand in a script element: it holds no character that HTML reads."""
    return mark_safe(json.dumps(data, ensure_ascii=False).translate(_QUIET))  # noqa: S308  escaped the line above
