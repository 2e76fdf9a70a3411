"""What goes for every address: who may embed the answer, which questions nothing can answer, what leads on."""

from django.http import Http404

from articles.text.old_addresses import is_short_link
from articles.views import elsewhere


def same_origin(get_response):
    """Other sites may link to what we serve, not embed it."""

    def middleware(request):
        response = get_response(request)
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        return response

    return middleware


def no_nul(get_response):
    """PostgreSQL takes no NUL in a text, so nothing is at an address or a query that holds one."""

    def middleware(request):
        if "\0" in request.path_info or "%00" in request.META.get("QUERY_STRING", ""):
            raise Http404
        return get_response(request)

    return middleware


def old_addresses(get_response):
    """Where nothing is, a story may have been on another site. What is there is never led away from: only WordPress's
    short links, which name a story and ask the front page for it, are looked up first.

    In place of Django's own middleware for redirects, which sends on to a path that was written down once.
    """

    def middleware(request):
        if request.method not in ("GET", "HEAD"):
            return get_response(request)
        if is_short_link(request.path_info, request.META.get("QUERY_STRING", "")):
            return elsewhere.of_old_address(request) or get_response(request)
        response = get_response(request)
        return (elsewhere.of_old_address(request) or response) if response.status_code == 404 else response

    return middleware
