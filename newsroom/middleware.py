"""What goes for every address: who may embed the answer, and which questions nothing can answer."""

from django.http import Http404


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
