"""Newer, older, withheld and canceled: what a provider says of a story counts, in whatever order its files come in."""

import json
from datetime import timedelta

import pytest
from django.utils import timezone

from articles import editing, publishing
from articles.intake import identity
from articles.models import Article, Edition, ImportRecord
from tests.corpora import corpus_folder

pytestmark = pytest.mark.django_db
TEXT = "<p>The harbour board ordered two new pumps on 4 November, after the old ones failed in a third spring tide.</p>"


def item(version, *, uri="urn:x:ferry", **told):
    sent = f"2026-11-03T10:{int(version):02}:00Z"
    return {
        "uri": uri,
        "version": str(version),
        "versioncreated": sent,
        "headline": f"Harbour board orders pumps, version {version}",
        "body_html": TEXT + f"<p>This is version {version} of the story about the pumps of the Lower Quay.</p>",
        "byline": "By Isla Wren",
        "language": "en",
        **told,
    }


def canceled(version, **told):
    return item(version, headline="Harbour board", body_html="", pubstatus="canceled", **told)


@pytest.fixture
def wire(inbox):
    """Send items, one file each, in this order; gives the outcomes."""

    def send(*items, **options):
        outcomes = []
        for one in items:
            inbox.drop("item.json", json.dumps(one))
            outcomes += [told["outcome"] for told in inbox.run(**options)["items"]]
        return outcomes

    return send


def test_a_newer_version_renews_and_an_older_one_is_left_out(wire):
    assert wire(item(9), item(11), item(10)) == ["created", "updated", "skipped"]
    assert Article.objects.get().headline.endswith("version 11")


def test_versions_are_numbers_and_not_words(wire):
    assert wire(item(9), item(10)) == ["created", "updated"]


def test_without_numbers_the_time_of_sending_decides(wire):
    early, late = item(1) | {"version": "a"}, item(2) | {"version": "b"}

    assert wire(late, early) == ["created", "skipped"]


def test_an_older_version_of_an_edited_story_does_not_wait_beside_it(wire):
    wire(item(2))
    article = Article.objects.get()
    editing.save(article, {"headline": "Edited here"}, by=None, base_version=article.version)

    outcomes = wire(item(3), item(1))

    assert outcomes == ["conflict", "skipped"]
    assert ImportRecord.objects.get().pending["headline"].endswith("version 3")


def test_the_same_version_twice_writes_nothing_the_second_time(wire, writes):
    wire(item(1))
    writes.clear()

    assert wire(item(1)) == ["unchanged"]
    assert writes == []


def test_a_cancel_takes_the_story_from_readers_and_keeps_its_text(wire):
    wire(item(1), publish=True)
    assert Edition.objects.live().exists()

    outcomes = wire(canceled(2))

    article = Article.objects.get()
    assert outcomes == ["canceled"]
    assert not Edition.objects.live().exists()
    assert "version 1" in article.body
    assert article.headline.endswith("version 1")
    assert article.stage == Article.Stage.SPIKED
    assert article.ednote.startswith("WITHDRAWN by Inbox")


def test_a_cancel_of_a_story_that_is_scheduled_takes_the_schedule_back(wire):
    wire(item(1))
    publishing.publish(Article.objects.get(), by=None, at=timezone.now() + timedelta(days=1))

    wire(canceled(2))

    assert not Edition.objects.open_after(timezone.now()).exists()


def test_a_cancel_of_an_edited_story_takes_it_from_readers_too(wire):
    wire(item(1), publish=True)
    article = Article.objects.get()
    editing.save(article, {"headline": "Edited here"}, by=None, base_version=article.version)

    wire(canceled(2))

    assert not Edition.objects.live().exists()
    assert Article.objects.get().headline == "Edited here"


def test_a_cancel_is_not_lost_to_an_editor_who_saves_at_the_same_moment(wire, monkeypatch):
    wire(item(1), publish=True)
    look_up = identity.Known.look_up

    def then_somebody_saves(known, batch):
        look_up(known, batch)
        article = Article.objects.get()
        editing.save(article, {"headline": "Edited here"}, by=None, base_version=article.version)

    monkeypatch.setattr(identity.Known, "look_up", then_somebody_saves)

    assert wire(canceled(2)) == ["canceled"]
    assert not Edition.objects.live().exists()
    assert Article.objects.get().ednote.startswith("WITHDRAWN by Inbox")


def test_a_story_whose_cancel_came_first_comes_in_spiked_and_is_not_published(wire):
    outcomes = wire(canceled(2), item(1), publish=True)

    assert outcomes == ["canceled", "created"]
    assert Article.objects.get().stage == Article.Stage.SPIKED
    assert not Edition.objects.exists()


@pytest.mark.parametrize("order", [(1, 2, 3), (3, 2, 1), (2, 3, 1), (3, 1, 2)])
def test_the_order_of_files_does_not_matter(wire, order):
    sent = {1: item(1), 2: item(2), 3: canceled(3)}

    wire(*[sent[number] for number in order], publish=True)

    article, row = Article.objects.get(), ImportRecord.objects.get()
    assert (article.stage, row.pubstatus, row.external_version) == (Article.Stage.SPIKED, "canceled", "3")
    assert not Edition.objects.live().exists()


def test_a_version_after_the_cancel_may_be_worked_on_again(wire):
    wire(canceled(2), item(3))

    assert Article.objects.get().stage == Article.Stage.DRAFT
    assert ImportRecord.objects.get().pubstatus == "usable"


def test_a_second_cancel_changes_nothing_more(wire):
    wire(item(1), canceled(2))
    version = Article.objects.get().version

    assert wire(canceled(2)) == ["unchanged"]
    assert Article.objects.get().version == version


def test_a_version_that_is_held_takes_the_story_from_readers_and_is_not_published(wire):
    wire(item(1), publish=True)

    wire(item(2, pubstatus="withheld"), publish=True)

    assert not Edition.objects.live().exists()


def test_what_its_provider_lets_end_ends_for_readers(wire):
    end = timezone.now() + timedelta(days=3)

    wire(item(1, expires=end.isoformat()), publish=True)

    assert Edition.objects.get().live_until == end


def test_what_has_ended_at_its_provider_is_not_published(wire):
    wire(item(1, expires="2020-01-01T00:00:00Z"), publish=True)

    assert not Edition.objects.exists()


def test_a_dry_run_of_a_cancel_leaves_everything_as_it_is(wire):
    wire(item(1), publish=True)

    assert wire(canceled(2), dry_run=True) == ["canceled"]
    assert Edition.objects.live().exists()
    assert Article.objects.get().stage != Article.Stage.SPIKED


def test_d09_a_canceled_nitf_buries_the_document_it_names(inbox):
    fixtures = corpus_folder("superdesk-core-fixtures") / "tests" / "io" / "fixtures"

    report = inbox.run(str(fixtures / "nitf-fishing.xml"), publish=True)

    assert report["counts"] == {"canceled": 1}
    assert set(ImportRecord.objects.values_list("external_id", flat=True)) == {"iptc.321656141.a", "iptc.321656141.b"}
    assert set(ImportRecord.objects.values_list("pubstatus", flat=True)) == {"canceled"}
    assert not Edition.objects.exists()


def test_d11_the_newer_listing_stays_whichever_comes_first(inbox):
    new = corpus_folder("iptc-newsml-g2") / "examples" / "LISTING_1_A_NewsML-G2_News_Item.xml"
    old = corpus_folder("superdesk-core-fixtures") / "tests" / "io" / "fixtures" / "LISTING 1 A NewsML-G2 News Item.xml"

    first = inbox.run(str(new), source="acme")["counts"]
    second = inbox.run(str(old), source="acme")["counts"]

    assert (first, second) == ({"created": 1}, {"skipped": 1})
    assert ImportRecord.objects.get().external_version == "11"
