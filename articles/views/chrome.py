"""What stands round a page, at the request's one moment."""

from articles import freshness, printing


def load(request):
    return printing.chrome_at(freshness.moment(request))
