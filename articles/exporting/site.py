"""A copy of the whole public site as files: what readers get, at one moment, followed from link to link.

Old addresses that lead on, and the notices of killed stories, are files as well, since a file server sends neither a
redirect nor a 410.
"""

from collections import Counter
from itertools import chain

from django.conf import settings
from django.db.models import Exists, OuterRef
from django.template.loader import render_to_string

from articles.longlists import Queue
from articles.models import Edition, OldAddress

from . import links
from .asking import expected, newsroom
from .options import Refused

BEGUN_AT = ("/", "/robots.txt", "/sitemap.xml")
ONLY_LIVE = ("/search/", "/report/", "/digest/")  # what files cannot do: where pages lead there, they say so
NOWHERE, NOT_FOUND = "/there-is-nothing-at-this-address/", "404.html"


def write(sink, *, at, heard):
    """Write the files and return {"pages", "redirects", "notices", "missing"}: how many of each there are."""
    counts = Counter()
    with newsroom(at) as ask, expected(410):
        for address, response in _followed(ask, at):
            heard()
            _keep(sink, address, response, counts)
        with expected(404):
            sink.write(NOT_FOUND, ask(NOWHERE).body)
        for path in ONLY_LIVE:
            sink.write(links.file_name(path), _elsewhere(path))
        for path in _on_other_sites(at):
            heard()
            _lead_from(sink, path, ask(path), counts)
    return dict(counts)


def _followed(ask, at):
    """Every address that can be reached, once, breadth first; first those that pages no longer link to."""
    seen = Edition.objects.seen_by(at).order_by("pk").values_list("path", flat=True)
    addresses = Queue(chain(BEGUN_AT, seen.iterator()))
    for address in addresses:
        response = ask(address)
        yield address, response
        if response.status_code == 200:
            kind = response["Content-Type"].partition(";")[0]
            addresses.name(sorted(set(links.found_in(response.body, kind, address, settings.SITE_URL))))


def _on_other_sites(at):
    """Old addresses of stories that readers have or had; a file server knows no questions after an address."""
    had = OldAddress.objects.filter(Exists(Edition.objects.seen_by(at).filter(article=OuterRef("article"))))
    paths = had.order_by("redirect__old_path").values_list("redirect__old_path", flat=True)
    return (path for path in paths.iterator() if links.may_be_file(path))


def _lead_from(sink, path, response, counts):
    """An old address is a folder, whatever it ends in, and stands where nothing else does."""
    name = f"{path.strip('/')}/index.html"
    if response.status_code in (301, 410) and not any(sink.has(taken) for taken in links.above(name)):
        _keep(sink, f"/{name}", response, counts)


def _keep(sink, address, response, counts):
    if response.status_code == 200:
        html = response["Content-Type"].startswith("text/html")
        body = links.readdressed(response.body, address, settings.SITE_URL) if html else response.body
        sink.write(links.file_name(address), body)
        counts["pages"] += 1
    elif response.status_code in (301, 302):
        sink.write(links.file_name(address), _leading_on(response["Location"]))
        counts["redirects"] += 1
    elif response.status_code == 410:
        sink.write(links.file_name(address), response.body)
        counts["notices"] += 1
    elif response.status_code == 404:
        counts["missing"] += 1
    elif response.status_code >= 500:
        raise Refused(f"The newsroom could not make {address} (it answered {response.status_code}): see its log.")


def _elsewhere(path):
    return render_to_string("pages/only_live.html", {"address": f"{settings.SITE_URL}{path}"}).encode()


def _leading_on(location):
    return render_to_string("pages/moved.html", {"location": location}).encode()
