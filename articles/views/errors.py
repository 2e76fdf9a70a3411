"""Pages for what is not there and for what went wrong."""

import logging

from django.http import HttpResponse
from django.template.loader import render_to_string
from django.templatetags.static import static

from articles import freshness
from articles.models import Edition

from . import chrome
from .answering import digests, render

log = logging.getLogger(__name__)
LATEST = 5


def not_found(request, exception=None):
    """The same bytes whether there was never a story here, or one is being written, waits for its hour, or is gone."""
    frame = chrome.load(request)
    latest = list(Edition.objects.at(frame.now).for_cards().newest_first()[:LATEST])
    etag = freshness.etag("pages/404.html", frame.seed, digests(latest))
    page = freshness.held(lambda: render("pages/404.html", frame, {"stories": latest}), etag)
    response = HttpResponse(page, status=404)
    response["Cache-Control"] = freshness.cache_control(frame.seconds)
    return freshness.without_body(request, response)


def server_error(request):
    """Needs no database, no session and no chrome; does without the stylesheet if that is what went wrong."""
    page = render_to_string("pages/500.html", {"stylesheet": _stylesheet()})
    return HttpResponse(page, status=500, headers={"Cache-Control": "no-store"})


def _stylesheet():
    try:
        return static("site/site.css")
    except ValueError:
        log.warning("No list of static files: run `manage.py collectstatic`.")
        return ""
