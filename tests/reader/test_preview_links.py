"""A preview link opens one page, for a time, and looks like nothing to everybody else."""

import re
from datetime import timedelta

import pytest
from django.core.handlers.wsgi import WSGIHandler
from django.utils import timezone

from articles import editing, previewing, publishing
from articles.models import PreviewLink, Rendition
from newsroom.door import Door
from tests.factories import make_article, make_edition, make_image

from .papers import everything, whole_paper

pytestmark = pytest.mark.django_db
BAND = "Preview. Not published. Please do not pass on."
NEVER = "/2020/01/01/nothing-was-ever-here/"


@pytest.fixture
def article(db):
    return make_article(
        headline="Ferry to return in spring",
        tags=["Harbour"],
        lead=make_image(caption="The ferry leaves."),
        slug="ferry-to-return",
    )


def link_to(article, **told):
    """(link, its address)."""
    link, token = previewing.make(article, by=None, **{"days": 2, **told})
    return link, f"/preview/{token}/"


def picture_on(response):
    return re.search(r'src="([^"]+\.jpg)"', response.content.decode())[1]


def same_answer(one, other):
    return (one.status_code, one.content, sorted(one.headers.items())) == (
        other.status_code,
        other.content,
        sorted(other.headers.items()),
    )


def test_the_page_is_the_readers_page_with_a_band(client, article):
    make_edition(headline="What the ferry cost", tags=["Harbour"])

    page = client.get(link_to(article)[1]).content.decode()

    assert BAND in page
    assert "<h1>Ferry to return in spring</h1>" in page
    assert "The ferry leaves." in page
    assert "What the ferry cost" not in page
    assert page.count("first crossing is planned") == 1


@pytest.mark.parametrize(("language", "band"), [("fr", "Aperçu. Non publié."), ("ar", "معاينة. لم يُنشر بعد.")])
def test_the_band_speaks_the_storys_language(client, language, band):
    assert band in client.get(link_to(make_article(language=language))[1]).content.decode()


def test_nobody_keeps_it_indexes_it_or_is_told_of_it(client, article):
    response = client.get(link_to(article)[1])

    html = response.content.decode()
    told = {name: response[name] for name in ("Cache-Control", "Referrer-Policy", "X-Robots-Tag", "X-Frame-Options")}
    assert told == {
        "Cache-Control": "private, no-store",
        "Referrer-Policy": "no-referrer",
        "X-Robots-Tag": "noindex, nofollow",
        "X-Frame-Options": "DENY",
    }
    assert "ETag" not in response
    assert not response.cookies
    assert '<meta name="robots" content="noindex, nofollow">' in html
    assert [mark for mark in ("canonical", "ld+json", "og:", "article:") if mark in html] == []


def test_a_page_is_counted_and_a_look_at_its_headers_is_not(client, article):
    link, address = link_to(article)

    client.head(address)
    client.get(picture_on(client.get(address)))
    client.get(address)

    link.refresh_from_db()
    assert link.opened == 2
    assert timezone.now() - link.opened_at < timedelta(minutes=1)


def test_head_has_the_headers_and_no_body(client, article):
    address = link_to(article)[1]

    head = client.head(address)

    assert (head.status_code, head.content) == (200, b"")
    assert int(head["Content-Length"]) == len(client.get(address).content)


def test_a_link_shows_the_version_it_was_made_for(client, article):
    address, following = link_to(article)[1], link_to(article, follows=True)[1]
    editing.save(article, {"headline": "Ferry to return in May"}, by=None, base_version=1)

    assert "Ferry to return in spring" in client.get(address).content.decode()
    assert "Ferry to return in May" in client.get(following).content.decode()


def test_the_band_says_nothing_untrue_once_the_version_is_published(client, article):
    address = link_to(article)[1]
    publishing.publish(article, by=None)

    page = client.get(address).content.decode()

    assert BAND not in page
    assert "noindex" in page


def test_pictures_are_those_of_the_page_and_no_others(client, article):
    address = link_to(article)[1]
    other = make_article(lead=make_image("red")).lead
    foreign = Rendition.objects.filter(image=other).first().name

    shown = client.get(picture_on(client.get(address)))

    assert (shown.status_code, shown["Content-Type"]) == (200, "image/jpeg")
    assert (shown["Cache-Control"], shown["Content-Security-Policy"]) == (
        "private, no-store",
        "default-src 'none'; sandbox",
    )
    assert same_answer(client.get(f"{address}pictures/{foreign}"), client.get(NEVER))
    assert client.get(picture_on(client.get(address)).replace(address, "/")).status_code == 404


def test_a_picture_taken_off_the_story_stays_with_the_version_that_has_it(client, article):
    address, following = link_to(article)[1], link_to(article, follows=True)[1]
    picture = picture_on(client.get(address))
    editing.save(article, {"lead": None}, by=None, base_version=1)

    assert client.get(picture).status_code == 200
    assert client.get(picture.replace(address, following)).status_code == 404


def expired(link, article):
    PreviewLink.objects.filter(pk=link.pk).update(expires_at=timezone.now())


def revoked(link, article):
    previewing.revoke(link, by=None)


def binned(link, article):
    editing.bin_story(article, by=None)


def killed(link, article):
    publishing.publish(article, by=None)
    publishing.kill(article, by=None, notice="Withdrawn.", reason="It was not so.")


@pytest.mark.parametrize("end", [expired, revoked, binned, killed])
@pytest.mark.parametrize("method", ["get", "head"])
def test_a_link_that_has_ended_never_existed(end, method, client, article):
    link, address = link_to(article)
    picture = picture_on(client.get(address))
    end(link, article)
    ask = getattr(client, method)

    answers = [ask(address), ask(picture)]

    assert all(same_answer(answer, ask(NEVER)) for answer in answers)
    link.refresh_from_db()
    assert link.opened == 1


def test_addresses_near_a_link_never_existed(client, article):
    link, address = link_to(article)
    token = address.split("/")[2]
    near = [
        "/preview/",
        f"/preview/{'A' * 43}/",
        f"/preview/{token[:-1]}/",
        f"/preview/{token}A/",
        f"/preview/{token.swapcase()}/",
        f"/preview/{link.hashed[:43]}/",
        f"{address}pictures/",
        f"{address}pictures/../../admin",
        f"{address}changes/",
        f"{address}feeds/rss.xml",
        f"/preview/{token}.json",
    ]

    assert [path for path in near if not same_answer(client.get(path), client.get(NEVER))] == []


def test_only_a_hash_of_the_token_is_kept(article):
    link, address = link_to(article)
    token = address.split("/")[2]

    kept = str(PreviewLink.objects.values().get()) + str(list(article.transitions.values()))

    assert token not in kept
    assert len(link.hashed) == 64


def test_a_link_opens_no_other_page(client, article):
    shown = whole_paper()
    before = {name: client.get(path).content for name, path in everything(shown).items()}

    page = client.get(link_to(article)[1])

    assert page.status_code == 200
    assert client.get(f"/{timezone.now():%Y/%m/%d}/ferry-to-return/").status_code == 404
    assert {name: client.get(path).content for name, path in everything(shown).items()} == before


def test_the_server_s_door_keeps_no_preview(client, article):
    address, stamps = link_to(article)[1], []
    door = Door(WSGIHandler(), stamp=lambda: stamps.append(1) or (1, 1))
    environ = client._base_environ(PATH_INFO=address)

    for _ in range(2):
        answer = door(environ | {"wsgi.input": environ["wsgi.input"]}, lambda *_: None)
        answer.close()

    assert stamps == []
    assert door._pages == {}


def test_nobody_sends_anything_there(client, article):
    address = link_to(article)[1]

    assert client.post(address).status_code == client.post(f"/preview/{'A' * 43}/").status_code == 405
