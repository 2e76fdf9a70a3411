"""Sections, tags and authors: what they list and how they are paged."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles.models import Tag
from articles.views import shelf
from tests.factories import make_author, make_edition, make_section

pytestmark = pytest.mark.django_db


def fill(number, **fields):
    start = timezone.now() - timedelta(days=1)
    return [
        make_edition(at=start + timedelta(minutes=n), headline=f"Story number {n:03} of the harbour", **fields)
        for n in range(number)
    ]


def test_a_section_is_newest_first_and_only_its_own(client):
    fill(3)
    make_edition(headline="A story of another section", section=make_section("Sport"))

    html = client.get("/section/news/").content.decode()

    assert html.index("number 001") < html.index("number 000")
    assert "another section" not in html


def test_a_section_without_stories_says_so(client):
    make_section("Sport")

    answer = client.get("/section/sport/")

    assert answer.status_code == 200
    assert "No stories yet." in answer.content.decode()


def test_every_story_is_on_one_page_of_its_tag(client):
    fill(25, tags=["Harbour"])

    pages = [client.get(f"/tag/harbour/?page={n}").content.decode() for n in (1, 2, 3)]

    found = [sum(f"number {n:03} of" in page for page in pages) for n in range(25)]
    assert found == [1] * 25


@pytest.mark.parametrize(("asked", "shown"), [("", 1), ("0", 3), ("-4", 3), ("two", 1), ("2", 2), ("99", 3)])
def test_any_page_number_gives_a_page(client, asked, shown):
    fill(25, tags=["Harbour"])

    html = client.get("/tag/harbour/", {"page": asked}).content.decode()

    assert f'aria-current="page">{shown}</a>' in html
    assert ("?page=" in html.split('rel="canonical"')[1].split(">")[0]) == (shown > 1)


def test_pages_end_at_a_depth_and_point_to_the_archive(client, monkeypatch):
    monkeypatch.setattr(shelf, "DEPTH", 2)
    fill(25, tags=["Harbour"])

    html = client.get("/tag/harbour/?page=9").content.decode()

    assert 'aria-current="page">2</a>' in html
    assert "Older stories are in the archive" in html


def test_an_alias_leads_to_its_tag_for_good(client):
    make_edition(tags=["Harbour"])
    Tag.objects.get(name="Harbour").aliases.create(name="Port", slug="port", key="port")

    assert client.get("/tag/port/")["Location"] == "/tag/harbour/"
    assert client.get("/tag/port/").status_code == 301
    assert client.get("/tag/port/feeds/rss.xml")["Location"] == "/tag/harbour/feeds/rss.xml"


def test_an_author_has_a_name_a_role_and_their_own_stories(client):
    isla = make_author("Isla Wren", role="council reporter", bio="She reports.", email="isla@example.org")
    make_edition(headline="A story that Isla Wren wrote", bylines=[(isla, "")])
    make_edition(headline="A story of somebody else", bylines=[(make_author("Rowan Pask"), "")])

    html = client.get("/author/isla-wren/").content.decode()

    for part in ("<bdi>Isla Wren</bdi></h1>", "Council reporter", "She reports.", "mailto:isla@example.org"):
        assert part in html
    assert "somebody else" not in html


def test_a_list_page_links_its_feed_and_the_papers(client):
    make_edition(tags=["Harbour"])

    html = client.get("/tag/harbour/").content.decode()

    assert 'href="http://127.0.0.1:8000/feeds/rss.xml"' in html
    assert 'href="http://127.0.0.1:8000/tag/harbour/feeds/rss.xml"' in html


def test_an_address_may_be_in_any_script(client):
    edition = make_edition(tags=["مرفأ"], slug="قارب", headline="نجّار قوارب يعلّم أبناء المدينة", language="ar")
    slug = edition.tags[0]["slug"]

    for path in (edition.path, f"/tag/{slug}/", f"/tag/{slug}/feeds/rss.xml"):
        assert client.get(path).status_code == 200
    canonical = client.get(f"/tag/{slug}/").content.decode().split('rel="canonical" href="')[1].split('"')[0]
    assert canonical.isascii()
