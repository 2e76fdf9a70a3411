"""The way out for every page: chrome added, template rendered in the page's language, answer conditional."""

from django.conf import settings
from django.templatetags.static import static

from articles import freshness
from articles.printing import render
from articles.text.languages import is_in_latin_letters

STYLESHEET, FACE = "site/site.css", "fonts/newsreader-latin.woff2"


def page(request, chrome, template, context, *, of, language="", status=200, hold=True):
    """Answer with `template`, or 304. `of`: all that the page shows and the chrome does not, in order.

    `context`: names for the template, or what makes them, where that is too dear for a page that is known or kept.
    """

    def made():
        names = context() if callable(context) else context
        return render(template, chrome, {"path": request.path_info, **names}, language=language)

    etag = freshness.etag(template, request.path_info, chrome.seed, *of)
    response = freshness.answer(request, made, etag=etag, seconds=chrome.seconds, status=status, hold=hold)
    response["Link"] = ", ".join(preloads(chrome.paper, language or settings.LANGUAGE_CODE))
    return response


def preloads(paper, language):
    """What the page cannot be drawn without, told before its first byte: a browser, or a proxy that sends early hints,
    asks for it at once. The headline face is never waited for (`font-display: optional`), so it must not come late.
    """
    yield f"<{static(STYLESHEET)}>; rel=preload; as=style"
    latin = is_in_latin_letters(language) or is_in_latin_letters(settings.LANGUAGE_CODE)
    if latin and not paper.headline_face:
        yield f"<{static(FACE)}>; rel=preload; as=font; type=font/woff2; crossorigin"


def digests(editions):
    return [edition.digest for edition in editions]
