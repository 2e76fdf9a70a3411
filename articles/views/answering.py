"""The way out for every page: chrome added, template rendered in the page's language, answer conditional.

Templates never see the request, so no page can depend on who is asking: no session, no user, no cookie.
"""

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import translation

from articles import freshness


def page(request, chrome, template, context, *, of, language=""):
    """Answer with `template`, or 304. `of`: all that the page shows and the chrome does not, in order."""
    return freshness.answer(
        request,
        lambda: render(template, chrome, {"path": request.path_info, **context}, language=language),
        etag=freshness.etag(template, request.path_info, chrome.seed, *of),
        seconds=chrome.seconds,
    )


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


def digests(editions):
    return [edition.digest for edition in editions]
