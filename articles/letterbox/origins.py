"""Where a form was sent from: our own page, or another site's."""

from urllib.parse import urlsplit

from django.conf import settings
from django.utils.translation import gettext as _

from .refusals import Refused

OURS = ("same-origin", "none")


def refuse_elsewhere(request):
    """Raise Refused for what another site's page sent. Browsers say so in one of three headers.

    A client that sends none of them, such as a text browser, is no browser that could be made to do it.
    """
    if not _is_ours(request):
        told = _("This form was sent from another site. Open it here and send it once more.")
        raise Refused(told, code="elsewhere")


def _is_ours(request):
    site = request.headers.get("Sec-Fetch-Site")
    if site:
        return site in OURS
    said = request.headers.get("Origin") or request.headers.get("Referer")
    return not said or _origin(said) in (_origin(request.build_absolute_uri("/")), _origin(settings.SITE_URL))


def _origin(address):
    parts = urlsplit(address)
    return parts.scheme, parts.netloc
