"""What an editor says of how a story was reported is kept, compared, merged and brought back like the rest of it."""

import pytest

from articles import editing
from articles.models import Article
from tests.factories import make_article, make_edition, make_user
from tests.reader.papers import BACKING

from .forms import change_url, opened

pytestmark = pytest.mark.django_db
ALL = {**BACKING, "reply_on": "2026-11-03", "ai_reviewer": "Hedda Quill"}


def saved(client, article, **typed):
    """The story after a save of the form as it was opened, with this typed over it."""
    told = opened(client, article) | typed | {"_continue": "1"}
    answer = client.post(change_url(article), told)
    assert answer.status_code == 302, answer.context["errors"]
    return Article.objects.get(pk=article.pk)


def test_all_of_it_is_typed_on_the_story_form(editor, article):
    story = saved(editor, article, **ALL)

    assert {name: str(getattr(story, name)) for name in ALL} == {**ALL, "sources": ALL["sources"]}
    assert story.revisions.first().data["desk_sources"] == "The night porter"


def test_opening_and_saving_it_unchanged_makes_no_new_version(editor, article):
    story = saved(editor, article, **ALL)

    again = saved(editor, story)

    assert again.version == story.version


def test_a_comparison_tells_what_changed_in_words(editor, article):
    saved(editor, article, **ALL)

    html = editor.get(f"/admin/articles/article/{article.pk}/compare/").content.decode()

    for words in ("How we know", "Sources for the desk alone", "3 November 2026", "It helped", "Hedda Quill"):
        assert words in html


def test_an_earlier_version_is_brought_back_with_it(editor, article):
    story = saved(editor, article, **ALL)
    saved(editor, story, **dict.fromkeys(ALL, ""))

    editor.post(f"/admin/articles/article/{article.pk}/restore/{story.version}/", {"base": story.version + 1})
    article.refresh_from_db()

    assert {name: str(getattr(article, name)) for name in ALL} == ALL


def test_a_version_from_before_there_was_such_a_thing_leaves_it_alone(editor, article):
    first = article.revisions.get(version=1)
    first.data = {name: value for name, value in first.data.items() if name not in ALL}
    first.save(update_fields=["data"])
    story = saved(editor, article, **ALL)

    editor.post(f"/admin/articles/article/{article.pk}/restore/1/", {"base": story.version})
    article.refresh_from_db()

    assert article.method == ALL["method"]


def test_what_two_people_say_is_put_together(editor, article):
    mine = opened(editor, article)
    editing.save(article, {"conflicts": "The board is our landlord."}, by=make_user(), base_version=1)

    page = editor.post(change_url(article), mine | {"method": "We read the minutes.", "_continue": "1"})

    assert page.status_code == 409
    form = page.context["adminform"].form
    assert (form["method"].value(), form["conflicts"].value()) == ("We read the minutes.", "The board is our landlord.")


def test_what_two_people_say_differently_is_asked(editor, article):
    mine = opened(editor, article)
    editing.save(article, {"method": "We read the minutes."}, by=make_user(), base_version=1)

    page = editor.post(change_url(article), mine | {"method": "We sat through it.", "_continue": "1"})

    (question,) = page.context["overtaken"].questions
    assert question.label == "How we know"


def test_newer_text_from_outside_leaves_it_alone(article):
    editing.save(article, {"method": "We read the minutes."}, by=None, base_version=1)
    editing.save(article, {"body": "<p>Newer.</p>"}, by=None, base_version=2, origin="imported")

    article.refresh_from_db()

    assert article.method == "We read the minutes."


def test_who_may_print_a_story_is_said_by_editors(reporter):
    story = make_article(by=reporter.user)

    told = saved(reporter, story, licence="by", method="We asked.")

    assert (told.licence, told.method) == ("", "We asked.")


def test_what_a_machine_wrote_is_not_published_before_somebody_read_it(editor):
    article = make_article(ai_use="generated")

    answer = editor.post(
        f"/admin/articles/article/{article.pk}/publish/", {"version": "1", "when": "now", "ends": "keep"}
    )

    assert answer.status_code == 409
    assert "nobody is named who has read it over" in answer.content.decode()


def test_whoever_may_read_the_story_and_not_change_it_reads_what_stands_behind_it(reporter):
    article = make_article(**BACKING)

    html = reporter.get(change_url(article)).content.decode()

    assert "The night porter" in html
    assert "It helped: to transcribe the meeting" in html


def test_the_preview_shows_it_as_readers_will(editor):
    article = make_edition(**BACKING).article

    html = editor.get(f"/admin/articles/article/{article.pk}/preview/").content.decode()

    assert "We sat through the meeting" in html
    assert "The night porter" not in html
