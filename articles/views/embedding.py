"""oEmbed (https://oembed.com): what another site shows of a story when its address is pasted there.

What readers may not see is not found, in the same words as anything else that is not there.
"""

import re
from urllib.parse import unquote
from xml.sax.saxutils import escape

from django.conf import settings
from django.http import Http404, HttpResponse
from django.template.loader import render_to_string
from django.views.decorators.http import require_safe

from articles import cards, freshness
from articles.models import Edition
from articles.templatetags.stories import absolute, data_block
from articles.text.xml import clean

from . import chrome

WIDTH, HEIGHT = 600, 220
_OURS = re.compile(rf"{re.escape(settings.SITE_URL)}(/[^?#]*)")
XML = '<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n<oembed>{}</oembed>\n'


@require_safe
def oembed(request):
    kind = request.GET.get("format", "json")
    if kind not in WRITTEN:
        return HttpResponse("format is json or xml\n", status=501, content_type="text/plain; charset=utf-8")
    edition = _edition(request)
    if edition is None:
        raise Http404
    frame, write = chrome.load(request), WRITTEN[kind]
    size = _within(request, "maxwidth", WIDTH), _within(request, "maxheight", HEIGHT)
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
    told = {
        "version": "1.0",
        "type": "rich",
        "title": edition.headline,
        "provider_name": frame.name,
        "provider_url": f"{settings.SITE_URL}/",
        "cache_age": freshness.KEPT,
        "width": size[0],
        "height": size[1],
        "html": render_to_string("components/embed_told.html", {"story": edition, "name": frame.name}).strip(),
        **_writer(edition),
    }
    return told | _thumbnail(edition)


def _writer(edition):
    if not edition.bylines:
        return {}
    first = edition.bylines[0]
    return {
        "author_name": ", ".join(byline["name"] for byline in edition.bylines),
        "author_url": absolute(f"/author/{first['slug']}/"),
    }


def _thumbnail(edition):
    shared = edition.picture["share"][0] if edition.picture and edition.picture["share"] else None
    if shared is None and edition.card:
        shared = {"url": edition.card_path, "width": cards.ACROSS, "height": cards.DOWN}
    if shared is None:
        return {}
    told = {"url": absolute(shared["url"]), "width": shared["width"], "height": shared["height"]}
    return {f"thumbnail_{name}": value for name, value in told.items()}


def _xml(told):
    return XML.format("".join(f"<{name}>{escape(clean(str(value)))}</{name}>" for name, value in told.items()))


WRITTEN = {"json": lambda told: str(data_block(told)), "xml": _xml}
