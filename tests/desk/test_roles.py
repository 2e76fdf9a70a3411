"""What each role gets of a story's form, and that nobody gets more by posting what the form did not offer."""

import pytest
from django.utils import timezone

from articles import editing
from articles.models import Article, DeskMember
from tests.desk.forms import change_url, fields, opened
from tests.factories import make_article, make_author, make_section, make_user

ADD = "/admin/articles/article/add/"
LIST = "/admin/articles/article/"


@pytest.fixture
def copy_editor(login):
    return login("Copy editors")


@pytest.fixture
def sports_editor(login):
    """An editor who works in Sport alone."""
    client = login("Editors")
    DeskMember.objects.create(user=client.user).sections.add(make_section("Sport"))
    return client


def row(article):
    return Article.objects.filter(pk=article.pk).values().get()


# reporters


def test_a_reporter_reads_a_colleagues_story_and_has_no_form(reporter, article):
    response = reporter.get(change_url(article))

    html = response.content.decode()
    assert response.status_code == 200
    assert "The council voted 14 to 11" in html
    for offer in ('name="headline"', 'name="_continue"', 'name="_stage"', 'name="_publish"'):
        assert offer not in html, offer


@pytest.mark.parametrize("own", ["created_by", "assignee", "byline"])
def test_a_reporter_edits_what_is_theirs(own, reporter):
    theirs = {
        "created_by": lambda: make_article(by=reporter.user),
        "assignee": lambda: make_article(assignee=reporter.user),
        "byline": lambda: make_article(bylines=[(make_author("Rolf Berg", user=reporter.user), "")]),
    }[own]()

    reporter.post(change_url(theirs), opened(reporter, theirs) | {"headline": "Typed", "_continue": "1"})

    theirs.refresh_from_db()
    assert theirs.headline == "Typed"


def test_a_reporter_reads_their_own_once_it_is_ready(reporter):
    article = make_article(by=reporter.user)
    editing.move(article, to="ready", by=None)

    assert "nr-reading-page" in reporter.get(change_url(article)).content.decode()


def test_what_a_reporter_typed_while_the_story_moved_on_can_be_copied(reporter):
    article = make_article(by=reporter.user)
    typed = opened(reporter, article) | {"headline": "Typed <here>", "_stage": "submit"}
    editing.move(article, to="ready", by=None)
    before = row(article)

    response = reporter.post(change_url(article), typed)

    assert (response.status_code, row(article)) == (403, before)
    assert "Typed &lt;here&gt;</textarea>" in response.content.decode()


def test_a_reporters_new_story_is_with_the_reporter_whatever_is_posted(reporter, editor):
    typed = fields(reporter.get(f"{ADD}?assignee={editor.user.pk}&weight=1"))

    reporter.post(ADD, typed | {"headline": "Mine", "assignee": editor.user.pk, "weight": "1", "_continue": "1"})

    article = Article.objects.get()
    assert (article.assignee, article.created_by, article.weight) == (reporter.user, reporter.user, 4)


def test_a_locked_field_is_shown_with_the_reason(reporter):
    article = make_article(by=reporter.user, weight=2)

    html = reporter.get(change_url(article)).content.decode()

    assert "Editors arrange the front page." in html
    assert "Copy editors and editors say who has a story." in html


FORGED = {
    "stage": "ready",
    "version": "9",
    "words": "1",
    "findings": "[]",
    "changed_by": "1",
    "created_by": "1",
    "created_at": "2001-01-01",
    "binned_at": "2001-01-01",
    "live_from": "2001-01-01",
    "weight": "1",
    "public_changes": "never",
    "assignee": "",
    "embargo_until_0": "",
    "embargo_until_1": "",
}
KEPT = ("stage", "words", "created_by_id", "binned_at", "weight", "public_changes", "assignee_id", "embargo_until")


def test_forged_fields_are_ignored_and_the_text_is_saved(reporter):
    article = make_article(by=reporter.user, assignee=make_user(), weight=3, embargo_until=timezone.now())
    before = row(article)

    reporter.post(change_url(article), opened(reporter, article) | FORGED | {"headline": "Typed", "_continue": "1"})

    after = row(article)
    assert (after["headline"], after["version"], article.editions.count()) == ("Typed", 2, 0)
    assert {name: after[name] for name in KEPT} == {name: before[name] for name in KEPT}
    assert after["created_at"].year != 2001


@pytest.mark.parametrize("extra", [{}, {"_stage": "submit"}, {"_stage": "spike"}, {"_publish": "1"}, {"_correct": "1"}])
def test_a_form_forged_for_a_colleagues_story_is_refused(extra, reporter, editor, article):
    typed = opened(editor, article) | {"headline": "Forged"}
    before = row(article)

    response = reporter.post(change_url(article), typed | extra)

    assert (response.status_code, row(article)) == (403, before)


@pytest.mark.parametrize("move", ["submit", "mark_ready", "send_back", "spike"])
def test_a_bare_move_of_a_colleagues_story_is_refused(move, reporter, article):
    before = row(article)

    response = reporter.post(change_url(article), {"_stage": move, "_note": "Forged"})

    assert row(article) == before
    assert response.status_code in (302, 403)


@pytest.mark.parametrize("move", ["mark_ready", "spike"])
def test_a_move_that_a_role_does_not_have_is_refused_with_the_whole_form(move, reporter):
    article = make_article(by=reporter.user)
    before = row(article)

    response = reporter.post(change_url(article), opened(reporter, article) | {"headline": "Typed", "_stage": move})

    assert (response.status_code, row(article)) == (403, before)


# copy editors


def test_a_copy_editor_edits_everybodys_and_hands_stories_out(copy_editor, article):
    somebody = make_user("Reporters")

    copy_editor.post(
        change_url(article), opened(copy_editor, article) | {"assignee": somebody.pk, "_stage": "mark_ready"}
    )

    article.refresh_from_db()
    assert (article.assignee, article.stage) == (somebody, "ready")


def test_a_copy_editor_neither_publishes_nor_arranges_nor_moves_an_embargo(copy_editor):
    article = make_article(embargo_until=timezone.now(), weight=3)
    before = row(article)
    html = copy_editor.get(change_url(article)).content.decode()

    copy_editor.post(change_url(article), opened(copy_editor, article) | FORGED | {"assignee": "", "_publish": "1"})

    after = row(article)
    assert 'name="_publish"' not in html
    assert (after["weight"], after["embargo_until"]) == (before["weight"], before["embargo_until"])
    assert not article.editions.exists()


def test_only_whose_story_it_is_takes_it_back(copy_editor, article):
    editing.move(article, to="review", by=None)

    response = copy_editor.post(change_url(article), opened(copy_editor, article) | {"_stage": "take_back"})

    article.refresh_from_db()
    assert (response.status_code, article.stage) == (403, "review")


# accounts narrowed to sections


def test_a_story_of_another_section_is_not_there_for_a_narrowed_account(sports_editor):
    ours, theirs = make_article(section=make_section("Sport")), make_article(headline="Theirs")

    listed = sports_editor.get(LIST)

    assert [story.pk for story in listed.context_data["cl"].result_list] == [ours.pk]
    assert "All <small>1" in listed.content.decode()
    for answer in (sports_editor.get(change_url(theirs)), sports_editor.post(change_url(theirs), {"headline": "X"})):
        assert answer.status_code == 403
        assert "Theirs" not in answer.content.decode()


def test_the_chooser_offers_only_the_sections_of_a_narrowed_account(sports_editor):
    make_section("City")

    html = sports_editor.get(ADD).content.decode()

    assert ">Sport</option>" in html
    assert ">City</option>" not in html


@pytest.mark.parametrize("section", ["other", "none"])
def test_a_narrowed_account_moves_no_story_out_of_its_sections(section, sports_editor):
    article = make_article(section=make_section("Sport"))
    forged = make_section("City").pk if section == "other" else ""
    before = row(article)

    response = sports_editor.post(change_url(article), opened(sports_editor, article) | {"section": forged})

    assert response.context["adminform"].form.errors.keys() == {"section"}
    assert row(article) == before


def test_a_story_of_their_own_keeps_its_section(sports_editor):
    article = make_article(by=sports_editor.user, section=make_section("City"))

    sports_editor.post(change_url(article), opened(sports_editor, article) | {"headline": "Typed", "_continue": "1"})

    article.refresh_from_db()
    assert (article.headline, article.section.name) == ("Typed", "City")


def test_the_dashboard_tells_a_narrowed_account_of_its_sections_alone(sports_editor):
    for section in ("Sport", "City"):
        story = make_article(headline=f"Review in {section}", section=make_section(section))
        editing.move(story, to="review", by=None)

    html = sports_editor.get("/admin/").content.decode()

    assert "Review in Sport" in html
    assert "Review in City" not in html
