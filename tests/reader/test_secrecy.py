"""What readers may not see is in no public answer: not in a page, a feed, a sitemap, nor by a different silence."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles.models import Tag
from tests.factories import make_article, make_author, make_edition, make_section

from .papers import everything, forms, hide, rewrite, whole_paper

pytestmark = pytest.mark.django_db
CANARY = "quinquereme"


def secret(**fields):
    """Fields of a story that names the canary in every part of it."""
    return {
        "headline": f"The {CANARY} story",
        "standfirst": f"All about the {CANARY}",
        "kicker": CANARY,
        "body": f"<p>The {CANARY} sailed at four in the morning on Tuesday, said the harbour office.</p>",
        "slug": f"the-{CANARY}-story",
        "method": f"We went aboard the {CANARY}.",
        "sources": f"The log of the {CANARY} https://log.example/{CANARY}",
        "licence": "by",
        "tags": [f"{CANARY} tag", "Harbour"],
        "bylines": [(make_author(f"Cap {CANARY}", slug=f"cap-{CANARY}"), "")],
        **fields,
    }


def hidden(kind):
    """A story that exists and that no reader may know of."""
    if kind == "draft":
        return make_article(**secret())
    if kind == "scheduled":
        return make_edition(at=timezone.now() + timedelta(days=1), **secret())
    edition = make_edition(**secret())
    hide(edition)
    return edition


@pytest.mark.parametrize("kind", ["draft", "scheduled", "unpublished"])
def test_a_hidden_story_is_in_no_public_answer(client, kind):
    shown = whole_paper()
    hidden(kind)

    leaks = [
        name for name, path in (everything(shown) | forms(shown)).items() if CANARY in client.get(path).content.decode()
    ]

    assert leaks == []


@pytest.mark.parametrize("kind", ["draft", "scheduled", "unpublished"])
def test_the_tag_and_the_author_of_a_hidden_story_are_not_found(client, kind):
    hidden(kind)
    tag = Tag.objects.get(name__startswith=CANARY)

    answers = [
        client.get(f"{path}{rest}").status_code
        for path in (tag.get_absolute_url(), f"/author/cap-{CANARY}/")
        for rest in ("", "feeds/rss.xml")
    ]

    assert answers == [404] * 4


def test_an_alias_of_a_hidden_tag_does_not_tell_by_redirecting(client):
    hidden("draft")
    Tag.objects.get(name__startswith=CANARY).aliases.create(name="Galley", slug="galley", key="galley")

    assert client.get("/tag/galley/").status_code == 404
    assert client.get("/tag/galley/feeds/rss.xml").status_code == 404


def test_every_not_found_is_the_same_bytes(client):
    now = timezone.now()
    scheduled = make_edition(at=now + timedelta(days=1), section=make_section(), **secret())
    gone = make_edition(headline="Gone by noon, and nobody says why")
    hide(gone)
    make_article(slug="still-being-written")
    paths = [
        "/2020/01/01/nothing-was-ever-here/",
        scheduled.path,
        gone.path,
        f"/{now:%Y/%m/%d}/still-being-written/",
        "/section/nowhere/",
        "/tag/nothing/",
        f"/author/cap-{CANARY}/",
        "/archive/2019/",
        "/about/nobody/",
        "/no/such/address/",
    ]

    answers = [client.get(path) for path in paths]

    assert {answer.status_code for answer in answers} == {404}
    assert len({answer.content for answer in answers}) == 1
    assert len({str(sorted(answer.headers.items())) for answer in answers}) == 1


def test_what_is_for_the_desk_alone_is_in_no_public_answer(client):
    shown = whole_paper()
    rewrite(shown, desk_sources=f"The mate of the {CANARY}", headline="The council buys the ferry, and says so")

    asked = everything(shown) | forms(shown)

    assert [name for name, path in asked.items() if CANARY in client.get(path).content.decode()] == []


def test_a_superseded_text_is_gone_from_every_answer(client):
    shown = whole_paper()
    old = make_edition(**secret(tags=["Harbour"], bylines=[]))
    rewrite(
        old, headline="The plain story", standfirst="", kicker="", body="<p>Nothing to see.</p>", slug="plain-story"
    )

    leaks = [name for name, path in everything(shown).items() if CANARY in client.get(path).content.decode()]

    assert leaks == []


def test_a_rewrite_that_waits_leaves_the_live_page_as_it_is(client):
    shown = make_edition(headline="The plain story of the harbour")
    rewrite(shown, at=timezone.now() + timedelta(hours=1), headline=f"The {CANARY} story of the harbour")

    page = client.get(shown.path).content.decode()

    assert "The plain story of the harbour" in page
    assert CANARY not in page
