"""The sample newsroom, loaded once: whole, right, and not loaded twice."""

import json
import re
from io import StringIO
from pathlib import Path
from unittest import mock

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command
from django.db import transaction

from articles import demonstration, images
from articles.images.encoding import encode
from articles.models import Article, Author, Edition, Image, ImportRecord, Page, Revision, Section, Tag, TagAlias

PAPER = json.loads((demonstration.DEMO / "newsroom.json").read_text(encoding="utf-8"))
DUE = [entry for entry in PAPER["stories"] if entry["hours_ago"]]
pytestmark = pytest.mark.django_db
PASSWORD = re.compile(r"\b[a-z2-9]{4}(?:-[a-z2-9]{4}){3}\b")


def render_small(image, size, focal):
    """All pictures are read and kept; what takes long, and is tested with the pictures, is to encode every size."""
    return encode(image.crop((0, 0, 8, 8)), size.format)


@pytest.fixture(scope="module")
def said(django_db_setup, django_db_blocker):
    """Load the samples once for this module and take them away after it; what the command said."""
    out = StringIO()
    with django_db_blocker.unblock(), transaction.atomic(), mock.patch.object(images, "render", render_small):
        call_command("load_demo", stdout=out)
        yield out.getvalue()
        transaction.set_rollback(True)


def counts():
    models = (Article, Author, Edition, Image, ImportRecord, Page, Revision, Section, Tag, TagAlias, User)
    return {model.__name__: model.objects.count() for model in models}


def test_every_story_due_is_live_and_the_rest_is_on_the_desk(said):
    assert Edition.objects.live().count() == len(DUE) == 21
    assert Article.objects.filter(editions=None).count() == len(PAPER["stories"]) - 21


def test_stories_came_in_through_intake(said):
    assert ImportRecord.objects.filter(source__name="Merrow Ledger samples").count() == len(PAPER["stories"])
    assert not Article.objects.filter(import_records=None).exists()


def test_each_story_has_its_section_kind_weight_picture_and_tags(said):
    for entry in PAPER["stories"]:
        record = ImportRecord.objects.select_related("article__section").get(external_id=entry["file"])
        article = record.article
        stands = (article.section.slug, article.kind, article.kicker, article.weight)
        assert stands == (entry["section"], entry["kind"], entry["kicker"], entry["weight"])
        assert sorted(article.tags.values_list("name", flat=True)) == sorted(entry["tags"])
        assert bool(article.lead) == bool(entry["picture"]), entry["file"]


def test_every_byline_names_an_author_of_the_paper(said):
    assert Author.objects.count() == len(PAPER["authors"])
    for edition in Edition.objects.live().exclude(kind="sponsored"):
        assert edition.bylines and all(byline["role"] for byline in edition.bylines), edition.path


def test_every_picture_says_it_is_drawn_and_has_its_sizes(said):
    assert Image.objects.count() == len(PAPER["pictures"])
    assert set(Image.objects.values_list("origin", flat=True)) <= {"drawn"}
    for edition in Edition.objects.live().exclude(lead=None):
        assert edition.picture["wide"] and edition.picture["square"] and edition.picture["alt"], edition.path


def test_publishing_left_no_error_standing(said):
    for article in Article.objects.exclude(editions=None):
        assert not [finding for finding in article.findings if finding["level"] == "error"], article.headline


def test_the_aliases_of_tags_are_there(said):
    assert set(TagAlias.objects.values_list("name", flat=True)) == {
        alias for entry in PAPER["tags"] for alias in entry["aliases"]
    }


def test_the_editor_may_log_in_with_the_password_that_was_shown(said, client):
    (password,) = PASSWORD.findall(said)

    assert client.login(username="editor", password=password)
    assert set(User.objects.get().groups.values_list("name", flat=True)) == {"Editors", "Managing editors"}


def test_the_paper_is_named_where_settings_are_read_from(said, settings):
    lines = (Path(settings.DATA_FOLDER) / "newsroom.env").read_text(encoding="utf-8").splitlines()

    assert f"SITE_NAME={PAPER['paper']['name']}" in lines and len(lines) == 3


def test_a_second_time_it_refuses_and_changes_nothing(said):
    before = counts()

    with pytest.raises(CommandError, match="empty one only"):
        call_command("load_demo")

    assert counts() == before


def test_if_empty_says_nothing_in_a_newsroom_in_use(said, capsys):
    call_command("load_demo", if_empty=True)

    assert capsys.readouterr().out == ""
