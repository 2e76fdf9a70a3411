"""A name for where a letter comes from, good for counting today and for nothing tomorrow.

It is the network address, hashed with a salt that is drawn at random for the day and kept in the cache alone.
"""

import hashlib
import secrets
from datetime import UTC, datetime
from ipaddress import IPv6Address, ip_address, ip_network

from django.conf import settings

from .counting import kept

A_DAY = 24 * 3600


def sender(request):
    """The day's name of the sender's network, "" where the server is not told any address."""
    network = _network(_address(request))
    return hashlib.blake2b(network.encode(), key=_salt(), digest_size=12).hexdigest() if network else ""


def _salt():
    day = datetime.now(UTC).date()
    return kept(f"salt:{day}", lambda: secrets.token_bytes(32), A_DAY)


def _address(request):
    """Of the addresses that proxies tell, the one that the outermost of our own has seen; others can be made up."""
    if not settings.PROXIES:
        return request.META.get("REMOTE_ADDR", "")
    told = request.headers.get("X-Forwarded-For", "").split(",")
    return told[-settings.PROXIES].strip() if len(told) >= settings.PROXIES else ""


def _network(text):
    """One customer of a network: an IPv4 address, or the 64 leading bits of an IPv6 one."""
    try:
        address = ip_address(text)
    except ValueError:
        return ""
    if isinstance(address, IPv6Address) and address.ipv4_mapped:
        address = address.ipv4_mapped
    return str(ip_network(f"{address}/{64 if address.version == 6 else 32}", strict=False))
