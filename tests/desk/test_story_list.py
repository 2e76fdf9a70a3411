"""The story list: what it shows, what it costs, and what its bulk actions do."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from articles import editing, publishing
from articles.models import Article
from tests.factories import make_article, make_author, make_edition, make_section

LIST = "/admin/articles/article/"


def headlines(response):
    return {article.headline for article in response.context_data["cl"].result_list}


def queries(client, url=LIST):
    with CaptureQueriesContext(
        connection,
    ) as captured:
        client.get(url)
    return len(captured)


def fill(number):
    for n in range(number):
        make_edition(
            headline=f"Story {n}", bylines=[(make_author(f"A {n}"), ""), (make_author("B"), "")], tags=["Ferries"]
        )


def test_the_list_costs_the_same_for_one_story_and_for_thirty(editor):
    fill(1)
    editor.get(LIST)
    one = queries(editor)
    fill(30)

    assert queries(editor) == one
    assert one <= 18


def test_rows_never_read_a_body(editor):
    fill(2)

    with CaptureQueriesContext(connection) as captured:
        editor.get(LIST)

    assert not [query["sql"] for query in captured if '"articles_article"."body"' in query["sql"]]


def test_tabs_count_every_stage_in_one_query(editor):
    for stage in ("review", "review", "spiked"):
        editing.move(make_article(), to=stage, by=editor.user)
    make_article()
    editing.bin_story(make_article(), by=editor.user)

    with CaptureQueriesContext(connection) as captured:
        html = editor.get(LIST).content.decode()

    assert len([query for query in captured if "COUNT" in query["sql"] and "spiked" in query["sql"]]) == 1
    for tab in ("All <small>4", "Draft <small>1", "In review <small>2", "Spiked <small>1", "Bin <small>1"):
        assert tab in html, tab


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({"stage": "review"}, {"Reviewed"}),
        ({"live": "yes"}, {"Live"}),
        ({"live": "no"}, {"Reviewed", "Tomorrow", "Killed"}),
        ({"live": "scheduled"}, {"Tomorrow"}),
        ({"live": "killed"}, {"Killed"}),
        ({"kind__exact": "opinion"}, {"Live"}),
        ({"q": "reviewed"}, {"Reviewed"}),
        ({"stage": "nonsense"}, {"Reviewed", "Live", "Tomorrow", "Killed"}),
    ],
)
def test_filters_and_search(query, expected, editor):
    editing.move(make_article(headline="Reviewed"), to="review", by=editor.user)
    make_edition(headline="Live", kind="opinion")
    make_edition(headline="Tomorrow", at=timezone.now() + timedelta(days=1))
    killed = make_edition(headline="Killed")
    publishing.kill(killed.article, by=None, notice="Gone.", reason="It was not so.")

    assert headlines(editor.get(LIST, query)) == expected


def test_a_story_withdrawn_or_yet_to_come_is_not_live(editor):
    make_edition(headline="Tomorrow", at=timezone.now() + timedelta(days=1))

    assert headlines(editor.get(LIST, {"live": "yes"})) == set()


def act(client, action, *articles):
    return client.post(LIST, {"action": action, "_selected_action": [article.pk for article in articles]}, follow=True)


def test_what_cannot_be_moved_is_told_by_name_and_the_rest_is_moved(reporter):
    mine, moved = make_article(headline="Mine", by=reporter.user), make_article(headline="Moved", by=reporter.user)
    theirs = make_article(headline="Theirs")
    editing.move(moved, to="review", by=reporter.user)

    html = act(reporter, "submit", mine, moved, theirs).content.decode()

    assert "1 story submitted for review." in html
    assert "Moved: “Moved” is in review by now" in html
    assert "Theirs: this is not yours to do." in html
    assert mine.transitions.filter(action="moved", by=reporter.user).exists()


@pytest.mark.parametrize(("action", "stage"), [("mark_ready", "ready"), ("spike", "spiked")])
def test_copy_editors_move_many(action, stage, login):
    article = make_article()

    act(login("Copy editors"), action, article)

    article.refresh_from_db()
    assert article.stage == stage


def test_assigning_is_a_save_of_its_own(editor):
    article = make_article()

    act(editor, "assign_to_me", article)

    article.refresh_from_db()
    assert (article.assignee, article.version) == (editor.user, 2)


@pytest.mark.parametrize("action", ["mark_ready", "assign_to_me", "spike", "take_out_of_bin"])
def test_a_reporter_is_not_offered_what_only_others_may(action, reporter):
    article = make_article(by=reporter.user)

    html = act(reporter, action, article).content.decode()

    article.refresh_from_db()
    assert (article.stage, article.version) == ("draft", 1)
    assert f'value="{action}"' not in html


def test_due_times_and_priorities_are_told_and_sorted_by(editor):
    make_article(headline="Later", due=timezone.now() + timedelta(days=1), priority=1)
    make_article(headline="Late", due=timezone.now() - timedelta(days=1))
    make_article(headline="Whenever", priority=4)
    order = ("story", "stage_pill", "urgency", "due_time")

    by = {
        name: [row.headline for row in editor.get(LIST, {"o": order.index(name) + 1}).context_data["cl"].result_list]
        for name in ("urgency", "due_time")
    }
    html = editor.get(LIST).content.decode()

    assert by == {"urgency": ["Later", "Late", "Whenever"], "due_time": ["Late", "Later", "Whenever"]}
    assert html.count("overdue: ") == 1
    assert ">Urgent</span>" in html


@pytest.mark.parametrize("key", ["x", "9" * 30])
def test_a_forged_row_is_refused(key, editor, article):
    assert editor.post(LIST, {"action": "spike", "_selected_action": key}).status_code == 400


def test_nobody_deletes_stories_in_bulk(login):
    article = make_article()

    act(login("Managing editors"), "delete_selected", article)

    assert Article.objects.filter(pk=article.pk).exists()


def test_the_dashboard_costs_the_same_for_few_and_for_many(editor):
    fill(1)
    home = reverse("admin:index")
    editor.get(home)
    few = queries(editor, home)
    fill(12)
    for _ in range(8):
        editing.move(make_article(section=make_section("City")), to="review", by=editor.user)

    assert queries(editor, home) == few
    assert few <= 22


@pytest.mark.parametrize(
    "url",
    [
        "/admin/articles/delivery/?source__id__exact=1",
        "/admin/articles/delivery/?started_at__year=2026",
        "/admin/articles/importrecord/?waiting=yes",
        "/admin/articles/image/?origin__exact=camera",
        "/admin/articles/article/?assignee__id__exact=1&section__id__exact=1",
    ],
)
def test_every_filter_of_every_list_answers(url, login):
    assert login("Managing editors").get(url).status_code == 200
