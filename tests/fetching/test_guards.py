"""What happens when a picture is asked for: where the connection goes, and where it ends."""

import gzip
import socket

import pytest

from articles.fetching.refusals import NotFetched
from tests.pictures import samples

from .server import HERE, not_there, sends, sends_on, serving

PICTURE = samples.data(60, 40, format="PNG")
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
HTML = b"<!doctype html><title>Not here</title>"


def refused(web, address):
    with pytest.raises(NotFetched) as refusal:
        web.picture(address)
    return refusal.value.code


def test_a_picture_comes_with_its_bytes_and_the_asker_says_who_it_is(site):
    site.answers["/pump.png"] = sends(PICTURE)

    assert site.web().picture(site.address()) == PICTURE
    headers = site.asked[0].headers
    assert (headers["Host"], headers["User-Agent"]) == (f"pictures.example:{site.port}", "Test")
    assert not {"Cookie", "Authorization", "Referer"} & set(headers)


def test_a_name_is_resolved_once_and_the_connection_goes_to_that_address(site, monkeypatch):
    site.answers["/pump.png"] = sends(PICTURE)
    answers, looked_up = iter([[HERE], ["127.0.0.9"]]), []
    theirs = socket.getaddrinfo
    monkeypatch.setattr(socket, "getaddrinfo", lambda host, *more: looked_up.append(host) or theirs(host, *more))

    site.web(names=lambda host, port: next(answers)).picture(site.address())

    assert next(answers) == ["127.0.0.9"]
    assert set(looked_up) == {HERE}


def test_a_name_that_leads_to_a_private_address_is_not_asked(site):
    for found in (["127.0.0.9"], [HERE, "127.0.0.9"]):
        assert refused(site.web(names=lambda host, port, found=found: found), site.address()) == "private"
    assert not site.asked


def test_loopback_is_refused_where_nobody_allows_it(site):
    from articles.fetching.reachable import is_public

    assert refused(site.web(may_reach=is_public), site.address()) == "private"
    assert not site.asked


def test_a_proxy_of_the_environment_is_not_used(site, monkeypatch):
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    site.answers["/pump.png"] = sends(PICTURE)

    assert site.web().picture(site.address()) == PICTURE


@pytest.mark.parametrize(
    ("to", "code"),
    [
        ("http://inside.example:{port}/pump.png", "private"),
        ("http://2130706433:{port}/", "host"),
        ("http://pictures.example:22/", "port"),
        ("file:///etc/passwd", "scheme"),
        ("/pump.png", "redirects"),
    ],
)
def test_each_redirect_is_looked_at_anew(site, to, code):
    site.answers["/pump.png"] = sends_on(to.format(port=site.port))
    names = {"pictures.example": [HERE], "inside.example": ["127.0.0.9"]}

    assert refused(site.web(names=lambda host, port: names[host]), site.address()) == code
    assert len(site.asked) == (4 if code == "redirects" else 1)


def test_a_picture_that_moved_is_found(site):
    site.answers |= {"/pump.png": sends_on("there/pump.png", 301), "/there/pump.png": sends(PICTURE)}

    assert site.web().picture(site.address()) == PICTURE


def endless(handler):
    """No length, and no end."""
    handler.send_response(200)
    handler.end_headers()
    handler.wfile.write(PICTURE)
    while not handler.server.site.end.is_set():
        handler.wfile.write(bytes(1 << 16))


def lying(handler):
    handler.send(200, PICTURE + bytes(1 << 20), Content_Length="100")


def in_chunks(handler):
    handler.send_response(200)
    handler.send_header("Transfer-Encoding", "chunked")
    handler.end_headers()
    for piece in (PICTURE, bytes(1 << 16), bytes(1 << 16)):
        handler.wfile.write(b"%x\r\n%s\r\n" % (len(piece), piece))
    handler.wfile.write(b"0\r\n\r\n")


@pytest.mark.parametrize("answer", [endless, in_chunks, sends(PICTURE + bytes(1 << 17))])
def test_too_much_is_not_taken_whatever_a_header_says(site, answer):
    site.answers["/pump.png"] = answer

    assert refused(site.web(size=1 << 16), site.address()) == "too-large"


def test_more_than_was_announced_is_not_read(site):
    site.answers["/pump.png"] = lying

    assert site.web().picture(site.address()) == PICTURE[:100]


def stalls(handler):
    """The beginning of a picture, and then nothing."""
    handler.send_response(200)
    handler.end_headers()
    handler.wfile.write(PICTURE[:50])
    handler.server.site.end.wait(5)


def drips(handler):
    """A header that never ends, a byte a time: no single wait is long."""
    handler.wfile.write(b"HTTP/1.0 200 OK\r\nX: ")
    while not handler.server.site.end.wait(0.01):
        handler.wfile.write(b"x")


@pytest.mark.parametrize("answer", [stalls, drips])
def test_what_is_slow_is_left_at_the_deadline(site, answer):
    site.answers["/pump.png"] = answer

    assert refused(site.web(seconds=0.1), site.address()) == "late"


def test_what_is_no_answer_at_all_is_told(site):
    site.answers["/pump.png"] = lambda handler: handler.wfile.write(b"\x00" * 100 + b"\n\n")

    assert refused(site.web(), site.address()) == "broken-off"


def test_a_server_that_falls_silent_is_left_before_the_deadline(site):
    site.answers["/pump.png"] = stalls

    assert refused(site.web(wait=0.05), site.address()) == "broken-off"


@pytest.mark.parametrize("body", [SVG, HTML, b"", gzip.compress(PICTURE), b"%PDF-1.7"])
def test_what_is_no_picture_is_not_taken_whatever_its_type(site, body):
    site.answers["/pump.png"] = sends(body, Content_Type="image/png", Content_Encoding="gzip")

    assert refused(site.web(), site.address()) == "not-a-picture"


def test_a_picture_that_is_not_there_is_told_with_its_answer(site):
    with pytest.raises(NotFetched, match=r"pictures\.example answered 404 Not Found"):
        site.web().picture(site.address())


def test_a_host_that_asks_for_a_pause_gets_it(site):
    site.answers["/pump.png"] = lambda handler: handler.send(429)
    web = site.web()

    assert [refused(web, site.address()) for _ in range(2)] == ["busy", "gave-up"]
    assert len(site.asked) == 1


def test_a_host_that_does_not_answer_is_left_in_peace_after_three_times():
    def unknown(host, port):
        asked.append(host)
        raise socket.gaierror

    asked = []
    with serving() as site:
        web = site.web(names=unknown)

        assert [refused(web, site.address()) for _ in range(5)] == ["unresolved"] * 3 + ["gave-up"] * 2
    assert len(asked) == 3


def test_an_answer_without_a_picture_is_no_silence(site):
    site.answers["/pump.png"] = not_there
    web = site.web()

    assert {refused(web, site.address()) for _ in range(5)} == {"status"}


class TestTls:
    def test_the_certificate_is_that_of_the_name_and_not_of_the_address(self):
        with serving(tls=True) as site:
            site.answers["/pump.png"] = sends(PICTURE)

            assert site.web().picture(site.address(scheme="https")) == PICTURE

    def test_a_certificate_of_another_name_does_not_do(self):
        with serving(tls=True) as site:
            assert refused(site.web(), site.address(host="other.example", scheme="https")) == "certificate"
            assert not site.asked

    def test_what_is_slow_is_left_at_the_deadline_there_too(self):
        with serving(tls=True) as site:
            site.answers["/pump.png"] = stalls

            assert refused(site.web(seconds=0.2), site.address(scheme="https")) == "late"
