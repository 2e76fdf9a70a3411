"""What was put right, for those who follow the page of corrections."""

from urllib.parse import urlsplit

from django.conf import settings
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from articles import freshness, printing
from articles.models import Correction
from articles.templatetags.corrections import kind_name
from articles.text.xml import clean

from .answering import answer
from .channel import ITEMS, Channel, Item, address


@require_safe
def corrections(request, form):
    frame = printing.chrome_at(freshness.moment(request))
    rows = list(Correction.objects.at(frame.now).newest_first()[:ITEMS])
    title = f"{gettext('Corrections')} – {frame.name}"
    of = [(one.digest, one.path, one.headline) for one in rows]
    channel = Channel(frame.name, title, title, "/corrections/", of, lambda: [_item(row) for row in rows])
    return answer(request, channel, form, seconds=frame.seconds)


def _item(correction):
    """It never changes: what the ledger says stays as it was written."""
    said = [part for part in (correction.wrong, correction.right) if part]
    html = format_html_join("", "<p>{}</p>", ([part] for part in said))
    return Item(
        uri=_uri(correction),
        url=address(correction.path),
        title=clean(f"{kind_name(correction)}: {correction.headline}"),
        summary=clean(" ".join(said)),
        html=clean(format_html('<div lang="{}" dir="{}">{}</div>', correction.language, correction.direction, html)),
        language=correction.language,
        published=correction.at,
    )


def _uri(correction):
    """Of the day it was made and its place in the ledger, which never change (RFC 4151)."""
    host = urlsplit(settings.SITE_URL).hostname
    return f"tag:{host},{correction.at:%Y-%m-%d}:correction-{correction.number}"
