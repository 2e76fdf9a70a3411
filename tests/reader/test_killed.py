"""A killed story answers 410 with its public notice wherever readers had it, and is nowhere else."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles import publishing
from articles.models import Edition, Tag, Withdrawal
from tests.factories import WAIVED, make_article, make_author, make_edition, make_image

from .papers import everything, hide, rewrite, whole_paper

pytestmark = pytest.mark.django_db
CANARY, NOTICE = "quinquereme", "We have withdrawn this story & say <why>."


def killed(**fields):
    """A story that named the canary in every part of it, and is no more; its last edition."""
    told = {
        "headline": f"The {CANARY} story",
        "standfirst": f"All about the {CANARY}",
        "kicker": CANARY,
        "body": f"<p>The {CANARY} sailed at four in the morning on Tuesday, said the harbour office.</p>",
        "slug": "a-story-of-the-sea",
        "tags": [f"{CANARY} tag", "Harbour"],
        "bylines": [(make_author(f"Cap {CANARY}", slug=f"cap-{CANARY}"), "")],
        "lead": make_image("red", alt=CANARY, credit=CANARY),
    }
    edition = make_edition(**told | fields)
    kill(edition)
    return edition


def kill(edition):
    publishing.kill(edition.article, by=None, notice=NOTICE, reason=f"The {CANARY} went to court.")


def brought_back(edition, **told):
    publishing.revive(edition.article, by=None, reason="The court was wrong")
    return publishing.publish(edition.article, by=None, waive=WAIVED, **told)


def test_the_address_of_a_killed_story_answers_with_its_notice_and_the_date(client):
    edition = killed()

    answer = client.get(edition.path)
    html = answer.content.decode()

    assert answer.status_code == 410
    assert "<p>We have withdrawn this story &amp; say &lt;why&gt;.</p>" in html
    assert f'<time datetime="{timezone.now():%Y-%m-%d}' in html
    assert '<meta name="robots" content="noindex">' in html
    assert "ld+json" not in html
    assert "canonical" not in html


def test_nothing_of_a_killed_story_is_in_any_answer(client):
    shown, edition = whole_paper(), killed()
    asked = [*everything(shown).values(), edition.path, edition.data_path, edition.changes_path]

    leaks = [path for path in asked if CANARY in client.get(path).content.decode()]

    assert leaks == []


def test_what_stood_under_a_killed_story_is_not_found(client):
    edition = killed()
    size = edition.picture["wide"][0]["url"]
    tag = Tag.objects.get(name__startswith=CANARY).get_absolute_url()

    asked = [size, tag, f"/author/cap-{CANARY}/", edition.changes_path]

    assert [client.get(path).status_code for path in asked] == [404] * 4
    assert client.get(edition.changes_path).content == client.get("/no/such/address/").content


def test_every_address_that_readers_had_answers_and_no_other(client):
    first = make_edition(slug="the-first-name")
    second = rewrite(first, slug="the-second-name")
    never = rewrite(second, slug="a-name-to-come", at=timezone.now() + timedelta(days=1))
    kill(first)

    asked = [first.path, second.path, never.path]

    assert [client.get(path).status_code for path in asked] == [410, 410, 404]


def test_a_killed_story_is_kept_like_other_pages_and_never_known_already(client):
    edition = killed()
    answer, head = client.get(edition.path), client.head(edition.path)

    again = client.get(edition.path, headers={"If-None-Match": answer["ETag"]})

    assert answer["Cache-Control"] == "public, max-age=60, stale-while-revalidate=30"
    assert (again.status_code, again.content) == (410, answer.content)
    assert (head.status_code, head.content) == (410, b"")
    assert head["Content-Length"] == answer["Content-Length"]


def test_another_notice_is_another_page(client):
    first, second = killed(), killed(slug="another-story-of-the-sea")
    etags = {client.get(edition.path)["ETag"] for edition in (first, second)}
    brought_back(first)
    publishing.kill(first.article, by=None, notice="Withdrawn once more.", reason="Court")

    answer = client.get(first.path)

    assert "Withdrawn once more." in answer.content.decode()
    assert len({*etags, answer["ETag"]}) == 3


def test_a_kill_that_was_lifted_stands_until_the_story_is_out_again(client):
    edition = killed()

    brought_back(edition, at=timezone.now() + timedelta(hours=1))
    waiting = client.get(edition.path).status_code
    publishing.publish(edition.article, by=None, waive=WAIVED)

    assert (waiting, client.get(edition.path).status_code) == (410, 200)


def test_a_story_that_came_back_and_was_unpublished_is_not_found(client):
    edition = killed()
    hide(brought_back(edition))

    assert client.get(edition.path).status_code == 404


def test_a_schedule_taken_back_after_a_kill_was_lifted_leaves_the_notice(client):
    edition = killed()
    brought_back(edition, at=timezone.now() + timedelta(hours=1))
    hide(edition)

    assert client.get(edition.path).status_code == 410


def test_the_notice_is_set_in_the_language_of_those_who_read_the_story(client):
    edition = killed(language="ar")

    html = client.get(edition.path).content.decode()

    assert '<html lang="ar" dir="rtl">' in html
    assert "سُحبت هذه القصة" in html


def test_the_newest_kill_is_told_in_one_query(client, django_assert_num_queries):
    edition = killed()

    with django_assert_num_queries(1):
        told = Withdrawal.objects.told_at(edition.path, timezone.now()).get()
    with django_assert_num_queries(4):  # the story, where it may have gone, the kill, the chrome
        client.get(edition.path)

    assert (told.notice, told.language, told.published_at) == (NOTICE, "en", edition.published_at)


def test_a_draft_at_the_address_of_nobody_is_no_kill(client):
    article = make_article(slug="never-out")
    path = publishing.path_of(article)

    assert client.get(path).status_code == 404
    assert not Edition.objects.filter(path=path).exists()
