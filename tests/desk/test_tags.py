"""Tags at the desk: the field, the suggestions, and the tag with its other names."""

from django.urls import reverse

from articles import tagging
from articles.models import Tag
from tests.desk.forms import change_url, opened
from tests.factories import make_article

SUGGEST = "/admin/articles/article/tags/"


def test_suggestions_know_aliases(reporter):
    [tag] = tagging.resolve(["Climate change"])
    tagging.save_tag(tag, aliases=["Global warming"])

    assert reporter.get(SUGGEST, {"q": "GLOBAL w"}).json() == {
        "tags": [{"name": "Climate change", "alias": "Global warming"}],
        "exact": False,
    }
    assert reporter.get(SUGGEST, {"q": "global warming"}).json()["exact"]


def test_nothing_typed_suggests_nothing(reporter):
    make_article(tags=["Ferries"])

    assert reporter.get(SUGGEST).json()["tags"] == []


def test_an_alias_typed_gives_its_tag(editor, article):
    [tag] = tagging.resolve(["Climate change"])
    tagging.save_tag(tag, aliases=["Global warming"])

    editor.post(change_url(article), opened(editor, article) | {"tags": 'global WARMING, "Berg, Tomas"'})

    assert {tag.name for tag in article.tags.all()} == {"Climate change", "Berg, Tomas"}


def test_a_name_with_a_comma_comes_back_as_it_was(editor):
    article = make_article(tags=["Berg, Tomas", "Ferries"])

    assert opened(editor, article)["tags"] == '"Berg, Tomas", Ferries'


def tag_form(**fields):
    return {"name": "Ferries", "slug": "", "other_names": "", "description": "", "topic": "", **fields}


def test_a_tag_is_saved_with_its_other_names(editor):
    editor.post("/admin/articles/tag/add/", tag_form(other_names="Boats\n\nShips"))

    tag = Tag.objects.get()
    assert (tag.slug, tag.key) == ("ferries", "ferries")
    assert {alias.name for alias in tag.aliases.all()} == {"Boats", "Ships"}


def test_a_name_that_another_tag_has_is_refused_beside_the_field(editor):
    tagging.resolve(["Boats"])

    response = editor.post("/admin/articles/tag/add/", tag_form(other_names="BOATS"))

    assert response.context["adminform"].form.has_error("other_names")
    assert Tag.objects.count() == 1


def test_a_reporter_reads_tags_and_changes_none(reporter):
    [tag] = tagging.resolve(["Ferries"])
    url = reverse("admin:articles_tag_change", args=[tag.pk])

    assert reporter.get(url).status_code == 200
    assert reporter.post(url, tag_form(name="Boats")).status_code == 403


def test_a_line_of_tags_with_a_nul_is_refused_beside_the_field(editor, article):
    response = editor.post(change_url(article), opened(editor, article) | {"tags": "Ferries, Boa\0ts"})

    assert response.context["adminform"].form.has_error("tags", "null_characters_not_allowed")
