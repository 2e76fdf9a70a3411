"""Addresses of another site lead readers to the story in one step, and tell nothing of what they may not see."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles import old_addresses, publishing
from articles.models import Tag
from tests.factories import make_article, make_edition

from .papers import hide, rewrite

pytestmark = pytest.mark.django_db
OLD = "/2012/01/07/the-old-name/"


def led(article, *paths):
    for path in paths or [OLD]:
        old_addresses.add(article, path, by=None)
    return article


@pytest.fixture
def story():
    edition = make_edition()
    led(edition.article, OLD, "/?p=41", "/Blog/Ferry.html", "/海/", "/story.php?id=4")
    return edition


@pytest.mark.parametrize(
    "asked",
    [
        OLD,
        OLD.rstrip("/"),
        OLD.upper(),
        f"{OLD}?utm_source=feed",
        f"{OLD}?replytocom=7",
        "/?p=41",
        "/?p=41&fbclid=x",
        "/Blog/Ferry.html",
        "/%E6%B5%B7/",
        "/story.php?id=4",
    ],
)
def test_an_old_address_leads_to_the_story_for_good_and_in_one_step(client, story, asked):
    answer = client.get(asked)

    assert (answer.status_code, answer["Location"]) == (301, story.path)
    assert answer["Cache-Control"] == "public, max-age=60, stale-while-revalidate=30"


@pytest.mark.parametrize("asked", ["/?p=42", "/?p=41&preview=true", "/", "/?page=2"])
def test_other_questions_to_the_front_page_are_answered_by_the_front_page(client, story, asked):
    assert client.get(asked).status_code == 200


def test_a_story_that_moved_is_led_to_where_it_stands_now(client, story):
    moved = rewrite(story, slug="another-name")

    assert client.get(OLD)["Location"] == moved.path


def test_head_is_led_and_what_writes_is_not(client, story):
    assert client.head(OLD).status_code == 301
    assert client.post(OLD).status_code == 405


@pytest.mark.parametrize("kind", ["draft", "scheduled", "unpublished", "expired"])
def test_an_old_address_of_what_readers_have_not_got_is_one_that_never_was(client, kind):
    now, shown = timezone.now(), make_edition()
    if kind == "draft":
        led(make_article(), OLD, "/?p=41")
    elif kind == "scheduled":
        led(make_edition(at=now + timedelta(days=1)).article, OLD, "/?p=41")
    else:
        edition = make_edition(ago=timedelta(days=2))
        led(edition.article, OLD, "/?p=41")
        hide(edition)
        if kind == "expired":
            edition.live_until = now - timedelta(hours=1)
            edition.save(update_fields=["live_until"])

    answers = [client.get(path) for path in (OLD, "/2012/01/07/never/", "/?p=41", "/?p=999")]

    told = [(answer.status_code, answer.content, sorted(answer.headers.items())) for answer in answers]
    assert told[0] == told[1]
    assert told[2] == told[3]
    assert [answer.status_code for answer in answers] == [404, 404, 200, 200]
    assert shown.path in answers[0].content.decode()


def test_a_killed_story_is_told_of_although_the_address_without_its_question_leads_to_a_live_one(client, story):
    killed = make_edition().article
    led(killed, "/story.php?id=5")
    led(story.article, "/story.php")
    publishing.kill(killed, by=None, notice="Withdrawn.", reason="The wrong boat.")

    assert [client.get(f"/story.php?id={n}").status_code for n in (5, 6)] == [410, 301]


def test_a_killed_story_says_so_at_its_old_address_from_that_moment_on(client, story):
    client.get(OLD)

    publishing.kill(story.article, by=None, notice="We withdrew it.", reason="A court.")

    answers = [client.get(path) for path in (OLD, "/?p=41", story.path)]
    assert [answer.status_code for answer in answers] == [410] * 3
    assert all("We withdrew it." in answer.content.decode() for answer in answers)
    assert not any("Location" in answer.headers for answer in answers)


def test_a_kill_of_what_readers_never_had_is_not_told(client):
    article = led(make_edition(at=timezone.now() + timedelta(days=1)).article)
    hide(article.editions.get())

    assert client.get(OLD).content == client.get("/2012/01/07/never/").content


def test_a_redirect_is_not_kept_past_the_next_opening(client, story):
    make_edition(at=timezone.now() + timedelta(seconds=20))

    assert client.get(OLD)["Cache-Control"].startswith("public, max-age=1")


@pytest.mark.parametrize("slash", ["/", ""])
def test_no_page_of_ours_is_led_away_from(client, slash):
    shown = make_edition(tags=["Harbour"])
    mine = [shown.path, "/section/news/", "/tag/harbour/", "/author/isla-wren/"]
    led(make_edition().article, *(path.rstrip("/") + slash for path in mine))

    assert [client.get(path).status_code for path in mine] == [200] * 4
    assert [client.get(path.rstrip("/"))["Location"] for path in mine] == mine


def test_what_became_no_page_may_lead_on(client):
    edition = make_edition()
    led(edition.article, "/tag/quay/")
    Tag.objects.create(name="Quay", slug="quay", key="quay")

    assert client.get("/tag/quay/")["Location"] == edition.path


@pytest.mark.parametrize("path", ["/admin/articles/", "/feeds", "/search/", "/sitemap.xml", "/", "/about/"])
def test_a_page_of_the_newsroom_itself_is_refused(path):
    article = make_article()

    with pytest.raises(old_addresses.Refused) as refused:
        old_addresses.add(article, path, by=None)

    assert refused.value.code in ("own", "no-path")


def test_what_is_not_found_costs_one_question_more(client, django_assert_num_queries):
    make_edition()
    client.get("/nothing/")

    with django_assert_num_queries(3):  # whether it leads on, the chrome, the newest stories
        client.get("/nothing/")
