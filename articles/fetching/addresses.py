"""What the address of a picture may be: http or https, on the port of these, without a name and a password.

An address is taken apart once; what is resolved, what is connected to and what is asked for are these parts, so no
second reader can see another host in it.
"""

import ipaddress
import re
from dataclasses import dataclass
from urllib.parse import quote, urljoin, urlsplit

from .refusals import NotFetched

PORTS = frozenset({80, 443})
LONGEST = 2000
_OWN_PORT = {"http": 80, "https": 443}
_NAME = re.compile(r"(?=.{1,253}$)[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63})*")
_NUMBER = re.compile(r"(?:.*\.)?(?:\d+|0x[0-9a-f]*)")
_IN_A_PATH, _IN_A_QUERY = "/%:@!$&'()*+,;=~", "/%:@!$&'()*+,;=~?"


@dataclass(frozen=True, slots=True)
class Address:
    """`host` is a name in ASCII or an address without brackets, `target` the path with its query, in ASCII."""

    scheme: str
    host: str
    port: int
    target: str

    def __str__(self):
        return f"{self.scheme}://{self.at}{self.target}"

    @property
    def at(self):
        """The host as a request names it."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _OWN_PORT[self.scheme] else f"{host}:{self.port}"


def address_of(href, *, base="", ports=PORTS):
    """The Address that `href` names, seen from `base`; raises NotFetched: address, scheme, credentials, port, host."""
    try:
        parts = urlsplit(urljoin(base, href.strip()) if base else href.strip(), scheme="https")
        port = parts.port
    except ValueError as error:
        raise NotFetched("its address cannot be read", "address") from error
    if parts.scheme not in _OWN_PORT:
        raise NotFetched(f"its address begins with {parts.scheme[:20]}:, not with http: or https:", "scheme")
    if not parts.netloc:
        raise NotFetched("it names no host on the web", "address")
    if "@" in parts.netloc:
        raise NotFetched("its address carries a name or a password", "credentials")
    port = _OWN_PORT[parts.scheme] if port is None else port
    if port not in ports:
        raise NotFetched(f"its address asks for port {port}; only 80 and 443 are asked", "port")
    address = Address(parts.scheme, _host(parts.hostname or ""), port, _target(parts))
    if len(str(address)) > LONGEST:
        raise NotFetched(f"its address is longer than {LONGEST} characters", "address")
    return address


def _host(name):
    """The host in one spelling; a number that some resolvers read as an address is none."""
    if ":" in name:
        return _sixth(name)
    try:
        name = name[:300].encode("idna").decode("ascii").lower().rstrip(".")
    except UnicodeError as error:
        raise NotFetched("its address names a host that cannot be", "host") from error
    if not _NAME.fullmatch(name):
        raise NotFetched("its address names a host that cannot be", "host")
    if _NUMBER.fullmatch(name) and not _is_plain(name):
        raise NotFetched("its address writes the host as a number", "host")
    return name


def _sixth(name):
    try:
        address = ipaddress.IPv6Address(name)
    except ValueError as error:
        raise NotFetched("its address names a host that cannot be", "host") from error
    if address.scope_id:
        raise NotFetched("its address names an interface of this machine", "host")
    return str(address)


def _is_plain(name):
    """Four decimal numbers, none of which another reader takes for octal."""
    try:
        ipaddress.IPv4Address(name)
    except ValueError:
        return False
    return True


def _target(parts):
    """Path and query with what has no place in a request written in percent; what is in percent stays."""
    query = f"?{quote(parts.query, safe=_IN_A_QUERY)}" if parts.query else ""
    return f"{quote(parts.path, safe=_IN_A_PATH) or '/'}{query}"
