"""Two versions of a story compared: both layouts, every kind of field, where readers saw them, changed quotations."""

import re
from datetime import timedelta

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse
from django.utils import timezone

from articles import editing, publishing, tagging
from tests.factories import WAIVED, make_article, make_author, make_edition, make_image, make_section

pytestmark = pytest.mark.once
OLD = (
    "<p>The council voted on Tuesday to buy the island ferry.</p>"
    "<p>Work on the pier begins in March.</p>"
    "<p>The timetable will be published in April.</p>"
    '<p>See <a href="https://a.example/">the tender</a> for all the seats.</p>'
    "<ul><li>Two boats, 100 seats each</li></ul>"
    "<p>Mayor Ana Ruiz opened the meeting at noon.</p>"
    "<p>The vote was close. Nobody left before the end of it.</p>"
)
NEW = (
    "<p>The council voted on Friday to buy the island ferry.</p>"
    "<p>Work on the pier begins in March.</p>"
    '<p>The <a href="https://c.example/">timetable</a> will be published in April.</p>'
    '<p>See <a href="https://b.example/">the tender</a> for all the seats.</p>'
    "<ul><li>Two boats, 120 seats each</li><li>A crossing every hour</li></ul>"
    "<p>Mayor <strong>Ana Ruiz</strong> opened the meeting at noon.</p>"
    "<p>The vote was close.</p><p>Nobody left before the end of it.</p>"
)
SAID = "<p>“We will not be left standing on the quay,” she said on Tuesday.</p>"


def url(article):
    return reverse("admin:articles_article_compare", args=[article.pk])


def save(article, **fields):
    return editing.save(article, fields, by=None, base_version=article.version)


def page(client, article, **asked):
    return client.get(url(article), asked).content.decode()


def field(html, name):
    """What is told of one field, without markup but for what went and what came."""
    told = html.split(f'data-field="{name}">')[1].split("</dd>")[0]
    return " ".join(re.sub(r"<(?!/?(?:ins|del)\b)[^>]*>", "", told).split())


@pytest.mark.parametrize("view", ["side", "inline"])
def test_all_that_can_happen_to_a_text_is_told(view, editor):
    article = make_article(body=OLD, lead=None)
    save(article, body=NEW, lead=make_image("red", size=(40, 30), title="The new boat"))

    html = page(editor, article, view=view)

    text = field(html, "body")
    for words in (
        "[removed] Tuesday</del>",
        "[added] Friday</ins>",
        "link added: https://c.example/",
        "link went to https://a.example/, now to https://b.example/",
        "[removed] 100</del>",
        "[added] 120</ins>",
        "[added] A crossing every hour</ins>",
        "Ana Ruiz [now bold]",
        "[added] ¶</ins>",
    ):
        assert words in text, words
    assert "Before No picture → Now The new boat" in field(html, "lead")
    assert ('class="nr-row"' in html) == (view == "side")


def test_a_replaced_word_says_beside_the_new_one_what_it_was(editor):
    article = make_article(headline="Ferry returns on Tuesday")
    save(article, headline="Ferry returns on Friday")

    assert "[in place of Tuesday] <ins>[added] Friday</ins>" in field(page(editor, article), "headline")


def test_a_moved_paragraph_says_from_where(editor):
    article = make_article(body=OLD)
    first, rest = OLD.split("</p>", 1)
    save(article, body=f"{rest}{first}</p>")

    assert "Moved here from further up." in field(page(editor, article), "body")


def test_as_many_changes_are_marked_as_are_counted(editor):
    article = make_article(body=OLD, tags=["Ferry"], bylines=[(make_author("Ana"), "")])
    editing.save(article, {"body": NEW, "kicker": "Now"}, by=None, base_version=1, tags=tagging.resolve(["Harbour"]))

    for view in ("side", "inline"):
        html = page(editor, article, view=view)
        shown = html.split('class="nr-changes"')[1].split("</dl>")[0]
        if view == "side":
            shown = re.sub(r'<div class="nr-inline">.*?</div>\s*</div>', "", shown, flags=re.DOTALL)
        counted = int(re.search(r"(\d+) changes between version 1 and version 2\.", html)[1])

        assert len(re.findall("data-change", shown)) == counted, view


def test_tags_are_told_as_what_came_and_went(editor):
    article = make_article(tags=["Ferry", "Council"])
    editing.save(article, {}, by=None, base_version=1, tags=tagging.resolve(["Council", "Harbour"]))

    html = page(editor, article)

    assert field(html, "tags") == "+ added <ins>Harbour</ins>− removed <del>Ferry</del>"


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (["Ana"], ["Ana", "Ben"], "+ added <ins>Ben</ins>"),
        (["Ana", "Ben"], ["Ben"], "− removed <del>Ana</del>"),
        (["Ana", "Ben"], ["Ben", "Ana"], "Now in this order: Ben, Ana"),
        (["Ana"], ["Ana: photographs"], "Ana: role none → “photographs”"),
        (["Ana", "Ben", "Cy"], ["Ben", "Cy"], "− removed <del>Ana</del>"),
    ],
    ids=["added", "removed", "reordered", "role", "the others keep their order"],
)
def test_bylines_are_told_as_what_became_of_each(old, new, told, editor):
    article = make_article(bylines=credits(old))
    editing.save(article, {}, by=None, base_version=1, bylines=credits(new))

    assert field(page(editor, article), "bylines") == told


def credits(lines):
    return [(make_author(name), role.strip()) for name, _, role in (line.partition(":") for line in lines)]


def test_a_field_with_one_value_is_told_from_and_to_by_name(editor):
    article = make_article(section=make_section("News"))
    save(article, section=make_section("Sport"), due=timezone.now())

    html = page(editor, article)

    assert field(html, "section") == "from News → to Sport"
    assert field(html, "due").startswith("from none → to ")


def test_what_did_not_change_is_not_there(editor, article):
    save(article, kicker="Now")

    assert re.findall(r'data-field="(\w+)"', page(editor, article)) == ["kicker"]


def test_a_picture_that_is_gone_is_told_by_its_number(editor):
    image = make_image(size=(40, 30))
    article = make_article(lead=image)
    save(article, lead=None)
    number = image.pk
    image.delete()

    assert f"Before Picture {number}, which is gone → Now No picture" in field(page(editor, article), "lead")


def test_pictures_are_shown_to_those_who_may_see_them(editor, login):
    article = make_article()
    save(article, lead=make_image(size=(40, 30)))
    nobody = login(None)
    nobody.user.user_permissions.add(Permission.objects.get(codename="view_article"))

    assert "/file/?w=320" in page(editor, article)
    assert "/file/?w=320" not in page(nobody, article)


def test_unchanged_stretches_are_folded_with_their_number(editor):
    body = "".join(f"<p>Paragraph number {n} stays as it is.</p>" for n in range(12))
    article = make_article(body=f"{body}<p>The end is near.</p>")
    save(article, body=f"{body}<p>The end is here.</p>")

    assert "<summary>12 unchanged paragraphs</summary>" in page(editor, article)


def test_markup_that_nobody_sees_is_told_as_that(editor):
    article = make_article(body='<p>See <a href="https://a.example/" title="Tender">it</a>.</p>')
    save(article, body='<p>See <a href="https://a.example/" title="The tender">it</a>.</p>')

    assert "Only markup that readers cannot see changed." in page(editor, article)


def test_a_long_text_says_how_it_was_compared(editor):
    body = "".join(f"<p>{'The council voted on it again. ' * 9}{n}</p>" for n in range(160))
    article = make_article(body=body)
    save(article, body=body.replace("again. 77<", "at last. 77<"))

    assert "too long to compare word by word" in page(editor, article)


def test_the_layout_is_kept_by_every_link_of_the_page(editor, article):
    save(article, kicker="Now")

    html = page(editor, article, view="inline")

    assert html.count("&amp;view=side") == 1
    assert 'name="view" value="inline"' in html


@pytest.fixture
def published():
    """Published at versions 1 and 3; the desk is at 4."""
    edition = make_edition(ago=timedelta(days=2), headline="First", body=SAID)
    article = edition.article
    save(article, headline="Second")
    save(article, headline="Third")
    publishing.publish(article, by=None, waive=WAIVED)
    save(article, headline="Fourth")
    return article


@pytest.mark.parametrize(
    ("asked", "shown"),
    [
        ({}, "version 3 and version 4"),
        ({"from": "live"}, "version 3 and version 4"),
        ({"from": "edition-1", "to": "edition-2"}, "version 1 and version 3"),
        ({"from": "2", "to": "live"}, "version 2 and version 3"),
        ({"from": "nonsense"}, "version 3 and version 4"),
    ],
)
def test_versions_are_named_by_number_or_by_where_readers_saw_them(asked, shown, editor, published):
    assert f"between {shown}." in page(editor, published, **asked)


@pytest.mark.parametrize("asked", [{"from": "live"}, {"to": "edition-1"}, {"from": "77"}])
def test_what_was_not_kept_or_not_published_is_not_found(asked, editor, article):
    assert editor.get(url(article), asked).status_code == 404


def test_the_usual_comparisons_are_one_click_away(editor, published):
    html = page(editor, published, **{"from": "2"})

    offered = re.findall(r'<li><a href="\?from=(\d)&amp;to=(\d)&amp;view=side">([A-Z][a-z ]+)</a>', html)
    assert offered == [
        ("3", "4", "Compare with live"),
        ("3", "4", "With the previous version"),
        ("1", "4", "Since publication"),
    ]


def test_a_story_that_was_never_published_is_compared_with_its_previous_version(editor, article):
    save(article, kicker="Now")

    html = page(editor, article)

    assert "between version 1 and version 2." in html
    assert "Compare with live" not in html


def test_changed_words_in_a_quotation_are_flagged_since_publication(editor, published):
    save(published, body=SAID.replace("left standing", "left waiting"))
    save(published, kicker="Now")

    html = page(editor, published, **{"from": 5, "to": 6})

    assert "Words inside quotation marks changed since version 3 was published" in html
    assert "We will not be left waiting on the quay" in html
    assert "See what changed since version 3" in html


@pytest.mark.parametrize(
    "body",
    [SAID.replace("“", "«").replace("”", "»"), SAID.replace("Tuesday", "Monday")],
    ids=["other marks", "words around them"],
)
def test_a_quotation_that_says_the_same_is_not_flagged(body, editor, published):
    save(published, body=body)

    assert "Words inside quotation marks" not in page(editor, published)


def test_quotations_of_a_story_readers_never_saw_are_free(editor):
    article = make_article(body=SAID)
    save(article, body=SAID.replace("left standing", "left waiting"))

    assert "Words inside quotation marks" not in page(editor, article)


def test_a_quotation_changed_before_publication_is_not_flagged(editor, published):
    assert "Words inside quotation marks" not in page(editor, published, **{"from": 1, "to": 2})


def test_without_permission_not_even_a_missing_version_is_told(login, article):
    stranger = login(None)

    assert stranger.get(url(article), {"from": 77}).status_code == 403
    assert stranger.get(url(article).replace(str(article.pk), "999999")).status_code == 403


def test_many_versions_cost_no_more_queries_than_two(editor, article, django_assert_max_num_queries):
    for n in range(8):
        save(article, kicker=f"Kicker {n}")
    page(editor, article)

    with django_assert_max_num_queries(24):
        page(editor, article, **{"from": 1, "to": 9})


def test_a_version_beyond_the_list_can_still_be_chosen(editor, article, monkeypatch):
    monkeypatch.setattr("articles.admin.versions.MOST", 1)
    for n in range(3):
        save(article, kicker=f"Kicker {n}")

    html = page(editor, article, **{"from": 1, "to": 3})

    assert re.findall(r'<option value="(\d)"', html.split("</select>")[0]) == ["4", "3", "1"]
