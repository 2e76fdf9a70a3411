"""The story page: its parts, its redirects, what it says about itself."""

import json
import re
from datetime import timedelta

import pytest
from django.utils import timezone

from articles.models import Edition
from tests.factories import make_article, make_author, make_edition, make_image, make_section

from .papers import hide, rewrite, whole_paper

pytestmark = pytest.mark.django_db


def page(client, edition):
    return client.get(edition.path).content.decode()


def data(html):
    return json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL)[1])


def test_a_story_has_all_its_parts(client):
    edition = whole_paper()

    html = page(client, edition)

    for part in (
        f"<h1>{edition.headline}</h1>",
        f'<p class="standfirst">{edition.standfirst}</p>',
        '<a href="/section/news/">News</a>',
        "The ferry",
        '<a rel="author" href="/author/isla-wren/"><bdi>Isla Wren</bdi></a>',
        "council reporter",
        'fetchpriority="high"',
        "The ferry leaves.",
        '<a href="/tag/harbour/">',
        "Merrow Press",
        "All rights reserved",
        f'<link rel="canonical" href="http://127.0.0.1:8000{edition.path}">',
        '<meta property="og:type" content="article">',
    ):
        assert part in html


def test_a_story_without_optional_parts_still_stands(client):
    edition = make_edition(standfirst="", section=None, bylines=[], tags=[])

    html = page(client, edition)

    assert f"<h1>{edition.headline}</h1>" in html
    for part in ("standfirst", "<figure", 'class="byline"', "Updated", 'id="topics"'):
        assert part not in html


def test_dates_are_absolute_and_machine_readable(client):
    moment = timezone.now().replace(year=2026, month=3, day=4, hour=5, minute=6)
    edition = make_edition(at=moment)

    assert '<time datetime="2026-03-04T05:06Z">4 March 2026, 05:06 UTC</time>' in page(client, edition)


def test_updated_is_said_only_if_the_words_changed_and_where_it_can_be_seen_what(client, settings):
    edition = make_edition(public_changes="always")
    again = rewrite(edition, weight=2)
    assert "Updated" not in page(client, again)

    later = rewrite(again, headline="Port Merrow changes its mind about the ferry")
    html = page(client, later)
    assert re.search(rf'Updated <time .*?</time></span> <span><a href="{later.changes_path}">What changed</a>', html)

    kept = rewrite(later, public_changes="never", headline="Port Merrow changes its mind about the ferry again")
    assert kept.updated_at > later.updated_at
    assert "Updated" not in page(client, kept)


@pytest.mark.parametrize(
    ("kind", "label", "schema"),
    [
        ("analysis", "Analysis", "AnalysisNewsArticle"),
        ("opinion", "Opinion", "OpinionNewsArticle"),
        ("satire", "This is satire. It did not happen.", "SatiricalArticle"),
        ("sponsored", "This is an advertisement.", "AdvertiserContentArticle"),
        ("review", "Review", "ReviewNewsArticle"),
        ("background", "Background", "BackgroundNewsArticle"),
    ],
)
def test_what_is_not_plain_news_says_so_on_the_page_and_in_its_data(client, kind, label, schema):
    html = page(client, make_edition(kind=kind))

    assert label in html
    assert schema in data(html)["@type"]


def test_plain_news_has_no_label_and_is_a_news_article(client):
    html = page(client, make_edition())

    assert 'class="kind"' not in html
    assert "NewsArticle" in data(html)["@type"]


def test_a_generated_picture_says_so(client):
    html = page(client, make_edition(lead=make_image(origin="generated")))

    assert "Made by a machine, not a photograph." in html


def test_the_alternative_text_of_a_decorative_picture_is_empty(client):
    html = page(client, make_edition(lead=make_image(decorative=True, alt="")))

    assert 'alt="" data-focus' in html


def test_a_table_gets_a_scroller_that_the_keyboard_can_reach(client):
    table = "<table><tbody><tr><th>Year</th><td>2026</td></tr></tbody></table>"
    html = page(client, make_edition(body=f"<p>Before the table.</p>{table}<p>After the table.</p>"))

    assert re.search(
        r'<div class="scroll" role="region" tabindex="0" aria-label="Table"><table>.*?</table></div>', html
    )


def test_a_superseded_address_leads_to_where_the_story_stands(client):
    old = make_edition(slug="the-old-name")
    new = rewrite(old, slug="the-new-name")

    answer = client.get(old.path)

    assert (answer.status_code, answer["Location"]) == (301, new.path)


def test_the_old_address_of_an_unpublished_story_is_not_found(client):
    old = make_edition(slug="the-old-name")
    new = rewrite(old, slug="the-new-name")
    hide(new)

    assert client.get(old.path).status_code == 404


def test_the_address_of_an_edition_still_to_come_does_not_redirect(client):
    live = make_edition(slug="the-name-now")
    coming = rewrite(live, slug="the-name-tomorrow", at=timezone.now() + timedelta(days=1))

    assert client.get(coming.path).status_code == 404


@pytest.mark.parametrize("path", ["/2026/13/01/a/", "/2026/1/1/a/", "/0026/01/01/a/", "/2026/02/31/a/", "/2026/01/01/"])
def test_an_address_with_an_impossible_date_is_not_found(client, path):
    assert client.get(path).status_code == 404


def test_a_missing_slash_is_put_right(client):
    edition = make_edition()

    answer = client.get(edition.path.rstrip("/"))

    assert (answer.status_code, answer["Location"]) == (301, edition.path)


def test_names_of_several_writers_are_all_there(client):
    writers = [(make_author(name), "") for name in ("Isla Wren", "Rowan Pask", "Nell Harrow")]

    html = page(client, make_edition(bylines=writers))

    assert html.count('rel="author"') == 3


def test_a_draft_has_no_page(client):
    article = make_article()

    assert client.get(f"/{timezone.now():%Y/%m/%d}/{article.slug}/").status_code == 404


def test_an_address_that_never_opened_does_not_redirect(client):
    live = make_edition(slug="the-name-now")
    never = rewrite(live, slug="the-name-that-never-was", at=timezone.now() + timedelta(days=1))
    yesterday = timezone.now() - timedelta(days=1)
    type(never).objects.filter(pk=never.pk).update(live_from=yesterday, live_until=yesterday)

    assert client.get(never.path).status_code == 404


def test_an_address_never_leads_to_itself():
    old = make_edition(slug="one-name")
    new = rewrite(old, slug="another-name")
    again = rewrite(new, slug="one-name")

    assert not Edition.objects.forwarding(again.path, timezone.now()).exists()


def test_a_story_leads_to_the_one_before_and_the_one_after_in_its_section(client):
    harbour = make_section("Harbour")
    first = make_edition(section=harbour, headline="The first", ago=timedelta(hours=3))
    middle = make_edition(section=harbour, headline="The middle", ago=timedelta(hours=2))
    make_edition(headline="Of another section", ago=timedelta(minutes=90))
    last = make_edition(section=harbour, headline="The last", ago=timedelta(hours=1))

    html = client.get(middle.path).content.decode()

    assert f'rel="prev" href="{first.path}"' in html
    assert f'rel="next" href="{last.path}"' in html
    assert 'rel="prev"' not in client.get(first.path).content.decode()
    assert 'rel="next"' not in client.get(last.path).content.decode()


def test_a_story_that_waits_for_its_hour_is_nobodys_neighbour(client):
    story = make_edition(ago=timedelta(hours=1))
    make_edition(at=timezone.now() + timedelta(hours=1))

    assert 'rel="next"' not in client.get(story.path).content.decode()
