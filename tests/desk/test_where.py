"""Where a story shows: what the desk is told is what readers find, on each page and on no other."""

import html as markup
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from articles import places, publishing
from articles.models import Edition
from tests.factories import BODY, make_article, make_author, make_edition, make_image, make_section
from tests.reader.papers import rewrite

HEADLINE = "Ferry & quay, reopened"


def story(**fields):
    return make_edition(**{"headline": HEADLINE, "tags": ["Harbour", "Council"], **fields})


def found(edition, kind, at=None):
    return [place for place in places.find(edition, at or timezone.now()) if place.kind == kind]


def shows(path):
    """Whether readers find the story at an address: by its headline, or as a machine does, by its path."""
    text = markup.unescape(Client().get(path).content.decode())
    return HEADLINE in text or Edition.objects.get(headline=HEADLINE, live_until=None).path in text


def fill(number, **fields):
    """Newer stories, the newest last."""
    now = timezone.now()
    for n in range(number):
        make_edition(at=now - timedelta(seconds=200 - n), **{"headline": f"Newer {n}", **fields})


@pytest.fixture
def paper(db):
    """A story with everything, older ones and newer ones beside it."""
    make_edition(headline="Shares a tag", tags=["Harbour"], ago=timedelta(days=1))
    make_edition(headline="Shares the section", tags=["Alone"], ago=timedelta(days=1))
    make_edition(headline="Elsewhere", tags=["Other"], section=make_section("Sport"), bylines=[(make_author("B"), "")])
    edition = story(lead=make_image(size=(900, 600)))
    fill(3, tags=["Council"])
    return edition


def every_address(edition):
    """Every public page and file that could show a story, of everything in the paper."""
    for other in Edition.objects.live():
        yield from (other.path, other.data_path)
        for listed in (other.section, *[row.tag for row in other.tag_rows.all()]):
            yield from (listed.get_absolute_url(), f"{listed.get_absolute_url()}feeds/rss.xml")
        for row in other.byline_rows.all():
            yield from (row.author.get_absolute_url(), f"{row.author.get_absolute_url()}feeds/rss.xml")
        yield timezone.localtime(other.published_at).strftime("/archive/%Y/%m/%d/")
        yield timezone.localtime(other.published_at).strftime("/sitemap-%Y-%m.xml")
    yield from ("/", "/feeds/rss.xml", "/corrections/", "/corrections/feeds/rss.xml", "/news-sitemap.xml")


def test_the_desk_is_told_every_place_where_readers_find_a_story_and_no_other(paper):
    kinds = {"redirect", "missing", "picture"}
    told = {place.path for place in places.find(paper, timezone.now()) if place.kind not in kinds}

    assert told == {path for path in set(every_address(paper)) if shows(path)}


def test_an_address_it_had_before_is_told_and_leads_to_its_page(db):
    first = story(slug="first-name", ago=timedelta(days=2))
    second = rewrite(first, slug="second-name")

    (before,) = found(second, "redirect")

    assert before.path == first.path
    assert Client().get(before.path)["Location"] == second.path


def test_the_list_of_corrections_has_a_story_that_was_corrected(db):
    edition = story()
    assert not found(edition, "corrections")
    put = publishing.Put("correction", wrong="It said 10 boats.", right="There are 12 boats.")

    corrected = publishing.publish(edition.article, by=None, correction=put)

    (listed,), feeds = found(corrected, "corrections"), found(corrected, "feed")
    assert (listed.path, listed.where) == ("/corrections/", "page 1, story 1")
    assert "/corrections/feeds/rss.xml" in {feed.path for feed in feeds}
    assert shows("/corrections/")
    assert shows("/corrections/feeds/rss.xml")


@pytest.mark.parametrize("shown", ["always", "never"])
def test_the_page_of_changes_is_told_when_readers_have_it(shown, db):
    edition = rewrite(story(ago=timedelta(days=1), body=BODY, public_changes=shown), body=f"{BODY}<p>More.</p>")

    told = [place.path for place in found(edition, "changes")]

    assert told == ([edition.changes_path] if shown == "always" else [])
    assert Client().get(edition.changes_path).status_code == (200 if told else 404)


def test_its_picture_is_told_and_readers_get_it(paper):
    (picture,) = found(paper, "picture")

    assert Client().get(picture.path).status_code == 200


def test_a_story_without_a_picture_is_told_with_the_one_drawn_for_it(db):
    (drawn,) = found(story(), "picture")

    assert Client().get(drawn.path).status_code == 200


def test_the_page_for_what_is_missing_shows_the_newest_five(db):
    edition = story()
    fill(4)
    assert found(edition, "missing")
    assert shows("/2020/01/01/never/")

    fill(1, headline="One more")

    assert not found(edition, "missing")
    assert not shows("/2020/01/01/never/")


@pytest.mark.parametrize(
    ("kind", "path", "newer", "page"),
    [
        ("section", "/section/news/", 12, 1),
        ("section", "/section/news/", 13, 2),
        ("tag", "/tag/harbour/", 11, 1),
        ("tag", "/tag/harbour/", 12, 2),
        ("author", "/author/isla-wren/", 12, 2),
    ],
)
def test_a_list_is_told_with_the_page_that_has_it(kind, path, newer, page, db):
    edition = story(tags=["Harbour"], weight=5)
    fill(newer, tags=["Harbour"])

    (place,) = found(edition, kind)

    assert place.path == (path if page == 1 else f"{path}?page={page}")
    assert place.where.startswith(f"page {page}, ")
    assert shows(place.path)
    assert shows(path) is (page == 1)


@pytest.mark.parametrize(("newer", "there"), [(19, True), (20, False)])
def test_a_feed_has_its_newest_twenty(newer, there, db):
    edition = story(tags=["Harbour"])
    fill(newer, tags=["Harbour"])

    feeds = {place.path for place in found(edition, "feed")}

    addresses = {f"{path}feeds/rss.xml" for path in ("/", "/section/news/", "/tag/harbour/", "/author/isla-wren/")}
    assert feeds == (addresses if there else set())
    assert {path for path in addresses if shows(path)} == feeds


@pytest.mark.parametrize(("weight", "where"), [(1, "leads the page"), (5, "in brief, 1 of 1")])
def test_the_front_page_is_told_with_its_zone(weight, where, db):
    edition = story(weight=weight)
    fill(5)

    assert [place.where for place in found(edition, "front")] == [where]


def test_a_story_that_newer_ones_pushed_out_is_not_on_the_front_page(db):
    edition = story()
    fill(24)

    assert not found(edition, "front")
    assert not shows("/")


@pytest.mark.parametrize("newer", [0, 3, 4, 5])
@pytest.mark.parametrize("tags", [["Harbour"], []])
def test_the_boxes_beside_other_stories_are_told(newer, tags, db):
    make_edition(headline="Older", tags=tags, ago=timedelta(hours=3))
    edition = story(tags=tags)
    fill(newer, tags=tags)

    told = {place.path for kind in ("related", "neighbour") for place in found(edition, kind)}

    others = Edition.objects.live().exclude(pk=edition.pk)
    assert told == {other.path for other in others if shows(other.path)}


def test_what_is_scheduled_is_told_as_it_will_be(editor):
    opening = timezone.now() + timedelta(days=1)
    article = make_article(headline=HEADLINE, tags=["Harbour"])
    publishing.publish(article, by=None, at=opening, until=opening + timedelta(days=2))

    html = editor.get(reverse("admin:articles_article_where", args=[article.pk])).content.decode()

    edition = article.editions.get()
    assert "Readers have never seen this story." in html
    assert f'datetime="{timezone.localtime(opening):%Y-%m-%dT%H:%M:%S}' in html
    assert "leads the page" in html
    assert edition.path in html
    assert {place.kind for place in places.find(edition, opening)} >= {"story", "front", "tag", "section", "feed"}


def test_the_page_says_until_when(editor):
    edition = story()
    end = timezone.now() + timedelta(days=3)
    publishing.end(edition.article, by=None, at=end)

    html = editor.get(reverse("admin:articles_article_where", args=[edition.article_id])).content.decode()

    assert "The story leaves the site" in html
    assert f"{timezone.localtime(end):%H:%M}" in html


def test_a_replaced_edition_stays_until_the_next_one_ends(editor):
    edition = story()
    rewrite(edition, kicker="Later", at=timezone.now() + timedelta(days=1))

    html = editor.get(reverse("admin:articles_article_where", args=[edition.article_id])).content.decode()

    assert html.count("The story stays on the site until somebody takes it off.") == 2


def test_a_killed_story_is_nowhere_but_at_the_address_that_says_so(editor):
    edition = story()
    publishing.kill(edition.article, by=None, notice="Gone.", reason="Why")

    html = editor.get(reverse("admin:articles_article_where", args=[edition.article_id])).content.decode()

    assert "Nowhere now" in html
    assert edition.path in html
    assert "/feeds/rss.xml" not in html


def test_the_page_is_for_those_who_may_see_the_story(reporter, login):
    article = make_article(by=None)
    url = reverse("admin:articles_article_where", args=[article.pk])

    assert reporter.get(url).status_code == 200
    assert login(None).get(url).status_code == 403


def test_a_story_is_led_to_from_its_other_languages(db):
    original = story()
    french = make_edition(headline="Le bac", slug="le-bac", language="fr", translation_of=original.article, tags=[])

    assert [place.path for place in found(original, "translation")] == [french.path]
    assert shows(french.path)
