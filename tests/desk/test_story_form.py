"""The story's form: it saves through the writer alone, and nothing that was typed is lost."""

from datetime import UTC, datetime, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from articles import editing, publishing, tagging
from articles.admin import article_form
from articles.models import Article, Tag
from tests.desk.forms import change_url, fields, opened
from tests.factories import make_article, make_author, make_edition

ADD = "/admin/articles/article/add/"


def test_a_new_story_is_a_draft_with_one_revision(reporter):
    author = make_author("Isla Wren")
    tagging.resolve(["Ferries", "Council"])
    typed = {"headline": "Ferry to return", "body": "<p>Hello.</p>", "bylines-0-author": author.pk}

    response = reporter.post(ADD, fields(reporter.get(ADD)) | typed | {"tags": "Ferries, Council", "_continue": "1"})

    article = Article.objects.get()
    assert response["Location"] == change_url(article)
    assert (article.version, article.stage, article.changed_by) == (1, "draft", reporter.user)
    assert article.slug == "ferry-to-return"
    assert [byline.author for byline in article.bylines.all()] == [author]
    assert {tag.name for tag in article.tags.all()} == {"Ferries", "Council"}
    assert article.revisions.get().created_by == reporter.user


def test_a_new_story_is_with_whoever_begins_it(reporter):
    typed = fields(reporter.get(ADD)) | {"headline": "Ferry to return", "_continue": "1"}

    reporter.post(ADD, typed)

    assert Article.objects.get().assignee == reporter.user


@pytest.mark.parametrize(("group", "made"), [("Reporters", False), ("Editors", True)])
def test_a_tag_is_made_by_those_who_may_add_tags(group, made, login):
    client = login(group)
    article = make_article(by=client.user, tags=["Ferries"])

    client.post(change_url(article), opened(client, article) | {"tags": "ferries, Zeppelins", "_continue": "1"})

    assert Tag.objects.filter(name="Zeppelins").exists() == made


def test_a_tag_that_is_not_there_is_named_beside_the_field(reporter):
    article = make_article(by=reporter.user, tags=["Ferries"])
    response = reporter.post(change_url(article), opened(reporter, article) | {"tags": "ferries, Zeppelins"})

    assert "no tag “Zeppelins” yet" in str(response.context["adminform"].form.errors["tags"])


def test_saving_counts_the_version_and_keeps_what_was_before(editor, article):
    typed = opened(editor, article) | {"headline": "Ferry to return in May", "_continue": "1"}

    editor.post(change_url(article), typed)

    article.refresh_from_db()
    assert (article.headline, article.version) == ("Ferry to return in May", 2)
    assert article.revisions.get(version=1).data["headline"] == "Ferry to return in spring"


def test_saving_what_is_there_already_makes_no_version(editor, article):
    editor.post(change_url(article), opened(editor, article) | {"_save": "1"})

    article.refresh_from_db()
    assert article.version == 1


@pytest.mark.parametrize(
    ("zone", "fields"),
    [
        ("Europe/Paris", {"due": datetime(2026, 12, 1, 9, 30, tzinfo=UTC)}),
        ("UTC", {"ednote": "Call her back.\nTwice."}),
        ("UTC", {"standfirst": "One line.\r\nAnother."}),
    ],
    ids=["a moment in another zone", "a line break", "a line break of two characters"],
)
def test_publishing_a_story_as_it_was_opened_makes_no_version(zone, fields, editor, settings):
    settings.TIME_ZONE = zone
    article = make_article(**fields)
    typed = opened(editor, article)

    editor.post(change_url(article), {n: as_sent(value) for n, value in typed.items()} | {"_publish": "1"})

    article.refresh_from_db()
    assert article.version == 1


def as_sent(value):
    return value.replace("\r\n", "\n").replace("\n", "\r\n") if isinstance(value, str) else value


def test_line_breaks_are_kept_as_one_character(editor, article):
    editor.post(change_url(article), opened(editor, article) | {"ednote": "One.\r\nTwo.", "_continue": "1"})

    article.refresh_from_db()
    assert article.ednote == "One.\nTwo."


def test_a_text_too_long_to_keep_is_refused_with_all_that_was_typed(editor, article, monkeypatch):
    monkeypatch.setattr(article_form, "LONGEST", 20)
    response = editor.post(
        change_url(article), opened(editor, article) | {"body": "<p>Far longer than twenty.</p>", "headline": "Typed"}
    )

    form = response.context["adminform"].form
    assert form.has_error("body", "too-long")
    assert (form["body"].value(), form["headline"].value()) == ("<p>Far longer than twenty.</p>", "Typed")


def test_the_body_is_sanitised_and_keeps_plain_spaces(editor, article):
    body = '<p onclick="alert(1)">One two <b>three</b></p><script>alert(1)</script>'

    editor.post(change_url(article), opened(editor, article) | {"body": body})

    article.refresh_from_db()
    assert article.body == "<p>One two <strong>three</strong></p>"


@pytest.mark.parametrize("field", ["embargo_until", "planned_for", "due"])
@pytest.mark.parametrize(("zone", "day"), [("Africa/Johannesburg", "0001-01-01"), ("America/New_York", "9999-12-31")])
def test_a_day_at_the_end_of_the_calendar_is_refused(zone, day, field, editor, article, settings):
    settings.TIME_ZONE = zone
    typed = {f"{field}_0": day, f"{field}_1": "23:59" if day > "2" else "00:00"}

    response = editor.post(change_url(article), opened(editor, article) | typed)

    assert "Look at it once more." in response.content.decode()
    assert Article.objects.get().version == 1


def test_a_stage_that_does_not_exist_moves_nothing(editor, article):
    editor.post(change_url(article), opened(editor, article) | {"_stage": "published"})

    article.refresh_from_db()
    assert (article.stage, article.transitions.filter(action="moved").count()) == ("draft", 0)


def test_a_stage_button_saves_and_moves(editor, article):
    typed = opened(editor, article) | {"headline": "Typed before moving", "_stage": "submit"}

    editor.post(change_url(article), typed)

    article.refresh_from_db()
    assert (article.headline, article.stage) == ("Typed before moving", "review")


def test_sending_back_without_a_note_saves_the_text_and_moves_nothing(editor, article):
    editing.move(article, to="review", by=None)
    typed = opened(editor, article) | {"headline": "Typed before moving", "_stage": "send_back"}

    response = editor.post(change_url(article), typed, follow=True)

    article.refresh_from_db()
    assert (article.headline, article.stage) == ("Typed before moving", "review")
    assert "“Send back” needs a note." in response.content.decode()


def test_sending_back_keeps_the_note(editor, article):
    editing.move(article, to="review", by=None)

    editor.post(change_url(article), opened(editor, article) | {"_note": "Who says so?\0", "_stage": "send_back"})

    article.refresh_from_db()
    assert (article.stage, article.transitions.first().note) == ("draft", "Who says so?")


def test_a_move_that_a_colleague_made_first_loses_neither_text_nor_note(editor, article):
    typed = opened(editor, article) | {"headline": "Typed", "_note": "Look at the sum", "_stage": "mark_ready"}
    editing.move(article, to="ready", by=None)

    html = editor.post(change_url(article), typed, follow=True).content.decode()

    assert Article.objects.get().headline == "Typed"
    assert "is ready by now" in html
    assert "Your note was: “Look at the sum”" in html


def test_an_embargo_that_takes_a_schedule_back_says_so(editor):
    article = make_edition(at=timezone.now() + timedelta(hours=3)).article
    embargo = {"embargo_until_0": "2090-01-01", "embargo_until_1": "09:00", "_continue": "1"}

    html = editor.post(change_url(article), opened(editor, article) | embargo, follow=True).content.decode()

    assert "The embargo lasts until Sunday 1 January 2090, 09:00" in html
    assert "was taken back" in html


def test_saving_says_that_what_is_scheduled_stays_as_it_was(editor):
    article = make_edition(at=timezone.now() + timedelta(hours=3)).article

    html = editor.post(
        change_url(article), opened(editor, article) | {"kicker": "New", "_continue": "1"}, follow=True
    ).content.decode()

    assert "Version 1 still goes live" in html
    assert f'<a href="{reverse("admin:articles_article_publish", args=[article.pk])}">Replace it…</a>' in html
    assert "The desk has changes that the scheduled version does not have." in html


@pytest.mark.parametrize(
    ("told", "story"),
    [
        ("Not published. Readers cannot see this story.", lambda: make_article()),
        ("Goes live in 3 h, ", lambda: make_edition(at=timezone.now() + timedelta(hours=3)).article),
        ("Readers see this version.", lambda: make_edition().article),
        ("Leaves the site in 2 h, ", lambda: ending(make_edition().article)),
        ("Not on the site any more.", lambda: withdrawn(make_edition().article)),
        ("Killed ", lambda: killed(make_edition().article)),
    ],
    ids=["draft", "scheduled", "live", "ending", "withdrawn", "killed"],
)
def test_the_status_card_says_where_a_story_stands(told, story, editor):
    assert told in editor.get(change_url(story())).content.decode()


def ending(article):
    publishing.end(article, by=None, at=timezone.now() + timedelta(hours=2))
    return article


def withdrawn(article):
    publishing.unpublish(article, by=None)
    return article


def killed(article):
    publishing.kill(article, by=None, notice="Gone.", reason="It was not so.")
    return article


def test_a_killed_story_is_moved_and_published_by_nobody(editor):
    html = editor.get(change_url(killed(make_edition().article))).content.decode()

    assert 'name="_stage"' not in html
    assert 'name="_publish"' not in html


@pytest.mark.parametrize("at", [timedelta(hours=3), timedelta(0)], ids=["scheduled", "live"])
def test_what_readers_see_or_will_see_is_offered_neither_spike_nor_bin(at, editor):
    html = editor.get(change_url(make_edition(at=timezone.now() + at).article)).content.decode()

    assert 'value="spike"' not in html
    assert "bin-form" not in html


def test_the_publish_button_saves_and_asks(editor, article):
    response = editor.post(change_url(article), opened(editor, article) | {"headline": "New", "_publish": "1"})

    article.refresh_from_db()
    assert response["Location"] == reverse("admin:articles_article_publish", args=[article.pk])
    assert (article.headline, article.editions.count()) == ("New", 0)


def test_bylines_are_kept_in_the_order_of_their_numbers(editor, article):
    first, second = make_author("Ana Ruiz"), make_author("Ben Okafor")
    rows = {
        "bylines-TOTAL_FORMS": 3,
        "bylines-INITIAL_FORMS": 0,
        "bylines-0-author": first.pk,
        "bylines-0-ORDER": 2,
        "bylines-1-author": second.pk,
        "bylines-1-role": "Photographs",
        "bylines-1-ORDER": 1,
        "bylines-2-author": make_author("Lee Chen").pk,
        "bylines-2-DELETE": "on",
    }

    editor.post(change_url(article), opened(editor, article) | rows)

    assert [(b.author, b.role) for b in article.bylines.all()] == [(second, "Photographs"), (first, "")]


def test_an_author_twice_is_refused_and_nothing_is_lost(editor, article):
    author = make_author("Ana Ruiz")
    rows = {"bylines-TOTAL_FORMS": 2, "bylines-0-author": author.pk, "bylines-1-author": author.pk}

    response = editor.post(change_url(article), opened(editor, article) | rows | {"headline": "Typed"})

    assert response.context["adminform"].form.has_error("__all__", "bylines")
    assert fields(response)["headline"] == "Typed"
    assert fields(response)["bylines-1-author"] == str(author.pk)


def test_a_headline_is_needed_and_the_rest_comes_back(editor, article):
    response = editor.post(change_url(article), opened(editor, article) | {"headline": "", "body": "<p>Typed.</p>"})

    assert response.status_code == 200
    assert fields(response)["body"] == "<p>Typed.</p>"


class TestStale:
    """Two people, or two windows, on one story."""

    def save_meanwhile(self, article, by=None, **changes):
        current = Article.objects.get(pk=article.pk)
        editing.save(current, {"headline": "Theirs", **changes}, by=by, base_version=current.version)

    def typed(self, client, article):
        return opened(client, article) | {
            "headline": "Mine",
            "body": "<p>My own paragraph.</p>",
            "tags": "Ferries, Mine only",
            "bylines-TOTAL_FORMS": 1,
            "bylines-0-author": make_author("Mine Alone").pk,
            "bylines-0-role": "Words",
            "_continue": "1",
        }

    def test_what_somebody_saved_meanwhile_is_not_overwritten(self, editor, reporter, article):
        typed = self.typed(editor, article)
        self.save_meanwhile(article, by=reporter.user)

        response = editor.post(change_url(article), typed)

        article.refresh_from_db()
        assert (response.status_code, article.headline, article.version) == (409, "Theirs", 2)

    def test_everything_typed_is_still_in_the_fields(self, editor, article):
        typed = self.typed(editor, article)
        self.save_meanwhile(article)

        back = fields(editor.post(change_url(article), typed))

        for name in ("headline", "body", "tags", "bylines-0-author", "bylines-0-role", "_base"):
            assert back[name] == str(typed[name]), name

    def test_without_the_version_that_was_opened_both_texts_are_shown_word_by_word(self, editor, article):
        typed = self.typed(editor, article)
        self.save_meanwhile(article, standfirst="A standfirst of <b>theirs</b>")

        html = editor.post(change_url(article), typed | {"_base": ""}).content.decode()

        assert "Theirs</del>" in html
        assert "Mine</ins>" in html
        assert "&lt;" in html
        assert "Put mine on top of version 2" in html

    def test_saving_again_without_choosing_changes_nothing(self, editor, article):
        typed = self.typed(editor, article)
        self.save_meanwhile(article)
        back = fields(editor.post(change_url(article), typed))

        response = editor.post(change_url(article), back | {"_save": "1"})

        assert response.status_code == 409
        assert Article.objects.get().headline == "Theirs"

    def test_mine_goes_on_top_when_i_say_so_and_the_record_says_it(self, editor, article):
        typed = self.typed(editor, article)
        self.save_meanwhile(article)
        back = fields(editor.post(change_url(article), typed))

        editor.post(change_url(article), back | {"_on_top_of": "2"})

        article.refresh_from_db()
        assert (article.headline, article.version) == ("Mine", 3)
        assert [byline.author.name for byline in article.bylines.all()] == ["Mine Alone"]
        assert article.revisions.get(version=3).note == "Put on top of version 2"
        assert article.revisions.get(version=2).data["headline"] == "Theirs"

    def test_on_top_of_an_older_version_is_stale_again(self, editor, article):
        typed = self.typed(editor, article)
        self.save_meanwhile(article)
        self.save_meanwhile(article, kicker="Third")

        assert editor.post(change_url(article), typed | {"_on_top_of": "2"}).status_code == 409

    def test_a_post_without_a_base_never_overwrites(self, editor, article):
        typed = self.typed(editor, article)

        for base in ("", "-1", "x", "9" * 5000):
            assert editor.post(change_url(article), typed | {"_base": base}).status_code == 409

        assert Article.objects.get().version == 1

    def test_a_stage_button_on_a_stale_form_moves_nothing(self, editor, article):
        typed = self.typed(editor, article)
        self.save_meanwhile(article)

        editor.post(change_url(article), typed | {"_stage": "ready"})

        assert Article.objects.get().stage == "draft"

    def test_who_loses_the_race_between_reading_and_writing_is_told_as_well(self, editor, article, monkeypatch):
        typed = self.typed(editor, article)
        save = editing.save

        def overtaken(*args, **kwargs):
            monkeypatch.setattr(editing, "save", save)
            Article.objects.filter(pk=article.pk).update(version=2, headline="Theirs")
            raise editing.Conflict(Article.objects.get())

        monkeypatch.setattr(editing, "save", overtaken)

        # The update above is rolled back with the request, as a colleague's would not be: the second try succeeds.
        assert editor.post(change_url(article), typed).status_code == 302
        assert Article.objects.get().headline == "Mine"


def test_the_history_names_every_version_and_move(editor, article):
    editing.save(article, {"headline": "Second"}, by=editor.user, base_version=1, note="From the tender")
    editing.move(article, to="review", by=editor.user, note="Ready to read")

    html = editor.get(reverse("admin:articles_article_history", args=[article.pk])).content.decode()

    for told in ("Version 1", "Version 2", "Edda Lind", "From the tender", "Ready to read", "?from=1&amp;to=2"):
        assert told in html, told


def test_versions_are_compared_and_what_they_say_is_escaped(editor, article):
    editing.save(article, {"body": "<p>a &lt;script&gt; now</p>"}, by=editor.user, base_version=1)
    url = reverse("admin:articles_article_compare", args=[article.pk])

    html = editor.get(url, {"from": 1, "to": 2}).content.decode()

    told = html.split('class="nr-changes"')[1].split("</dl>")[0]
    assert "&lt;script&gt;" in told
    assert "<script" not in told


def test_a_version_that_was_not_kept_is_not_found(editor, article):
    assert editor.get(reverse("admin:articles_article_compare", args=[article.pk]), {"from": 77}).status_code == 404


def test_the_form_takes_the_same_number_of_queries_however_many_bylines(editor, django_assert_num_queries):
    many = make_article(bylines=[(make_author(f"Author {n}"), "") for n in range(6)])
    one = make_article()
    editor.get(change_url(one))

    for article in (one, many):
        with django_assert_num_queries(23):
            editor.get(change_url(article))


def test_a_role_without_a_person_is_refused_beside_the_row(editor, article):
    rows = {"bylines-TOTAL_FORMS": 1, "bylines-0-author": "", "bylines-0-role": "Reporter", "bylines-0-ORDER": 1}

    response = editor.post(change_url(article), opened(editor, article) | rows)

    assert "Choose whose role this is." in response.content.decode()


def test_rows_left_empty_are_not_bylines(editor, article):
    rows = {"bylines-TOTAL_FORMS": 2, "bylines-1-author": "", "bylines-1-role": "", "bylines-1-ORDER": 2}

    response = editor.post(change_url(article), opened(editor, article) | rows)

    assert (response.status_code, article.bylines.count()) == (302, 1)
