"""A source has rules of its own, which its texts go through before the desk gets them."""

import json

import pytest
from django.core.exceptions import ValidationError

from articles.models import Article, Edition, ImportRecord, Source
from tests.factories import make_section

from .test_versions import item

pytestmark = pytest.mark.django_db


@pytest.fixture
def receive(inbox):
    """Send an item from a source with these rules; the story that it becomes."""

    def send(told=None, **rules):
        section = rules.pop("section", None)
        Source.objects.update_or_create(slug="inbox", defaults={"name": "Inbox", "section": section, **rules})
        inbox.drop("item.json", json.dumps(item(1, **(told or {}))))
        report = inbox.run()
        receive.codes = {finding["code"] for one in report["items"] for finding in one["findings"]}
        return Article.objects.get()

    receive = send
    return send


def test_a_story_that_names_no_section_of_ours_goes_to_that_of_its_source(receive):
    assert receive(section=make_section("World")).section.name == "World"


def test_each_story_gets_the_tags_of_its_source(receive):
    tags = receive(tags="Harbour, Pumps").tags.values_list("name", flat=True)

    assert {"Harbour", "Pumps"} <= set(tags)


def test_the_rights_line_of_the_source_stands_for_what_its_texts_say(receive):
    assert receive({"copyrightnotice": "(c) Wire"}, rights="© Wire, by agreement").rights == "© Wire, by agreement"


def test_house_style_changes_whole_words_and_never_a_tag(receive):
    body = '<p>The centre of <a href="https://example.org/center">the center</a> is centered.</p><p>It is a center.</p>'

    article = receive(
        {"headline": "A center", "body_html": body}, replacements="center => centre\nThe centre => Centre"
    )

    assert article.headline == "A centre"
    assert "https://example.org/center" in article.body
    assert "the centre</a> is centered." in article.body
    assert article.body.startswith("<p>Centre of ")


def test_a_dateline_is_taken_out_of_the_text_and_kept(receive):
    body = "<p>LONDON (AP) - The board met.</p><p>It ordered two pumps on 4 November.</p>"

    article = receive({"body_html": body}, strip_dateline=True)

    assert article.body.startswith("<p>The board met.</p>")
    assert article.dateline == "LONDON (AP)"
    assert {"reason": "dateline", "text": "LONDON (AP) - "} in ImportRecord.objects.get().removed


def test_what_comes_in_waits_for_an_editor_unless_its_source_may_publish(receive):
    receive()

    assert not Edition.objects.exists()


def test_a_source_that_may_publish_puts_its_clean_stories_out_at_once(receive):
    receive(publishes=True)

    assert Edition.objects.live().count() == 1


@pytest.mark.parametrize("line", ["no arrow", "=> nothing before"])
def test_a_line_of_house_style_that_says_nothing_is_refused_by_its_number(line):
    source = Source(slug="wire", name="Wire", replacements=f"center => centre\n{line}")

    with pytest.raises(ValidationError, match="Line 2"):
        source.full_clean()
