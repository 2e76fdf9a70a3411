"""Several texts of one story in one delivery: taken in turn, planned alike, and the same files change nothing twice."""

import io
import json

import pytest
from PIL import Image

from articles.models import Article, ImportRecord

pytestmark = pytest.mark.django_db
RSS = """<?xml version="1.0"?><rss version="2.0"><channel><title>Bench</title>{}</channel></rss>"""
ITEM = (
    "<item><guid>g</guid><title>Pumps</title><description>The board ordered {} pumps for the quay.</description></item>"
)
NITF = """<?xml version="1.0"?><nitf><head><docdata><doc-id id-string="d1"/></docdata></head><body><body.head><hedline>
<hl1>Pumps</hl1></hedline></body.head><body.content><p>The board ordered {} pumps.</p></body.content></body></nitf>"""


def jpeg():
    file = io.BytesIO()
    Image.new("RGB", (900, 600), "teal").save(file, "JPEG")
    return file.getvalue()


def outcomes(report):
    return [item["outcome"] for item in report["items"]]


def two_feeds(inbox):
    for name, many in (("a.xml", "two"), ("b.xml", "three")):
        inbox.drop(name, RSS.format(ITEM.format(many)))


def test_two_files_that_name_one_story_are_two_texts_of_it(inbox):
    inbox.drop("a.xml", NITF.format("two"))
    inbox.drop("b.xml", NITF.format("three"))

    report = inbox.run()

    assert outcomes(report) == ["created", "updated"]
    assert "three pumps" in Article.objects.get().body


@pytest.mark.parametrize("times", [2, 3])
def test_files_that_tell_no_version_do_not_take_turns_for_ever(inbox, writes, times):
    two_feeds(inbox)
    inbox.run()
    writes.clear()

    for _ in range(times):
        assert outcomes(inbox.run()) == ["unchanged", "unchanged"]
    assert writes == []


def test_two_texts_in_one_file_change_nothing_the_second_time(inbox, writes):
    inbox.drop("a.xml", RSS.format(ITEM.format("two") + ITEM.format("three")))
    inbox.run()
    writes.clear()

    assert outcomes(inbox.run()) == ["unchanged", "unchanged"]
    assert writes == []


def test_a_file_that_says_again_what_it_said_before_renews_the_story(inbox):
    for many in ("two", "three", "two"):
        inbox.drop("a.xml", RSS.format(ITEM.format(many)))
        report = inbox.run()

    assert outcomes(report) == ["updated"]
    assert "two pumps" in Article.objects.get().body


def test_of_two_files_the_one_that_changes_counts(inbox):
    two_feeds(inbox)
    inbox.run()
    inbox.drop("a.xml", RSS.format(ITEM.format("four")))

    assert outcomes(inbox.run()) == ["updated", "unchanged"]
    assert "four pumps" in Article.objects.get().body


def wire(version, **told):
    body = f"<p>The board ordered {version} pumps for the quay.</p>"
    return json.dumps({"uri": "urn:x:1", "version": version, "headline": "Pumps", "body_xhtml": body} | told)


@pytest.mark.parametrize(
    "texts",
    [
        [wire("9"), wire("10")],
        [wire("10"), wire("9")],
        [wire("1"), wire("2", pubstatus="canceled", body_xhtml=""), wire("3")],
        [wire("2", pubstatus="canceled", body_xhtml=""), wire("1")],
        [wire("2", pubstatus="canceled", body_xhtml=""), wire("3")],
        [wire("1"), wire("1")],
    ],
)
def test_a_dry_run_knows_what_it_read_before(inbox, texts):
    for number, text in enumerate(texts):
        inbox.drop(f"{number}.json", text)

    planned, real = inbox.run(dry_run=True), inbox.run()

    assert [(i["outcome"], i["findings"], i["error"]) for i in planned["items"]] == [
        (i["outcome"], i["findings"], i["error"]) for i in real["items"]
    ]


def test_newer_text_brings_its_rights(inbox):
    inbox.drop("a.json", wire("1", copyrightnotice="Copyright 2016 Example"))
    inbox.run()
    inbox.drop("a.json", wire("2", copyrightnotice="Copyright 2017 Example"))

    inbox.run()

    assert Article.objects.get().rights == "Copyright 2017 Example"


def test_rights_that_the_desk_wrote_stay_and_the_newer_are_told(inbox):
    inbox.drop("a.json", wire("1", copyrightnotice="Copyright 2016 Example"))
    inbox.run()
    Article.objects.update(rights="Free for all")
    inbox.drop("a.json", wire("2", copyrightnotice="Copyright 2017 Example"))

    report = inbox.run()

    assert Article.objects.get().rights == "Free for all"
    assert "rights-differ" in [finding["code"] for finding in report["items"][0]["findings"]]


def test_an_item_that_is_no_object_is_told_and_the_others_come_in(inbox):
    inbox.drop("a.json", f'{{"items": [{wire("1")}, 7, "text"]}}')

    report = inbox.run()

    assert outcomes(report) == ["created", "failed", "failed"]
    assert [item["error"]["item"] for item in report["items"][1:]] == [2, 3]
    assert ImportRecord.objects.count() == 1


def test_a_dry_run_plans_a_story_that_goes_out_with_its_picture(inbox, media):
    inbox.drop("a.jpg", jpeg())
    inbox.drop(
        "a.md", "---\ntitle: Pumps\nauthor: Isla Wren\nimage: a.jpg\n---\n\nThe board ordered pumps.\n\n![](a.jpg)\n"
    )

    planned = inbox.run(dry_run=True, publish=True)
    left = media.exists()
    real = inbox.run(publish=True)

    assert not left
    assert [(i["outcome"], i["published"], i["findings"]) for i in planned["items"]] == [
        (i["outcome"], i["published"], i["findings"]) for i in real["items"]
    ]
    assert real["items"][1]["published"]
