"""What stands round a page, at the request's one moment."""

from articles import freshness, printing


def load(request):
    """A copy of the whole site asks once for all its pages, which are of one moment (`exporting.asking`)."""
    return getattr(request, "chrome", None) or printing.chrome_at(freshness.moment(request))
