"""The way out for every page: chrome added, template rendered in the page's language, answer conditional."""

from articles import freshness
from articles.printing import render


def page(request, chrome, template, context, *, of, language="", status=200):
    """Answer with `template`, or 304. `of`: all that the page shows and the chrome does not, in order.

    `context`: names for the template, or what makes them, where that is too dear for a page that is known or kept.
    """

    def made():
        names = context() if callable(context) else context
        return render(template, chrome, {"path": request.path_info, **names}, language=language)

    etag = freshness.etag(template, request.path_info, chrome.seed, *of)
    return freshness.answer(request, made, etag=etag, seconds=chrome.seconds, status=status)


def digests(editions):
    return [edition.digest for edition in editions]
