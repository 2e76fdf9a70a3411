"""The sample newsroom with a correction in it, served by gunicorn, and one address of every kind of page."""

import re
import tempfile
import urllib.error
import urllib.request
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from benchmarks.newsroom import Newsroom

CORRECT = """
from articles import editing, publishing
from articles.models import Article, Correction
story = Article.objects.get(slug__startswith="port-merrow-votes")
editing.save(story, {"standfirst": story.standfirst + ", or a letter"}, by=None, base_version=story.version)
put = publishing.Put(Correction.Kind.CORRECTION, wrong="We said the vote was 15 to 10.", right="It was 14 to 11.")
publishing.publish(Article.objects.get(pk=story.pk), by=None, correction=put)
"""
KILL = """
from articles import publishing
from articles.models import Article
story = Article.objects.get(slug__startswith="crab-boats")
notice = "This story named a boat that had stayed at sea. We are sorry."
publishing.kill(story, by=None, notice=notice, reason="The wrong boat.")
"""
STORIES = {
    "story": "port-merrow-votes",
    "long story": "a-school-of-nine",
    "opinion": "the-ferry-is-not",
    "satire": "gull-joins",
    "advertisement": "a-weekend-among",
    "arabic story": "njar-qwarb",
    "french story": "a-port-henan",
    "withdrawn": "crab-boats",
}
LISTS = {
    "front": "/",
    "section": "/section/news/",
    "tag": "/tag/harbour/",
    "timeline": "/tag/harbour/timeline/",
    "author": "/author/isla-wren/",
    "search": "/search/?q=ferry",
    "search form": "/search/",
    "search without results": "/search/?q=zzyzx",
    "archive": "/archive/",
    "about": "/about/",
    "corrections": "/corrections/",
    "feeds": "/feeds/",
    "report": "/report/",
    "report sent": "/report/thanks/",
    "digest": "/digest/",
    "standing page": "/about/corrections-policy/",
}


@dataclass(frozen=True)
class Paper:
    """`pages`: the path of one page of every kind that this newsroom has, by what it is."""

    base: str
    pages: dict

    def address(self, name):
        return self.base + self.pages[name]

    def html(self, name):
        return fetched(self.address(name))[1].decode()


@contextmanager
def sample_paper(address=None):
    """The paper at `address`, or a sample newsroom of its own."""
    if address:
        yield Paper(address.rstrip("/"), _pages(address.rstrip("/")))
        return
    with tempfile.TemporaryDirectory(prefix="newsroom-readers-") as folder:
        newsroom = Newsroom(Path(folder))
        newsroom.environment |= {"DJANGO_SETTINGS_MODULE": "newsroom.settings"}
        newsroom.environment.pop("SITE_NAME")
        newsroom.manage("set_up")
        newsroom.manage("shell", "-v0", "-c", CORRECT)
        with newsroom.serving(workers=1) as base:
            pages = _pages(base)
            newsroom.manage("shell", "-v0", "-c", KILL)
            yield Paper(base, pages)


def fetched(url, **headers):
    """(status, bytes, headers) of an address, whatever the status."""
    try:
        with urllib.request.urlopen(urllib.request.Request(url, headers=headers), timeout=30) as answer:
            return answer.status, answer.read(), answer.headers
    except urllib.error.HTTPError as error:
        return error.code, error.read(), error.headers


def _pages(base):
    """Those of the lists that are there, and the stories the front and the archive lead to."""
    pages = {name: path for name, path in LISTS.items() if fetched(base + path)[0] == 200}
    days = _links(base, "/archive/", r"/archive/\d{4}/(?:\d\d/)?(?:\d\d/)?")
    stories = set(_links(base, "/", r"/\d{4}/\d\d/\d\d/[^/\"]+/"))
    for name, slug in STORIES.items():
        found = next((path for path in sorted(stories) if slug in path), None)
        pages |= {name: found} if found else {}
    year, month, day = (next((path for path in days if path.count("/") == depth), None) for depth in (3, 4, 5))
    pages |= {name: path for name, path in {"year": year, "month": month, "day": day}.items() if path}
    beside = {name: f"{pages['story']}{name}/" for name in ("changes", "republish")}
    pages |= {name: path for name, path in beside.items() if fetched(base + path)[0] == 200}
    return pages | {"missing": "/2020/01/01/nothing-was-ever-here/"}


def _links(base, path, pattern, depth=2):
    """Paths of this pattern that `path` leads to, and those lead to."""
    found = sorted(set(re.findall(rf'href="({pattern})"', fetched(base + path)[1].decode())))
    return found + [inner for one in found[:3] if depth for inner in _links(base, one, pattern, depth - 1)]
