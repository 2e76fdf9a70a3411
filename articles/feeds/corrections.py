"""What was put right, for those who follow the page of corrections."""

from urllib.parse import urlsplit

from django.conf import settings
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from articles import freshness
from articles.models import Correction
from articles.templatetags.corrections import kind_name

from .rss import Channel, ChannelFeed, address, answer, clean

ITEMS = 20


class CorrectionFeed(ChannelFeed):
    def item_title(self, correction):
        return clean(f"{kind_name(correction)}: {correction.headline}")

    def item_description(self, correction):
        return clean(" ".join(part for part in (correction.wrong, correction.right) if part))

    def item_link(self, correction):
        return address(correction.path)

    def item_guid(self, correction):
        """Of the day it was made and its place in the ledger, which never change (RFC 4151)."""
        host = urlsplit(settings.SITE_URL).hostname
        return f"tag:{host},{correction.at:%Y-%m-%d}:correction-{correction.number}"

    def item_pubdate(self, correction):
        return correction.at

    def item_updateddate(self, correction):
        """Never: what the ledger says stays as it was written."""

    def item_extra_kwargs(self, correction):
        said = format_html_join("", "<p>{}</p>", ([part] for part in (correction.wrong, correction.right) if part))
        text = format_html('<div lang="{}" dir="{}">{}</div>', correction.language, correction.direction, said)
        return {"language": correction.language, "writers": [], "text": clean(text)}


@require_safe
def corrections(request):
    rows = list(Correction.objects.at(freshness.moment(request)).newest_first()[:ITEMS])
    title = f"{gettext('Corrections')} – {settings.SITE_NAME}"
    channel = Channel(title, title, "/corrections/", rows)
    return answer(request, CorrectionFeed(), channel, of=[(one.digest, one.path, one.headline) for one in rows])
