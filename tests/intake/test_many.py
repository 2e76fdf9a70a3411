"""Inputs that hold many stories, read through a format made for the test."""

import json
from io import TextIOWrapper

import pytest

from articles.importers import formats
from articles.importers.formats import Format, Sure
from articles.importers.record import LeftOut, Placed, Record, Unreadable
from articles.intake import batching
from articles.models import Article, ImportRecord, Original

pytestmark = pytest.mark.django_db


def recognises(head, name):
    return Sure.CERTAIN if head.startswith(b"#lines") else Sure.NO


def read(file, asked):
    """One JSON object a line: {"id", "headline", "body"}, {"skip"}, or what is broken."""
    for number, line in enumerate(TextIOWrapper(file, "utf-8"), 1):
        if number > 1:
            yield _item(line, number)


def _item(line, number):
    try:
        item = json.loads(line)
    except ValueError:
        return Unreadable("this line is no JSON", code="json", line=number, column=1)
    if "skip" in item:
        return LeftOut(item["skip"], "menu", placed=Placed(number - 1, number))
    record = Record(headline=item["headline"], body_html=f"<p>{item['body']}</p>", raw=line.encode())
    record.external_id = item["id"]
    return record


@pytest.fixture
def lines(monkeypatch):
    made = Format("lines", "lines of JSON", recognises, read, many=True)
    monkeypatch.setattr(formats, "known", lambda: {"lines": made})


def dropped(inbox, *items):
    text = "\n".join(item if isinstance(item, str) else json.dumps(item) for item in ("#lines", *items))
    return inbox.drop("feed.lines", text)


def story(number, body="The board met."):
    return {"id": f"urn:{number}", "headline": f"Story {number}", "body": body}


def test_each_story_of_an_input_is_a_draft(inbox, lines):
    dropped(inbox, story(1), story(2))

    report = inbox.run()

    assert report["counts"] == {"created": 2}
    assert [item["external_id"] for item in report["items"]] == ["urn:1", "urn:2"]
    assert [item["number"] for item in report["items"]] == [1, 2]


def test_a_broken_item_fails_by_number_and_line_and_the_rest_comes_in(inbox, lines):
    dropped(inbox, story(1), "{broken", story(3))

    report = inbox.run()

    assert report["counts"] == {"created": 2, "failed": 1}
    assert report["items"][1]["error"] == {"message": "this line is no JSON", "item": 2, "line": 3, "column": 1}


def test_what_was_never_a_story_is_skipped_with_its_reason(inbox, lines):
    dropped(inbox, {"skip": "A menu entry."}, story(2))

    report = inbox.run()

    assert report["counts"] == {"created": 1, "skipped": 1}
    assert report["items"][0]["error"]["message"] == "A menu entry."


def test_a_second_run_writes_nothing(inbox, lines, writes):
    dropped(inbox, story(1), {"skip": "A menu entry."}, "{broken", story(2))
    inbox.run()
    writes.clear()

    report = inbox.run()

    assert report["counts"] == {"unchanged": 2, "skipped": 1, "failed": 1}
    assert writes == []


def test_only_what_changed_is_written_again(inbox, lines):
    dropped(inbox, story(1), story(2))
    inbox.run()
    dropped(inbox, story(1), story(2, body="The board met again."))

    assert inbox.run()["counts"] == {"updated": 1, "unchanged": 1}


def test_a_story_is_the_same_in_another_file(inbox, lines):
    dropped(inbox, story(1))
    inbox.run()
    inbox.drop("second.lines", (inbox.folder / "feed.lines").read_bytes())

    assert inbox.run()["counts"] == {"unchanged": 2}


def test_two_versions_of_one_story_in_one_file_are_taken_in_turn(inbox, lines):
    dropped(inbox, story(1), story(1, body="Second."))

    report = inbox.run()

    assert report["counts"] == {"created": 1, "updated": 1}
    assert Article.objects.get().body == "<p>Second.</p>"


def test_the_bytes_of_each_item_are_kept(inbox, lines):
    dropped(inbox, story(1), story(2))
    inbox.run()

    assert Original.objects.count() == 2
    assert ImportRecord.objects.get(external_id="urn:1").path.endswith("feed.lines")


def test_an_id_longer_than_a_column_is_told_apart_by_its_digest(inbox, lines):
    dropped(inbox, {**story(1), "id": "u" * 900 + "1"}, {**story(2), "id": "u" * 900 + "2"})

    assert inbox.run()["counts"] == {"created": 2}
    assert inbox.run()["counts"] == {"unchanged": 2}


def test_a_limit_counts_what_comes_in_whatever_becomes_of_it(inbox, lines):
    dropped(inbox, {"skip": "a menu entry"}, "broken", story(1), story(2))

    assert inbox.run(limit=3)["counts"] == {"created": 1, "skipped": 1, "failed": 1}


def test_a_limit_counts_stories(inbox, lines):
    dropped(inbox, story(1), story(2), story(3))

    assert inbox.run(limit=2)["counts"] == {"created": 2}


@pytest.mark.parametrize("portion", [1, 40])
def test_a_dry_run_tells_of_taken_slugs_as_a_run_does_however_it_is_portioned(inbox, monkeypatch, portion):
    for bound in ("FIRST", "FEWEST", "MOST"):
        monkeypatch.setattr(batching, bound, portion)
    inbox.drop("a.txt", "The ferry is late\n\nIt left at nine on Monday, the harbour master said.\n")
    inbox.drop("b.md", "---\ntitle: Late again\nslug: the-ferry-is-late\n---\nIt left at ten on Tuesday, he said.\n")

    dry, done = inbox.run(dry_run=True), inbox.run()

    told = [[[finding["code"] for finding in item["findings"]] for item in report["items"]] for report in (dry, done)]
    assert told[0] == told[1]
    assert "slug-taken" in told[1][1]
