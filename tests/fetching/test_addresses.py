"""What may be asked for, before anything is asked."""

import pytest

from articles.fetching.addresses import address_of
from articles.fetching.reachable import is_public
from articles.fetching.refusals import NotFetched

REFUSED = {
    "file:///etc/passwd": "scheme",
    "gopher://pictures.example/": "scheme",
    "ftp://pictures.example/a.png": "scheme",
    "javascript:alert(1)": "scheme",
    "a.png": "address",
    "http://[::1": "address",
    "http://pictures.example:port/a.png": "address",
    "http://pictures.example:22/": "port",
    "https://pictures.example:5432/": "port",
    "http://a@pictures.example/": "credentials",
    "http://a:b@pictures.example/": "credentials",
    "http://pictures.example\\@127.0.0.1/": "credentials",
    "http:///a.png": "address",
    "http://2130706433/": "host",
    "http://0x7f.1/": "host",
    "http://127.1/": "host",
    "http://0177.0.0.1/": "host",
    "http://0/": "host",
    "http://[fe80::1%25eth0]/": "host",
    "http://pictures..example/": "host",
    "http://pictures.exa mple/": "host",
    "http://pictures.example/" + "a" * 2000: "address",
}
NOT_PUBLIC = """
    0.0.0.0 10.1.2.3 100.64.0.1 100.100.100.200 127.0.0.1 127.9.9.9 168.63.129.16 169.254.169.254 172.16.0.1
    192.0.0.192 192.0.2.1 192.168.1.1 198.18.0.1 224.0.0.1 240.0.0.1 255.255.255.255 :: ::1 ::127.0.0.1
    ::ffff:127.0.0.1 ::ffff:93.184.216.34 2001:db8::1 3fff::1 5f00::1 64:ff9b:1::1 2001:0:53aa:64c::1 2002:7f00:1::1
    64:ff9b::7f00:1 64:ff9b::a00:1 fc00::1 fd00:ec2::254 fe80::1 fec0::1 ff02::1 ff0e::1
"""


@pytest.mark.parametrize(("href", "code"), REFUSED.items(), ids=range(len(REFUSED)))
def test_what_is_no_address_of_a_picture_is_refused_by_its_reason(href, code):
    with pytest.raises(NotFetched) as refused:
        address_of(href)

    assert refused.value.code == code


def test_an_address_is_written_as_a_request_can_say_it():
    assert str(address_of(" HTTP://Bücher.Example.:80/ein Bild.jpg?größe=1#x ")) == (
        "http://xn--bcher-kva.example/ein%20Bild.jpg?gr%C3%B6%C3%9Fe=1"
    )
    assert str(address_of("//pictures.example/a%20b.png")) == "https://pictures.example/a%20b.png"
    assert str(address_of("https://[2606:4700::1]")) == "https://[2606:4700::1]/"


def test_only_the_public_internet_may_be_reached():
    assert [address for address in NOT_PUBLIC.split() if is_public(address)] == []


def test_the_public_internet_may_be_reached():
    public = ["93.184.216.34", "2606:4700::1", "64:ff9b::5db8:d822"]

    assert [address for address in public if not is_public(address)] == []
