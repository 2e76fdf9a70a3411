"""What goes out at once with an import, and what somebody has to see first."""

import json

import pytest

from articles.models import Article, Delivery, Edition, ImportRecord, Source
from tests.factories import make_section

from .conftest import STORY

pytestmark = pytest.mark.django_db
BYLINED = STORY.replace("\n\n", "\n\nBy Isla Wren, harbour reporter\n\n", 1)
WORDS = "<p>The harbour board ordered two new pumps for the Lower Quay on Tuesday evening, it said.</p>"


def item(version, **told):
    return json.dumps(
        {"uri": "urn:x:1", "type": "text", "version": str(version), "headline": "Pumps", "byline": "By Isla Wren"}
        | {"body_xhtml": WORDS, "language": "en"}
        | told
    )


def why(report, number=0):
    return [f["code"] for f in report["items"][number]["findings"]]


def test_what_nobody_answers_for_stays_a_draft(inbox):
    inbox.drop("a.txt", STORY)

    report = inbox.run(publish=True)

    assert "not-published" in why(report) and not Edition.objects.exists()


def test_a_provider_answers_for_a_text_without_an_author(inbox):
    inbox.drop("a.json", item(1, byline="", source="Harbour News Agency"))

    inbox.run(publish=True)

    assert Edition.objects.live().count() == 1


def test_a_text_that_came_without_a_headline_stays_a_draft(inbox):
    inbox.drop("a.json", item(1, headline=""))

    inbox.run(publish=True)

    assert Article.objects.count() == 1 and not Edition.objects.exists()


def test_of_two_stories_with_the_same_text_the_second_stays_a_draft(inbox):
    inbox.drop("a.txt", BYLINED)
    inbox.drop("b.txt", BYLINED)

    report = inbox.run(publish=True)

    assert Edition.objects.live().count() == 1
    assert "possible-duplicate" in why(report, 1)


def test_that_the_same_text_is_here_is_kept_with_the_import(inbox):
    inbox.drop("a.txt", STORY)
    inbox.drop("b.txt", STORY)

    inbox.run()

    findings = ImportRecord.objects.get(external_id="b.txt").findings
    assert "possible-duplicate" in [finding["code"] for finding in findings]


@pytest.mark.parametrize("names", ["ab", "ba"])
def test_what_the_delivery_itself_takes_back_never_goes_out(inbox, names):
    inbox.drop(f"{names[0]}.json", item(1))
    inbox.drop(f"{names[1]}.json", item(2, pubstatus="canceled", body_xhtml=""))

    report = inbox.run(publish=True)

    assert not Edition.objects.exists()
    assert report["counts"]["canceled"] == 1


def test_what_is_newer_than_its_cancel_goes_out(inbox):
    inbox.drop("a.json", item(2, pubstatus="canceled", body_xhtml=""))
    inbox.drop("b.json", item(3))

    inbox.run(publish=True)

    assert Edition.objects.live().count() == 1


def test_what_a_source_publishes_by_its_rules_is_told(inbox, capsys):
    Source.objects.create(slug="inbox", name="Inbox", publishes=True, section=make_section())
    inbox.drop("a.txt", BYLINED)

    report = inbox.run()

    assert report["items"][0]["published"] and "published" in why(report)
    assert "1 published" in capsys.readouterr().out
    assert "published" in [finding["code"] for finding in Delivery.objects.get().items.get().findings]
