"""oEmbed (https://oembed.com): what another site shows of a story when its address is pasted there.

What readers may not see is not found, in the same words as anything else that is not there.
"""

import re
from urllib.parse import unquote

from django.conf import settings
from django.http import Http404, HttpResponse
from django.template.loader import render_to_string
from django.utils import translation
from django.views.decorators.http import require_safe

from articles import freshness, printing
from articles.models import Edition
from articles.structured import oembed
from articles.templatetags.stories import data_block

from . import chrome

_OURS = re.compile(rf"{re.escape(settings.SITE_URL)}(/[^?#]*)")


@require_safe
def story(request):
    kind = request.GET.get("format", "json")
    if kind not in WRITTEN:
        return HttpResponse("format is json or xml\n", status=501, content_type="text/plain; charset=utf-8")
    edition = _edition(request)
    if edition is None:
        raise Http404
    frame, write = chrome.load(request), WRITTEN[kind]
    size = _within(request, "maxwidth", oembed.WIDTH), _within(request, "maxheight", oembed.HEIGHT)
    return freshness.answer(
        request,
        lambda: write(_told(edition, frame, size)),
        etag=freshness.etag("oembed", kind, size, edition.digest, frame.seed),
        seconds=frame.seconds,
        content_type="application/json" if kind == "json" else "text/xml; charset=utf-8",
    )


def _edition(request):
    """The live story that an address of ours leads to, directly or from where it stood before."""
    found = _OURS.match(request.GET.get("url", ""))
    path, now = unquote(found[1]) if found else "", freshness.moment(request)
    if not path or "\0" in path:
        return None
    live = Edition.objects.at(now).whole().filter(path=path).first()
    return live or Edition.objects.forwarding(path, now).whole().first()


def _within(request, name, most):
    """What they have room for, if they say so in figures."""
    said = request.GET.get(name, "")
    return min(most, int(said)) if said.isascii() and said.isdigit() and len(said) < 6 else most


def _told(edition, frame, size):
    with translation.override(printing.spoken(edition.language)):
        html = render_to_string("components/embed_told.html", {"story": edition, "name": frame.name}).strip()
    return oembed.embedded(edition, paper=frame.publisher, html=html, size=size, seconds=freshness.KEPT)


WRITTEN = {"json": lambda told: str(data_block(told)), "xml": oembed.as_xml}
