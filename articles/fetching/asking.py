"""Asks for pictures, one at a time: no cookie, no password, no proxy, few redirects, no more than a picture has."""

import ssl
from collections import Counter
from contextlib import closing
from dataclasses import dataclass
from http import HTTPStatus
from http.client import HTTPException

from urllib3.exceptions import HTTPError

from articles.text.signatures import is_picture, kind_of

from .addresses import PORTS, Address, address_of
from .connecting import Deadline, checked, connected, resolved
from .reachable import is_public
from .refusals import NotFetched

_PIECE = 1 << 16
_TIMES = 3  # a host that gave no answer so often is left in peace for the rest of the run
_SILENT = ("unresolved", "unreachable", "late", "broken-off")
_BUSY = (HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE)
_MOVED = (301, 302, 303, 307, 308)
# Only what `images` reads: a server that can choose does not send AVIF.
_TAKES = "image/jpeg, image/png, image/webp, image/gif, */*;q=0.1"


@dataclass(frozen=True, slots=True)
class Limits:
    """What one picture may cost: seconds in all and for each wait, bytes, redirects."""

    seconds: float = 30
    wait: float = 5
    size: int = 20 * 1024 * 1024
    redirects: int = 3


class Web:
    """Gets pictures for one run. `agent` says who asks; the rest is as it is but for tests of it."""

    def __init__(self, *, agent, resolve=resolved, may_reach=is_public, ports=PORTS, limits=None, tls=None):
        self._headers = {"User-Agent": agent, "Accept": _TAKES, "Accept-Encoding": "identity", "Connection": "close"}
        self._resolve, self._may_reach, self._ports = resolve, may_reach, ports
        self._limits, self._tls = limits or Limits(), tls
        self._silent = Counter()

    def address(self, href):
        """The Address that `href` names, if it is one that is asked; raises NotFetched."""
        return address_of(href, ports=self._ports)

    def picture(self, href):
        """The bytes at `href`, which begin like a picture; raises NotFetched."""
        address, deadline = self.address(href), Deadline(self._limits.seconds)
        self._tls = self._tls or ssl.create_default_context()
        for _ in range(self._limits.redirects + 1):
            found = self._answer(address, deadline)
            if not isinstance(found, Address):
                return found
            address = found
        raise NotFetched(f"it was sent on more than {self._limits.redirects} times", "redirects")

    def _answer(self, address, deadline):
        """The bytes, or the Address that the host sends on to; a host that does not answer is remembered."""
        host = address.host
        if self._silent[host] >= _TIMES:
            raise NotFetched(f"{host} was not asked any more, as it gave no answer before", "gave-up", again=True)
        try:
            found = self._asked(address, deadline)
        except NotFetched as problem:
            self._silent[host] += {"busy": _TIMES}.get(problem.code, int(problem.code in _SILENT))
            raise
        self._silent[host] = 0
        return found

    def _asked(self, address, deadline):
        addresses = checked(address, self._resolve, self._may_reach)
        with connected(address, addresses, self._limits, deadline, self._tls) as connection:
            try:
                headers = {"Host": address.at, **self._headers}
                connection.request("GET", address.target, headers=headers, preload_content=False, decode_content=False)
                with closing(connection.getresponse()) as response:
                    return self._heard(response, address, deadline)
            except (HTTPError, HTTPException, OSError, ValueError) as error:
                deadline.left()
                raise NotFetched(f"{address.host} broke off", "broken-off", again=True) from error

    def _heard(self, response, address, deadline):
        if response.status in _MOVED:
            return address_of(response.headers.get("Location", ""), base=str(address), ports=self._ports)
        if response.status in _BUSY:
            raise NotFetched(f"{address.host} asks to come back later ({response.status})", "busy", again=True)
        if response.status != HTTPStatus.OK:
            said = f"{response.status} {_phrase(response.status)}".strip()
            raise NotFetched(f"{address.host} answered {said}", "status", again=True)
        return b"".join(self._pieces(response, deadline))

    def _pieces(self, response, deadline):
        """What comes, counted as it comes, whatever a header says of it; raises once it is no picture or too much."""
        size = 0
        while piece := response.read(_PIECE):
            deadline.left()
            if not size and not is_picture(piece):
                raise NotFetched(f"it is {kind_of(piece) or 'no picture'}", "not-a-picture")
            size += len(piece)
            if size > self._limits.size:
                raise NotFetched(f"it is larger than {self._limits.size >> 20} MB", "too-large")
            yield piece
        deadline.left()
        if not size:
            raise NotFetched("it is empty", "not-a-picture")


def _phrase(status):
    return HTTPStatus(status).phrase if status in set(HTTPStatus) else ""
