"""The record of the desk: who reads it, what it can be narrowed to, what leaves it as a file."""

import csv
import io
import json
from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from articles import editing, publishing
from articles.models import DeskMember, Transition
from tests.factories import make_article, make_edition, make_section, make_user

LIST = "/admin/articles/transition/"


def rows(client, query=""):
    return {(row.action, row.article.headline) for row in client.get(LIST + query).context_data["cl"].result_list}


def exported(client, form, query=""):
    response = client.get(reverse("admin:articles_transition_export", args=[form]) + query)
    return b"".join(response.streaming_content).decode()


def table(client, query=""):
    return list(csv.DictReader(io.StringIO(exported(client, "csv", query))))


@pytest.fixture
def desk(db):
    """Two stories in two sections, one of them moved by somebody."""
    ferry = make_article(headline="Ferry returns", section=make_section("News"))
    make_article(headline="Cup final", section=make_section("Sport"))
    editing.move(ferry, to="review", by=make_user(first_name="Jo", last_name="Reed"), note="Read it")
    return ferry


def test_it_says_who_did_what_to_which_story(editor, desk):
    html = editor.get(LIST).content.decode()

    for told in ("Record of the desk", "Ferry returns", "Moved from draft to in review", "Jo Reed", "Read it"):
        assert told in html, told


@pytest.mark.parametrize(
    ("query", "left"),
    [
        ("?action=moved", {("moved", "Ferry returns")}),
        ("?who=none", {("created", "Ferry returns"), ("created", "Cup final")}),
        ("?q=ferry", {("created", "Ferry returns"), ("moved", "Ferry returns")}),
        ("?action=moved&who=none", set()),
        ("?action=&who=x&section=99999999999999999999&from=yesterday&to=9999-12-31&q=cup", {("created", "Cup final")}),
    ],
)
def test_it_is_narrowed_by_what_was_asked(query, left, editor, desk):
    assert rows(editor, query) == left


def test_it_is_narrowed_to_a_person_and_to_a_section(editor, desk):
    assert rows(editor, f"?who={Transition.objects.get(action='moved').by_id}") == {("moved", "Ferry returns")}
    assert rows(editor, f"?section={make_section('Sport').pk}") == {("created", "Cup final")}


def test_days_begin_and_end_at_midnight_in_the_newsroom(editor, settings):
    settings.TIME_ZONE = "America/New_York"
    for hour, headline in ((3, "The evening before"), (5, "Early"), (28, "The day after")):
        make_article(headline=headline).transitions.update(at=datetime(2026, 7, 1, tzinfo=UTC) + timedelta(hours=hour))

    assert rows(editor, "?from=2026-07-01&to=2026-07-01") == {("created", "Early")}
    assert rows(editor, "?to=2026-06-30") == {("created", "The evening before")}


def test_the_days_that_were_asked_for_stay_in_the_form_with_the_other_filters(editor, desk):
    html = editor.get(LIST + "?from=2026-07-01&action=moved").content.decode()

    assert 'name="from" value="2026-07-01"' in html
    assert '<input type="hidden" name="action" value="moved">' in html


def test_somebody_narrowed_to_a_section_reads_of_no_other(login, desk):
    sport = login("Editors")
    DeskMember.objects.create(user=sport.user).sections.add(make_section("Sport"))

    assert rows(sport) == {("created", "Cup final")}
    assert {row["headline"] for row in table(sport)} == {"Cup final"}


def test_reporters_do_not_read_it(reporter, desk):
    assert reporter.get(LIST).status_code == 403
    assert reporter.get(reverse("admin:articles_transition_export", args=["csv"])).status_code == 403


@pytest.mark.parametrize("form", ["csv", "jsonl"])
def test_why_a_story_was_killed_is_not_in_it_for_who_may_not_see_withdrawals(form, login, editor):
    article = make_edition().article
    publishing.kill(article, by=None, notice="Gone.", reason="It named a witness.")
    copy = login("Copy editors")

    assert "named a witness" not in copy.get(LIST).content.decode()
    assert "named a witness" not in exported(copy, form)
    assert "named a witness" in editor.get(LIST).content.decode()
    assert "named a witness" in exported(editor, form)


def test_the_table_holds_what_the_filters_leave(editor, desk):
    told = table(editor, "?action=moved")

    assert [(row["headline"], row["before"], row["after"], row["who"], row["note"]) for row in told] == [
        ("Ferry returns", "draft", "review", "Jo Reed", "Read it")
    ]


@pytest.mark.parametrize("begins", ["=", "+", "-", "@", "\t="])
def test_no_cell_of_the_table_is_a_formula(begins, editor, desk):
    Transition.objects.filter(action="moved").update(note=f"{begins}HYPERLINK(1)")

    assert table(editor, "?action=moved")[0]["note"] == f"'{begins}HYPERLINK(1)"


def test_json_lines_hold_one_act_each_as_it_is(editor, desk):
    Transition.objects.filter(action="moved").update(note="=as it is", at="2026-07-01T12:00:00Z", waived={"a": "b"})

    told = [json.loads(line) for line in exported(editor, "jsonl", "?action=moved").splitlines()]

    assert [(row["note"], row["at"], row["waived"]) for row in told] == [
        ("=as it is", "2026-07-01T12:00:00+00:00", {"a": "b"})
    ]


def test_an_unknown_form_is_not_found_and_an_unknown_filter_is_refused(editor, desk):
    assert editor.get(reverse("admin:articles_transition_export", args=["xls"])).status_code == 404
    for address in (LIST, reverse("admin:articles_transition_export", args=["csv"])):
        assert editor.get(f"{address}?article__ednote__contains=secret").status_code == 400


def test_the_record_costs_the_same_for_one_act_and_for_fifty(editor):
    make_edition()
    editor.get(LIST)
    counts = []
    for _ in range(2):
        with CaptureQueriesContext(connection) as captured:
            editor.get(LIST)
        counts.append(len(captured))
        for _ in range(12):
            make_edition(at=timezone.now())

    assert counts[0] == counts[1]
    assert not any("body" in query["sql"] for query in captured)


def test_a_long_record_is_not_counted_to_its_end(editor, desk, monkeypatch):
    monkeypatch.setattr("articles.admin.record.COUNTED", 2)

    assert editor.get(LIST).context_data["cl"].result_count == 2


def test_nobody_changes_it(login, desk):
    managing, row = login("Managing editors"), Transition.objects.get(action="moved")
    page = reverse("admin:articles_transition_change", args=[row.pk])

    assert managing.get(page).status_code == 200
    assert managing.post(page, {"note": "Forged"}).status_code == 403
    assert managing.get(reverse("admin:articles_transition_delete", args=[row.pk])).status_code == 403
    assert managing.get(reverse("admin:articles_transition_add")).status_code == 403
