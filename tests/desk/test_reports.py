"""What readers say is wrong, at the desk: who reads it, what becomes of it, and how it leads to a correction."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles import reports
from articles.models import Correction, DeskMember, Report
from tests.factories import make_article, make_edition, make_section
from tests.reader.papers import rewrite

LIST = "/admin/articles/report/"
pytestmark = pytest.mark.django_db


def about(edition=None, **fields):
    return reports.receive(**{"text": "The vote was 14 to 11.", "edition": edition, **fields})


def change(report):
    return f"{LIST}{report.pk}/change/"


def listed(client, **query):
    return set(client.get(LIST, query).context["cl"].queryset)


def test_the_desk_reads_what_was_said_and_by_whom(editor):
    report = about(make_edition(), passage="12 to <11>", name="Ada", email="ada@example.org")

    html = editor.get(change(report)).content.decode()

    assert "12 to &lt;11&gt;" in html
    assert "The vote was 14 to 11." in html
    assert '<a href="mailto:ada@example.org">' in html


def test_a_reporter_reads_the_reports_about_their_own_stories_and_no_others(reporter):
    own, others, none = about(make_edition(by=reporter.user)), about(make_edition()), about()

    assert listed(reporter) == {own}
    assert reporter.get(change(own)).status_code == 200
    assert [reporter.get(change(report)).status_code for report in (others, none)] == [302, 302]


def test_an_editor_of_some_sections_reads_the_reports_about_those(login):
    editor = login("Editors")
    DeskMember.objects.create(user=editor.user).sections.set([make_section("Sport")])
    sport = about(make_edition(section=make_section("Sport")))
    about(make_edition(section=make_section("News")))
    about()

    assert listed(editor) == {sport}


def test_a_copy_editor_says_what_became_of_a_report(login):
    client, report = login("Copy editors", first_name="Cora"), about(make_edition())

    client.post(change(report), {"outcome": "no-error", "note": "It was 14 to 11 in the story too."})
    report.refresh_from_db()

    assert (report.outcome, report.handled_by, report.handled_by_name) == ("no-error", client.user, "Cora")
    assert report.note == "It was 14 to 11 in the story too."
    assert report.handled_at


def test_a_reporter_reads_and_does_not_decide(reporter):
    report = about(make_edition(by=reporter.user))

    assert reporter.post(change(report), {"outcome": "spam"}).status_code == 403
    assert Report.objects.get().outcome == "open"


def test_a_report_that_is_opened_again_waits_again(editor):
    report = about(make_edition())
    reports.handle(report, by=editor.user, outcome="spam")

    editor.post(change(report), {"outcome": "open", "note": ""})
    report.refresh_from_db()

    assert (report.handled_at, report.handled_by_name) == (None, "")


def test_those_that_wait_stand_first(editor):
    done, old, new = about(text="Done"), about(text="Old"), about(text="New")
    Report.objects.filter(pk=old.pk).update(at=timezone.now() - timedelta(days=1))
    reports.handle(done, by=editor.user, outcome="spam")

    assert list(editor.get(LIST).context["cl"].queryset) == [new, old, done]


def test_the_list_costs_the_same_however_many_there_are(editor, django_assert_max_num_queries):
    for _ in range(12):
        about(make_edition())
    editor.get(LIST)

    with django_assert_max_num_queries(14):
        editor.get(LIST)


def test_the_dashboard_counts_what_waits(editor):
    for _ in range(2):
        about(make_edition())
    reports.handle(about(), by=editor.user, outcome="spam")

    html = editor.get("/admin/").content.decode()

    assert "Readers report errors <small>2</small>" in html


def test_the_page_of_a_story_leads_to_its_reports(editor):
    edition = make_edition()
    report = about(edition)
    about(make_edition())

    html = editor.get(f"/admin/articles/article/{edition.article_id}/change/").content.decode()
    link = f"{LIST}?story={edition.article_id}&outcome__exact=open"

    assert "1 reader reports an error." in html
    assert link.replace("&", "&amp;") in html
    assert listed(editor, story=edition.article_id, outcome__exact="open") == {report}


@pytest.mark.parametrize("story", ["x", "-1", "9" * 30, "1 OR 1=1"])
def test_what_can_be_no_story_narrows_nothing(editor, story):
    report = about(make_edition())

    assert listed(editor, story=story) == {report}


def test_a_story_without_reports_lists_none(editor):
    about(make_edition())

    assert listed(editor, story=make_edition().article_id) == set()


def test_one_click_leads_from_a_report_to_its_correction(editor):
    edition = make_edition()
    report = about(edition, passage="12 to 11")
    publish = f"/admin/articles/article/{edition.article_id}/publish/"

    assert f'href="{publish}?correct=1&amp;report={report.pk}"' in editor.get(change(report)).content.decode()
    html = editor.get(f"{publish}?correct=1&report={report.pk}").content.decode()
    assert "12 to 11" in html
    assert f'name="report" value="{report.pk}"' in html


def corrected(client, edition, report, **fields):
    told = {"version": edition.article.version, "when": "now", "ends": "keep", "report": report.pk}
    return client.post(f"/admin/articles/article/{edition.article_id}/publish/", told | fields)


CORRECTION = {"kind": "correction", "wrong": "We said 12 to 11.", "right": "It was 14 to 11."}


def test_the_correction_closes_the_report_that_asked_for_it(editor):
    edition = make_edition()
    report = about(edition)

    corrected(editor, edition, report, **CORRECTION)
    report.refresh_from_db()

    assert Correction.objects.count() == 1
    assert (report.outcome, report.handled_by) == ("corrected", editor.user)


def test_publishing_without_a_correction_leaves_the_report_open(editor):
    edition = rewrite(make_edition(), headline="The council buys the ferry after all")
    edition.article.refresh_from_db()
    report = about(edition)

    corrected(editor, edition, report)
    report.refresh_from_db()

    assert report.outcome == "open"


def test_a_correction_closes_no_report_about_another_story(editor):
    edition, report = make_edition(), about(make_edition())

    corrected(editor, edition, report, **CORRECTION)
    report.refresh_from_db()

    assert report.outcome == "open"


def test_a_refused_correction_keeps_the_report_beside_it(editor):
    edition = make_edition()
    report = about(edition)

    answer = corrected(editor, edition, report, **CORRECTION | {"right": ""})

    assert answer.status_code == 409
    assert f'name="report" value="{report.pk}"' in answer.content.decode()


def test_there_is_no_correction_to_make_where_readers_have_nothing(editor):
    report = about(make_edition())
    Report.objects.update(article=make_article())

    assert "Make the correction" not in editor.get(change(report)).content.decode()


def test_who_sent_a_report_is_erased_once_it_was_dealt_with_long_ago(editor):
    told = {"name": "Ada", "email": "ada@example.org"}
    old, fresh, waiting = (about(make_edition(), **told) for _ in range(3))
    for report in (old, fresh):
        reports.handle(report, by=editor.user, outcome="spam")
    Report.objects.filter(pk=old.pk).update(handled_at=timezone.now() - reports.KEPT - timedelta(hours=1))

    about(text="Something else.")

    assert [(r.name, r.email) for r in Report.objects.filter(pk=old.pk)] == [("", "")]
    assert {r.name for r in Report.objects.filter(pk__in=[fresh.pk, waiting.pk])} == {"Ada"}
