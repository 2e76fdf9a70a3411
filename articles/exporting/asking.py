"""Asks the newsroom for a page as a reader's browser would, of one moment, without a server in between."""

import logging
from contextlib import contextmanager
from io import BytesIO
from urllib.parse import quote, urlsplit

from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler, WSGIRequest
from django.core.signals import request_finished
from django.db import close_old_connections

from articles import printing


@contextmanager
def newsroom(at):
    """Give a function (address) -> response; `address` is a path, with its query if there is one."""
    handler, parts, chrome = WSGIHandler(), urlsplit(settings.SITE_URL), printing.chrome_at(at)
    request_finished.disconnect(close_old_connections)  # the connection holds the snapshot that all is read from
    try:
        yield lambda address: _answer(handler, _request(address, parts, chrome))
    finally:
        request_finished.connect(close_old_connections)


@contextmanager
def expected(status):
    """Keep an answer out of the log that is asked for to have it: whoever exports would take it for something amiss."""
    log = logging.getLogger("django.request")

    def other(record):
        return getattr(record, "status_code", None) != status

    log.addFilter(other)
    try:
        yield
    finally:
        log.removeFilter(other)


def _request(address, site, chrome):
    path, _, query = address.partition("?")
    request = WSGIRequest(
        {
            "REQUEST_METHOD": "GET",
            "PATH_INFO": path.encode().decode("latin-1"),
            "QUERY_STRING": quote(query, safe="=&%"),
            "SERVER_NAME": site.hostname,
            "SERVER_PORT": str(site.port or {"https": 443}.get(site.scheme, 80)),
            "HTTP_HOST": site.netloc,
            "HTTP_X_FORWARDED_PROTO": site.scheme,
            "wsgi.url_scheme": site.scheme,
            "wsgi.input": BytesIO(),
        }
    )
    request.moment, request.chrome = chrome.now, chrome  # see `freshness.moment` and `views.chrome`
    return request


def _answer(handler, request):
    response = handler.get_response(request)
    response.body = b"".join(response) if response.streaming else response.content
    response.close()
    return response
