"""Which addresses may be connected to: those of the public internet, also behind the spellings of IPv4 in IPv6."""

import ipaddress

# 64:ff9b::/96 (RFC 6052) is how a network without IPv4 reaches the rest; what counts is the address inside.
_TRANSLATED = ipaddress.ip_network("64:ff9b::/96")
# All of IPv6 that has been given out (RFC 4291): what is not in it is some machine's own.
_GIVEN_OUT = ipaddress.ip_network("2000::/3")
# For special purposes (RFC 6890, 7526, 9637); which of them Python calls global depends on its version.
_SPECIAL = [ipaddress.ip_network(one) for one in ("192.0.0.0/24", "192.88.99.0/24", "2001::/23", "3fff::/20")]
# Public by their number, and answered by the machine that a cloud runs this one on.
_METADATA = frozenset({"168.63.129.16"})


def is_public(text):
    """Whether the address `text` is one of the public internet: not private, not this machine, not its network."""
    address = ipaddress.ip_address(text)
    if address in _TRANSLATED:
        address = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    if address.version == 6 and (address not in _GIVEN_OUT or address.sixtofour or address.teredo):
        return False
    return address.is_global and not (
        address.is_multicast
        or address.is_reserved
        or any(address in special for special in _SPECIAL)
        or str(address) in _METADATA
    )
