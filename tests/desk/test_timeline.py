"""A story's history: every version and every act in one timeline, told to those who may read it."""

import re
from datetime import timedelta
from html import unescape

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from articles import editing, old_addresses, previewing, publishing
from articles.models import Transition
from articles.publishing import Put
from tests.factories import WAIVED, make_article, make_edition


def url(article, **asked):
    query = "&".join(f"{name}={value}" for name, value in asked.items())
    return reverse("admin:articles_article_history", args=[article.pk]) + (f"?{query}" if query else "")


def save(article, **fields):
    article.refresh_from_db()
    return editing.save(article, fields, by=None, base_version=article.version)


def told(client, article, **asked):
    """The rows as somebody reads them, newest first."""
    html = client.get(url(article, **asked)).content.decode()
    rows = re.findall(r"<li[ >].*?</li>", html.split('class="nr-history">')[1].split("</ol>")[0], re.DOTALL)
    return [" ".join(unescape(re.sub(r"<[^>]*>", " ", row)).split()) for row in rows]


def a_whole_life(by):
    """A story to which everything happened that can."""
    article = make_article(headline="Boat leaves at TK", by=by)
    now = timezone.now()
    editing.bin_story(article, by=by)
    editing.unbin_story(article, by=by)
    editing.move(article, to="review", by=by, note="Please read")
    old_addresses.add(article, "/2012/boat.html", by=by)
    link, _ = previewing.make(article, by=by, days=1, label="The lawyer")
    previewing.revoke(link, by=by)
    publishing.publish(article, by=by, waive=WAIVED, at=now + timedelta(days=1))
    publishing.cancel(article, by=by, note="Too early")
    publishing.publish(article, by=by, waive=WAIVED)
    save(article, kicker="New")
    put = Put("correction", wrong="It said 10 boats.", right="There are 12 boats.")
    publishing.publish(article, by=by, waive=WAIVED, correction=put)
    publishing.end(article, by=by, at=now + timedelta(days=9))
    publishing.unpublish(article, by=by, note="A look at it")
    publishing.kill(article, by=by, notice="We withdrew this.", reason="It named a witness.")
    publishing.revive(article, by=by, reason="The court agreed.")
    return article


def test_everything_that_happened_is_told_with_who_did_it(editor):
    article = a_whole_life(editor.user)

    rows = told(editor, article)

    for what in (
        "Begun",
        "Version 1",
        "Put in the bin",
        "Taken out of the bin",
        "Moved from draft to in review",
        "Please read",
        "Preview link made",
        "The lawyer can read version 1.",
        "Preview link revoked",
        "Scheduled for",
        "Schedule of edition 1 canceled",
        "Too early",
        "Published as edition 2, version 1",
        "Let stand: placeholder test",
        "Was wrong It said 10 boats. Is right There are 12 boats.",
        "Leaves the site",
        "A look at it",
        "Readers are told We withdrew this. Reason It named a witness.",
        "Reason The court agreed.",
    ):
        assert any(what in row for row in rows), what
    assert all("Edda Lind" in row for row in rows if "Version 2" not in row)


def test_every_kind_of_act_can_happen_to_a_story_but_an_import(editor):
    article = a_whole_life(editor.user)

    happened = set(article.transitions.values_list("action", flat=True))

    assert set(Transition.Action.values) - happened == {"imported"}


def test_why_a_story_was_killed_is_for_those_who_may_see_withdrawals(login):
    rows = " ".join(told(login("Copy editors"), a_whole_life(None)))

    assert "We withdrew this." in rows
    assert "It named a witness." not in rows
    assert "The court agreed." not in rows


@pytest.mark.parametrize(
    ("show", "there", "missing"),
    [
        ("versions", "Version 1", "Published as"),
        ("publishing", "Published as", "Version 2 "),
        ("moves", "Moved from draft", "Published as"),
        ("nonsense", "Moved from draft", "nothing is"),
    ],
)
def test_a_chip_narrows_the_timeline(show, there, missing, editor):
    rows = told(editor, a_whole_life(None), show=show)

    assert any(there in row for row in rows)
    assert not any(missing in row for row in rows)


def test_the_newest_comes_first_and_a_version_above_the_act_that_began_it(editor, article):
    save(article, kicker="New")

    rows = told(editor, article)

    assert [row.split(" Let")[0][:9] for row in rows] == ["Version 2", "Version 1", "Begun com"]


def test_a_name_outlives_the_account(editor, login):
    leaver = login("Editors", first_name="Lou", last_name="Gone").user
    article = make_article(by=leaver)
    leaver.delete()

    assert any("Begun Lou Gone" in row for row in told(editor, article))


def test_what_no_account_did_was_the_command_line(editor, article):
    Transition.objects.update(by_name="")

    assert all("command line" in row for row in told(editor, article))


def test_a_time_is_exact_and_in_the_newsrooms_zone(editor, article, settings):
    settings.TIME_ZONE = "America/New_York"
    Transition.objects.update(at="2026-07-01T16:05:09Z")

    html = editor.get(url(article, show="moves")).content.decode()

    assert '<time datetime="2026-07-01T12:05:09-04:00">1 Jul 2026, 12:05:09 EDT</time>' in html


def test_a_long_life_is_told_in_pages_that_leave_nothing_out(editor, article):
    for n in range(60):
        editing.move(article, to="review" if n % 2 == 0 else "draft", by=None, note=f"note {n};")

    pages = [told(editor, article, p=number) for number in (1, 2)]

    assert [len(page) for page in pages] == [50, 12]
    assert all(any(f"note {n};" in row for row in pages[0] + pages[1]) for n in range(60))


def test_the_timeline_costs_the_same_however_much_happened(editor):
    short, long = make_article(), a_whole_life(editor.user)
    editor.get(url(short))
    counts = []
    for article in (short, long):
        with CaptureQueriesContext(connection) as captured:
            editor.get(url(article))
        counts.append(len(captured))

    assert counts[1] <= counts[0] + 3  # what readers see now is asked of its picture and names


def test_a_version_leads_to_its_comparisons_and_back(editor):
    article = make_edition().article
    save(article, kicker="Two")
    save(article, kicker="Three")

    html = editor.get(url(article)).content.decode()

    for asked in ("?from=1&amp;to=3", "?from=2&amp;to=3", "?from=1&amp;to=2", "/restore/2/", "/restore/1/"):
        assert asked in html, asked
    assert "/restore/3/" not in html


def test_a_version_is_named_where_it_stands(editor, article):
    name = reverse("admin:articles_article_name_version", args=[article.pk, 1])

    response = editor.post(f"{name}?show=versions&p=1", {"name": " As sent to \0 the <lawyer> "})

    assert response["Location"] == url(article, show="versions", p=1) + "#version-1"
    assert article.revisions.get().name == "As sent to the <lawyer>"
    assert "As sent to the &lt;lawyer&gt;" in editor.get(url(article)).content.decode()


def test_who_may_only_read_a_story_names_nothing(login, article):
    reader = login("Reporters")
    name = reverse("admin:articles_article_name_version", args=[article.pk, 1])

    assert reader.post(name, {"name": "Mine"}).status_code == 403
    assert "Name this version" not in reader.get(url(article)).content.decode()
    assert article.revisions.get().name == ""
