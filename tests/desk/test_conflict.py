"""Two people save one story: what does not touch is put together, what does is asked, nothing typed is lost."""

import re

import pytest

from articles import editing
from articles.models import Article
from tests.desk.forms import change_url, fields, opened
from tests.factories import make_article, make_author, make_image, make_user

FIRST, SECOND, THIRD = "<p>The council met on Tuesday.</p>", "<p>It bought a ferry.</p>", "<p>She left early.</p>"
BODY = FIRST + SECOND + THIRD
MINE, THEIRS = FIRST.replace("Tuesday", "Friday"), FIRST.replace("Tuesday", "Monday")


@pytest.fixture
def story(db):
    return make_article(headline="Ferry bought", body=BODY, tags=["Ferries"])


@pytest.fixture
def jo(db):
    return make_user("Editors", first_name="Jo", last_name="Marsh")


def save(story, by=None, **told):
    """What a colleague saves meanwhile."""
    current = Article.objects.get(pk=story.pk)
    own = {name: told.pop(name) for name in ("tags", "bylines") if name in told}
    return editing.save(current, told, by=by, base_version=current.version, **own)


def post(client, story, data, **typed):
    return client.post(change_url(story), data | typed | {"_continue": "1"})


def questions(response):
    return [question.key for question in response.context["overtaken"].merge.questions]


def answers(response, *chosen):
    return {f"_answer-{key}": choice for key, choice in zip(questions(response), chosen, strict=True)}


def stands(story):
    return Article.objects.get(pk=story.pk)


class TestWhatDoesNotTouch:
    def merged(self, client, story, jo):
        """Mine is the first paragraph and the kicker, theirs the last one, the headline, a tag and the picture."""
        typed = opened(client, story) | {"body": MINE + SECOND + THIRD, "kicker": "Harbour", "tags": "Ferries, Mine"}
        ferries = list(story.tags.all())
        lead, author = make_image(), make_author("Ana Ruiz")
        told = {"headline": "Ferry bought at last", "body": FIRST + SECOND + "<p>She left late.</p>", "lead": lead}
        save(story, jo, **told, tags=ferries, bylines=[(author, "Words")])
        return post(client, story, typed)

    def test_is_together_in_the_fields_and_not_saved_yet(self, editor, story, jo):
        response = self.merged(editor, story, jo)
        back = fields(response)

        assert (response.status_code, stands(story).version) == (409, 2)
        assert back["body"] == MINE + SECOND + "<p>She left late.</p>"
        assert (back["headline"], back["kicker"]) == ("Ferry bought at last", "Harbour")
        assert (back["tags"], back["lead"]) == ("Ferries, Mine", str(stands(story).lead_id))
        assert (back["bylines-0-role"], back["_base"]) == ("Words", "2")

    def test_is_told_with_who_and_how_much(self, editor, story, jo):
        html = self.merged(editor, story, jo).content.decode()

        assert "Jo Marsh saved version 2 while you were writing" in html
        assert re.search(r"Their \d+ changes and yours are together below", html)
        assert "at last</ins>" in html

    def test_is_saved_by_one_more_save_and_the_history_says_so(self, editor, story, jo):
        response = self.merged(editor, story, jo)

        assert post(editor, story, fields(response)).status_code == 302

        now = stands(story)
        assert (now.version, now.headline, now.kicker) == (3, "Ferry bought at last", "Harbour")
        assert now.body == MINE + SECOND + "<p>She left late.</p>"
        assert {tag.name for tag in now.tags.all()} == {"Ferries", "Mine"}
        assert [byline.author.name for byline in now.bylines.all()] == ["Ana Ruiz"]
        assert now.revisions.first().note == "Merged with version 2"

    def test_is_merged_again_when_somebody_saves_in_between(self, editor, story, jo):
        response = self.merged(editor, story, jo)
        save(story, jo, dateline="PORT MERROW")

        again = post(editor, story, fields(response))
        post(editor, story, fields(again))

        now = stands(story)
        assert (again.status_code, now.dateline, now.kicker) == (409, "PORT MERROW", "Harbour")
        assert now.revisions.first().note == "Merged with versions 2 and 3"

    def test_a_moment_and_a_choice_of_theirs_come_in_as_they_were_saved(self, editor, story, jo):
        typed, due = opened(editor, story), story.created_at.replace(microsecond=0)
        save(story, jo, due=due, weight=2)

        post(editor, story, fields(post(editor, story, typed, kicker="Harbour")))

        now = stands(story)
        assert (now.due, now.weight, now.kicker) == (due, 2, "Harbour")


class TestWhatTouches:
    def asked(self, client, story, **typed):
        sent = opened(client, story) | {"body": MINE + SECOND + THIRD, "headline": "Mine"} | typed
        save(story, body=THEIRS + SECOND + "<p>She left late.</p>", headline="Theirs")
        return post(client, story, sent)

    def test_is_asked_with_nothing_chosen_and_what_was_typed_in_the_fields(self, editor, story):
        response = self.asked(editor, story)
        back, html = fields(response), response.content.decode()

        assert (response.status_code, stands(story).headline) == (409, "Theirs")
        assert (back["body"], back["headline"], back["_base"]) == (MINE + SECOND + THIRD, "Mine", "1")
        assert len(questions(response)) == 2
        assert html.count('type="radio" name="_answer-') == 2 + 3
        assert not re.search(r"<input[^>]*_answer-[^>]*checked", html)

    def test_without_a_choice_is_refused_and_asked_still(self, editor, story):
        first = self.asked(editor, story)
        headline, _ = answers(first, "theirs", "mine")

        response = post(editor, story, fields(first), **{headline: "theirs"})

        assert (response.status_code, questions(response)) == (409, questions(first))
        assert "1 choice still to make" in response.content.decode()
        assert len(re.findall(r"<input[^>]*_answer-[^>]*checked", response.content.decode())) == 1

    @pytest.mark.parametrize(
        ("choices", "headline", "paragraph"),
        [
            (("mine", "theirs"), "Mine", THEIRS),
            (("theirs", "mine"), "Theirs", MINE),
            (("theirs", "both"), "Theirs", THEIRS + MINE),
        ],
    )
    def test_is_saved_as_chosen_with_all_that_did_not_touch(self, choices, headline, paragraph, editor, story):
        response = self.asked(editor, story, kicker="Harbour")

        assert post(editor, story, fields(response), **answers(response, *choices)).status_code == 302

        now = stands(story)
        assert (now.headline, now.kicker) == (headline, "Harbour")
        assert now.body == paragraph + SECOND + "<p>She left late.</p>"
        assert now.revisions.first().note == "Merged with version 2"

    def test_both_is_no_choice_for_a_line(self, editor, story):
        response = self.asked(editor, story)

        assert post(editor, story, fields(response), **answers(response, "both", "mine")).status_code == 409

    def test_is_asked_again_when_they_saved_another_text_since(self, editor, story):
        first = self.asked(editor, story)
        save(story, headline="Theirs once more")

        again = post(editor, story, fields(first), **answers(first, "theirs", "mine"))

        headline, paragraph = (question.chosen for question in again.context["overtaken"].merge.questions)
        assert (again.status_code, headline, paragraph) == (409, "", "mine")

    def test_is_never_lost_when_something_else_is_wrong_as_well(self, editor, story):
        response = self.asked(editor, story, kicker="K" * 99)
        sent = fields(response)

        again = post(editor, story, sent, **answers(response, "theirs", "both"))

        back = fields(again)
        assert (again.status_code, stands(story).version) == (409, 2)
        assert (back["body"], back["headline"], back["kicker"]) == (MINE + SECOND + THIRD, "Mine", "K" * 99)
        assert len(re.findall(r"<input[^>]*_answer-[^>]*checked", again.content.decode())) == 2

        post(editor, story, back, kicker="Short", **answers(again, "theirs", "both"))
        assert stands(story).body == THEIRS + MINE + SECOND + "<p>She left late.</p>"

    def test_of_bylines_is_one_question(self, editor, story):
        typed = opened(editor, story) | {"bylines-0-author": make_author("Mine Alone").pk}
        save(story, bylines=[(make_author("Theirs Alone"), "")])

        response = post(editor, story, typed)
        post(editor, story, fields(response), **answers(response, "theirs"))

        assert [byline.author.name for byline in stands(story).bylines.all()] == ["Theirs Alone"]


def test_what_one_may_not_change_stays_theirs(reporter):
    story = make_article(by=reporter.user)
    typed = opened(reporter, story) | {"headline": "Mine"}
    save(story, weight=2)

    post(reporter, story, fields(post(reporter, story, typed)))

    assert (stands(story).weight, stands(story).headline) == (2, "Mine")


def test_a_text_of_theirs_is_escaped_where_it_is_told(editor, story):
    typed = opened(editor, story) | {"headline": "Mine"}
    save(story, headline="<img src=x> theirs")

    assert "<img src=x>" not in post(editor, story, typed).content.decode()


def test_a_forged_word_on_what_was_merged_is_not_believed(editor, story):
    post(editor, story, opened(editor, story), headline="New", _merged="7 x -1 1")

    assert stands(story).revisions.first().note == "Merged with version 1"
