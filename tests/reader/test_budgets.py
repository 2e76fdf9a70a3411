"""The number of queries of every page, at two stories and at sixty: one alone has none beside it."""

import pytest

from articles.models import Edition
from tests.factories import make_author, make_edition

from .papers import everything, whole_paper

pytestmark = pytest.mark.django_db
QUERIES = {
    "front": 2,
    "story": 4,  # the story, the chrome, what stands beside it, the cards of that
    "section": 3,
    "tag": 5,
    "timeline": 5,
    "author": 5,
    "years": 4,
    "year": 2,
    "month": 2,
    "day": 3,
    "search": 4,  # the chrome, the newest that answer, their stems, the stories of this page
    "search-form": 1,
    "about": 2,
    "corrections": 4,
    "report-thanks": 1,
    "digest-asked": 1,
    "republish": 2,
    "changes": 4,  # the story, its editions, the chrome, the texts of those on this page
    "missing": 6,  # the story, where it may have gone, its kill, whether it was on another site, the chrome, the latest
    "feeds": 3,
    **dict.fromkeys(("feed", "feed-atom", "feed-json"), 2),
    **dict.fromkeys(("section-feed", "section-feed-atom", "section-feed-json"), 2),
    **dict.fromkeys(("tag-feed", "tag-feed-atom", "tag-feed-json"), 4),
    **dict.fromkeys(("author-feed", "author-feed-atom", "author-feed-json"), 4),
    **dict.fromkeys(("corrections-feed", "corrections-feed-atom", "corrections-feed-json"), 2),
    "story-data": 2,
    "sitemap": 5,
    "sitemap-pages": 3,
    "sitemap-month": 2,
    "oembed": 2,
    "news-sitemap": 2,
    "robots": 1,
    "suggestions": 6,  # tags, authors, the newest headlines, their stories, when a window next opens, and closes
}


def fill(first, number):
    """More stories under the same tag, author and section, of the same day."""
    author = make_author("Isla Wren")
    for count in range(number):
        kind, weight = ("opinion" if count % 7 == 0 else "news"), 1 + count % 5
        make_edition(at=first.live_from, tags=["Harbour", "Council"], bylines=[(author, "")], kind=kind, weight=weight)


def test_pages_ask_as_often_at_sixty_stories_as_at_two(client, settings, django_assert_num_queries):
    first = whole_paper()
    assert everything(first).keys() == QUERIES.keys()

    for stories in (3, 60):  # editions: the first story has two
        fill(first, stories - Edition.objects.count())
        settings.SITE_TAGLINE = f"The paper of {stories} stories"  # or a page kept from before would ask less
        for name, path in everything(first).items():
            with django_assert_num_queries(QUERIES[name], info=f"{name} at {stories}"):
                client.get(path)


def test_a_page_that_the_reader_has_is_not_made_again(client, django_assert_max_num_queries):
    edition = whole_paper()

    for path in everything(edition).values():
        if etag := client.get(path).headers.get("ETag"):
            again = client.get(path, headers={"If-None-Match": etag})
            assert (path, again.status_code, again.content) == (path, 304, b"")
