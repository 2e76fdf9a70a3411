"""Every save of a story's text: sanitised, counted, kept, and never over somebody else's."""

import pytest

from articles import editing
from articles.models import Article, Revision, Transition
from tests.factories import make_article, make_author, make_image, make_section, make_user

pytestmark = pytest.mark.django_db


def test_a_save_counts_the_version_up():
    article = make_article()

    editing.save(article, {"headline": "Another headline"}, by=None, base_version=1)

    assert Article.objects.get().version == 2


def test_a_save_over_an_older_version_is_refused():
    article = make_article()
    stale = Article.objects.get(pk=article.pk)
    editing.save(article, {"headline": "Theirs"}, by=None, base_version=1)

    with pytest.raises(editing.Conflict):
        editing.save(stale, {"headline": "Mine"}, by=None, base_version=1)

    assert Article.objects.get().headline == "Theirs"


def test_a_refused_save_leaves_bylines_and_tags_alone():
    article = make_article(tags=["Harbour"])
    stale = Article.objects.get(pk=article.pk)
    editing.save(article, {"headline": "Theirs"}, by=None, base_version=1)

    with pytest.raises(editing.Conflict):
        editing.save(stale, {}, by=None, base_version=1, bylines=[], tags=[])

    assert list(Article.objects.get().tags.names()) == ["Harbour"]
    assert Article.objects.get().bylines.count() == 1


def test_a_conflict_names_who_saved():
    article, user = make_article(), make_user()
    stale = Article.objects.get(pk=article.pk)
    editing.save(article, {"headline": "Theirs"}, by=user, base_version=1)

    with pytest.raises(editing.Conflict) as conflict:
        editing.save(stale, {"headline": "Mine"}, by=None, base_version=1)

    assert conflict.value.revision.created_by == user


def test_every_save_keeps_a_revision_of_all_an_editor_can_change():
    article = make_article(lead=make_image(), tags=["Harbour"])

    editing.save(article, {"kicker": "Ferry"}, by=None, base_version=1)

    newest = Revision.objects.first()
    assert newest.version == 2
    assert newest.data == editing.snapshot(Article.objects.get())


def test_a_body_is_sanitised_whoever_writes_it():
    article = make_article(body='<p onclick="x()">Hello <script>alert(1)</script><a href="javascript:x">you</a></p>')

    assert article.body == "<p>Hello <a>you</a></p>"


def test_a_save_reads_the_copy_desk():
    article = make_article(headline="The the ferry is back", bylines=[])

    assert {"doubled-word", "no-byline"} <= {finding["code"] for finding in article.findings}


def test_bylines_keep_their_order():
    authors = [make_author("Zoe Marsh"), make_author("Abe Cole")]
    article = make_article(bylines=[(author, "") for author in authors])

    assert [byline.author.name for byline in article.bylines.all()] == ["Zoe Marsh", "Abe Cole"]


def test_a_save_without_bylines_leaves_them():
    article = make_article()

    editing.save(article, {"kicker": "Ferry"}, by=None, base_version=1)

    assert Article.objects.get().bylines.count() == 1


def test_an_empty_slug_is_made_from_the_headline():
    assert make_article(headline="Öresund bridge shut").slug == "oresund-bridge-shut"


def test_many_drafts_take_as_many_statements_as_one(django_assert_max_num_queries):
    drafts = [editing.Draft({"headline": f"Story {n}", "body": "<p>Text.</p>"}) for n in range(30)]

    with django_assert_max_num_queries(8):
        editing.create_many(drafts, by=None)

    assert Revision.objects.count() == 30


def test_only_fields_of_the_desk_can_be_written():
    article = make_article()

    with pytest.raises(ValueError, match="stage"):
        editing.save(article, {"stage": "ready"}, by=None, base_version=1)


def test_a_move_is_recorded():
    article, user = make_article(), make_user()

    editing.move(article, to="review", by=user, note="Numbers are checked")

    newest = Transition.objects.first()
    assert (newest.before, newest.after, newest.by, newest.note) == ("draft", "review", user, "Numbers are checked")


def test_a_move_from_where_the_story_no_longer_stands_is_refused():
    article = make_article()
    stale = Article.objects.get()
    editing.move(article, to="review", by=None)

    with pytest.raises(editing.Refused) as refused:
        editing.move(stale, to="spiked", by=None)

    assert refused.value.code == "no-move"


@pytest.mark.parametrize("note", ["", "  "])
def test_nobody_sends_a_story_back_without_a_note(note):
    article = make_article()
    editing.move(article, to="review", by=None)

    with pytest.raises(editing.Refused) as refused:
        editing.move(article, to="draft", by=make_user(), note=note)

    article.refresh_from_db()
    assert (refused.value.code, article.stage) == ("note-needed", "review")


def test_whose_story_it_is_takes_it_back_without_a_note():
    user = make_user()
    article = make_article(by=user)
    editing.move(article, to="review", by=user)

    editing.move(article, to="draft", by=user)

    assert Transition.objects.first().after == "draft"


def test_a_command_needs_no_note():
    article = make_article()
    editing.move(article, to="review", by=None)

    editing.move(article, to="draft", by=None)

    assert article.stage == "draft"


def test_the_content_hash_ignores_where_a_story_is_filed():
    article = make_article()
    before = editing.content_hash(editing.snapshot(article))

    editing.save(article, {"section": make_section("Sport"), "weight": 2}, by=None, base_version=1)

    assert editing.content_hash(editing.snapshot(article)) == before
