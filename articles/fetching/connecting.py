"""Connects to a host by an address that was checked: resolved once, and never by its name again.

urllib3 gets the address to connect to, and the name for the certificate and the Host header.
"""

import socket
import ssl
import time
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from threading import Timer

from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import HTTPError

from .refusals import NotFetched

_TRIED = 3  # addresses of one host


def resolved(host, port):
    """The addresses of `host`, as the system's resolver has them."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, proto=socket.IPPROTO_TCP)
    return list(dict.fromkeys(address[0].partition("%")[0] for *_, address in found))


@dataclass(frozen=True, slots=True)
class Deadline:
    """When a picture must be here, from the first question to its last byte."""

    seconds: float
    began: float = field(default_factory=time.monotonic)

    def until(self):
        return self.began + self.seconds - time.monotonic()

    def left(self):
        """Seconds that are left; raises NotFetched (late) when none are."""
        left = self.until()
        if left <= 0:
            raise NotFetched(f"it was not here after {self.seconds:g} seconds", "late", again=True)
        return left


def checked(address, resolve, may_reach):
    """The addresses of an Address's host; raises NotFetched (unresolved, private) unless each may be reached."""
    try:
        found = resolve(address.host, address.port)
    except (OSError, UnicodeError) as error:
        raise NotFetched(f"the host {address.host} is not known", "unresolved", again=True) from error
    if hidden := next((one for one in found if not may_reach(one)), None):
        raise NotFetched(f"{address.host} is {hidden}, which is not on the public internet", "private")
    if not found:
        raise NotFetched(f"the host {address.host} has no address", "unresolved", again=True)
    return found[:_TRIED]


@contextmanager
def connected(address, found, limits, deadline, tls):
    """A connection to the first of the addresses `found` that answers, cut off at the deadline."""
    connection = _first_of(address, found, limits, deadline, tls)
    # Each read may wait for a while, and a server may send a byte at a time: at the deadline the socket itself is shut.
    watch = Timer(max(deadline.until(), 0), _shut, [connection.sock])
    watch.daemon = True
    watch.start()
    try:
        yield connection
    finally:
        watch.cancel()
        connection.close()


def _first_of(address, found, limits, deadline, tls):
    failure = None
    for ip in found:
        connection = _to(address, ip, min(limits.wait, deadline.left()), tls)
        try:
            connection.connect()
        except ssl.SSLCertVerificationError as error:
            connection.close()
            raise NotFetched(f"the certificate of {address.host} does not hold", "certificate") from error
        except (HTTPError, OSError) as error:
            connection.close()
            failure = error
        else:
            return connection
    raise NotFetched(f"{address.host} does not answer", "unreachable", again=True) from failure


def _to(address, ip, seconds, tls):
    if address.scheme == "http":
        return HTTPConnection(ip, address.port, timeout=seconds)
    return HTTPSConnection(ip, address.port, timeout=seconds, ssl_context=tls, server_hostname=address.host)


def _shut(sock):
    """For reading and writing, below TLS: whoever waits for a byte is woken."""
    with suppress(OSError):  # it may be closed already
        socket.socket.shutdown(sock, socket.SHUT_RDWR)
