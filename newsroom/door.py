"""The server's door: hands out pages that are known to be still right, before Django is asked.

A page is kept with the paper's stamp, read before it was made. The stamp changes with every act that readers could see:
whatever publishing does leaves a transition, whatever the admin changes leaves an entry in its log, and the paper's own
settings have a version. One statement reads all three, so the first reader after a publication gets the new page.
Numbers are given out before a transaction ends, so the highest alone would miss an act that began before another and
ended after it: the newest MEETING rows are summed, and a row that joins them, wherever among them, makes the sum
greater. A change made past these (a shell, a script) is seen when the page's own max-age is over, a minute at most,
which is also when a window opens or closes.
"""

import re
import time
from dataclasses import dataclass
from http import HTTPStatus

from django.contrib.admin.models import LogEntry
from django.db import DatabaseError, connection

from articles.models import Paper, Transition

MOST, MEETING = 500, 200
# The desk, and files that browsers may keep for good while we may not: they go with their story, to the second.
_PRIVATE = re.compile(r"/(?:admin|static|pictures|logo|preview|healthz|readyz)(?:/|$)|/.*/card-\w+\.jpg$")
_QUERY = re.compile(r"(?:page=\d{1,4})?")
_MAX_AGE = re.compile(r"\bmax-age=(\d+)")
_NEWEST = "(SELECT sum(id) FROM (SELECT id FROM {} ORDER BY id DESC LIMIT {}) AS newest)"
_SETTINGS = f"(SELECT version FROM {Paper._meta.db_table})"  # noqa: S608  a name of ours
_SUMS = [_NEWEST.format(model._meta.db_table, MEETING) for model in (Transition, LogEntry)]
_STAMP = f"SELECT {', '.join([*_SUMS, _SETTINGS])}"


def paper_stamp():
    """What tells the newest transitions, entries of the admin's log and settings; None if the database is away."""
    try:
        connection.close_if_unusable_or_obsolete()
        with connection.cursor() as cursor:
            cursor.execute(_STAMP)
            return cursor.fetchone()
    except DatabaseError:
        return None


@dataclass(frozen=True, slots=True)
class Page:
    """A whole answer. `made` and `until` are seconds of the door's clock."""

    stamp: tuple
    made: float
    until: float
    etag: str
    headers: list
    body: bytes

    def answer(self, environ, start_response, now):
        age = ("Age", str(int(now - self.made)))
        if environ.get("HTTP_IF_NONE_MATCH") == self.etag:
            start_response(_line(HTTPStatus.NOT_MODIFIED), [*self._headers_without("content-length"), age])
            return []
        start_response(_line(HTTPStatus.OK), [*self.headers, age])
        return [self.body]

    def _headers_without(self, name):
        return [header for header in self.headers if header[0].lower() != name]


class Door:
    """A WSGI application around another one. Keeps up to MOST pages in memory, the oldest going first."""

    def __init__(self, application, stamp=paper_stamp, clock=time.monotonic):
        self._application, self._stamp, self._clock, self._pages = application, stamp, clock, {}

    def __call__(self, environ, start_response):
        key = _key(environ)
        stamp = self._stamp() if key else None
        if stamp is None:
            return self._application(environ, start_response)
        page, now = self._pages.get(key), self._clock()
        if page and page.stamp == stamp and now < page.until:
            return page.answer(environ, start_response, now)
        return self._ask(key, stamp, environ, start_response)

    def _ask(self, key, stamp, environ, start_response):
        """Let Django answer, and keep the answer if it is one for everybody."""
        said, now = [], self._clock()  # max-age is worked out while the page is made: it counts from before
        answer = self._application(environ, lambda status, headers, *_: said.append((status, headers)))
        status, headers = said[0]
        start_response(status, headers)
        seconds = _seconds_to_keep(status, headers)
        if not seconds:
            return answer
        body = _read(answer)
        self._keep(key, Page(stamp, now, now + seconds, dict(headers)["ETag"], headers, body))
        return [body]

    def _keep(self, key, page):
        self._pages.pop(key, None)
        while len(self._pages) >= MOST:
            self._pages.pop(next(iter(self._pages)), None)
        self._pages[key] = page


def _key(environ):
    """What tells two pages apart; None for what is never kept: other methods, the desk, unknown questions."""
    path, query = environ.get("PATH_INFO", ""), environ.get("QUERY_STRING", "")
    if environ["REQUEST_METHOD"] != "GET" or _PRIVATE.match(path) or not _QUERY.fullmatch(query):
        return None
    return environ.get("HTTP_HOST"), environ.get("HTTP_X_FORWARDED_PROTO"), path, query


def _seconds_to_keep(status, headers):
    names = {name.lower(): value for name, value in headers}
    for_all = "public" in names.get("cache-control", "") and not {"set-cookie", "vary"} & names.keys()
    if not for_all or "etag" not in names or not status.startswith("200 "):
        return 0
    seconds = _MAX_AGE.search(names["cache-control"])
    return int(seconds[1]) if seconds else 0


def _read(answer):
    try:
        return b"".join(answer)
    finally:
        if hasattr(answer, "close"):
            answer.close()


def _line(status):
    return f"{status.value} {status.phrase}"
