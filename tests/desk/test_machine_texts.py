"""The texts for machines: kept by managing editors, at the addresses everybody knows, or not found."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles.models import Paper

ADD, CHANGE = "/admin/articles/paper/add/", "/admin/articles/paper/1/change/"
OPEN = {"train_ai": "on", "answer_with_ai": "on", "logo_in_dark": "plate", "licence": Paper().licence}
ADDRESSES = ("/trust.txt", "/.well-known/trust.txt", "/.well-known/security.txt", "/ads.txt")
TRUST = "belongto=https://press.example/\r\nsocial=https://social.example/@us"


@pytest.fixture
def managing(login):
    return login("Managing editors")


def save(client, **typed):
    url = CHANGE if Paper.objects.exists() else ADD
    return client.post(url, OPEN | typed)


def security(**later):
    end = timezone.now() + timedelta(**later)
    return f"Contact: mailto:security@example.org\nExpires: {end:%Y-%m-%dT%H:%M:%SZ}"


def test_what_a_paper_does_not_keep_is_not_found_as_nothing_is(client, managing):
    save(managing)
    nothing = client.get("/no/such/address/")

    answers = [client.get(path) for path in ADDRESSES]

    assert {(answer.status_code, answer.content) for answer in answers} == {(404, nothing.content)}


def test_what_it_keeps_is_read_at_the_next_click(client, managing):
    client.get("/ads.txt")
    save(managing, trust_txt=TRUST, security_txt=security(days=90), ads_txt="exchange.example, 1, DIRECT")

    answers = {path: client.get(path) for path in ADDRESSES}

    assert {answer["Content-Type"] for answer in answers.values()} == {"text/plain; charset=utf-8"}
    assert answers["/trust.txt"].content == answers["/.well-known/trust.txt"].content
    assert answers["/trust.txt"].content.decode() == f"{TRUST}\ndatatrainingallowed=yes\n".replace("\r", "")
    assert answers["/ads.txt"].content == b"exchange.example, 1, DIRECT\n"
    assert answers["/.well-known/security.txt"].content.startswith(b"Contact: mailto:security@example.org\n")


def test_they_are_kept_and_known_again(client, managing):
    save(managing, ads_txt="exchange.example, 1, DIRECT")
    answer = client.get("/ads.txt")

    again = client.get("/ads.txt", headers={"If-None-Match": answer["ETag"]})

    assert answer["Cache-Control"].startswith("public, ")
    assert again.status_code == 304


def test_a_security_txt_that_is_past_its_end_is_gone_and_keeps_nothing_else_from_being_saved(client, managing):
    old = security(days=-1)
    Paper.objects.create(security_txt=old)

    saved = save(managing, name="The Skerrin Star", security_txt=old)

    assert client.get("/.well-known/security.txt").status_code == 404
    assert saved.status_code == 302


@pytest.mark.parametrize("field", ["trust_txt", "security_txt", "ads_txt"])
def test_what_breaks_the_rules_is_told_beside_its_field_and_not_saved(managing, field):
    answer = save(managing, **{field: "what I think"})

    assert answer.status_code == 200
    assert "Line 1 of " in answer.content.decode()
    assert not Paper.objects.exists()


@pytest.mark.parametrize(
    ("switch", "crawler", "other"),
    [("train_ai", "GPTBot", "OAI-SearchBot"), ("answer_with_ai", "OAI-SearchBot", "GPTBot")],
)
def test_a_switch_asks_crawlers_to_keep_out_and_says_so_in_trust_txt(client, managing, switch, crawler, other):
    save(managing, trust_txt=TRUST)
    before = client.get("/robots.txt").content.decode()

    managing.post(CHANGE, {name: value for name, value in OPEN.items() if name != switch} | {"trust_txt": TRUST})

    text = client.get("/robots.txt").content.decode()
    assert "Disallow: /\n" not in before
    assert f"User-agent: {crawler}\n" in text
    assert f"User-agent: {other}\n" not in text
    assert ("datatrainingallowed=no" in client.get("/trust.txt").content.decode()) == (switch == "train_ai")


def test_crawlers_may_show_large_pictures(client, db):
    assert '<meta name="robots" content="max-image-preview:large">' in client.get("/").content.decode()
