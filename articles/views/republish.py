"""A story's text for others to print, where the licence allows."""

from django.conf import settings
from django.http import Http404
from django.utils import translation
from django.views.decorators.http import require_safe

from articles import freshness, printing, republishing
from articles.models import Edition

from . import chrome, elsewhere
from .answering import page


@require_safe
def story(request):
    """Where it is not allowed there is no page, as if it had never been."""
    path = request.path_info.removesuffix("republish/")
    edition = Edition.objects.at(freshness.moment(request)).whole().filter(path=path).first()
    if edition is None:
        return _elsewhere(request, path)
    frame = chrome.load(request)
    licence = republishing.licence_of(edition, frame.paper)
    if not licence:
        raise Http404
    return page(
        request,
        frame,
        "pages/republish.html",
        lambda: _context(edition, licence, frame),
        of=(edition.digest, licence),
        language=edition.language,
    )


def _elsewhere(request, path):
    forward = elsewhere.forward(request, path, to=lambda found: found.republish_path)
    if forward is None:
        raise Http404
    return forward


def _context(edition, licence, frame):
    copy = republishing.Copy(edition, licence, settings.SITE_URL, frame.name)
    with translation.override(printing.spoken(edition.language)):
        copied = {"html": copy.html, "text": copy.text}
    name, address = republishing.DEEDS.get(licence, ("", ""))
    told = {"licence": licence, "deed": {"name": name, "address": address}, "terms": frame.paper.licence_terms}
    return {"story": edition, "copy": copied, "page_direction": edition.direction, **told}
