"""The page before it is printed: what the desk sees is what readers will get, and looking writes nothing."""

import re
from datetime import timedelta

import pytest
from django.apps import apps
from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from articles import editing, previewing, publishing
from articles.models import Article, PreviewLink, Rendition, Tag
from newsroom import csp
from tests.desk.forms import change_url, opened
from tests.factories import make_article, make_author, make_edition, make_image, make_section, make_user

MAIN = re.compile(r"<main.*</main>", re.DOTALL)
ACTS = re.compile(r'<p class="report">.*?</p>')


def url(article, name="preview", *more):
    return reverse(f"admin:articles_article_{name}", args=[article.pk, *more])


def main(response):
    """Without the acts at its foot: what is not published can be neither reported nor republished."""
    return " ".join(ACTS.sub("", MAIN.search(response.content.decode())[0]).split())


def everything_kept():
    """How many rows each of our tables has, and the stories as they are."""
    return {model: model.objects.count() for model in apps.get_app_config("articles").get_models()}, list(
        Article.objects.values()
    )


def full_story():
    """A story with all its parts, beside another that shares a tag with it."""
    make_edition(headline="What the ferry cost last year", tags=["Harbour"])
    return make_article(
        kicker="The ferry",
        tags=["Harbour", "Council"],
        bylines=[(make_author("Isla Wren", role="reporter"), "council reporter")],
        section=make_section("Islands"),
        lead=make_image(caption="The ferry leaves."),
        kind="analysis",
        source_line="Merrow Press",
        rights="All rights reserved",
        dateline="Port Merrow",
    )


def test_the_preview_is_the_page_that_publishing_makes(editor, client):
    article = full_story()
    previewed = main(editor.get(url(article)))

    edition = publishing.publish(article, by=editor.user)

    published = main(client.get(edition.path))
    assert "What the ferry cost last year" in published
    assert previewed.replace(f"{url(article)}pictures/", "/pictures/") == published


def test_the_preview_of_a_rewrite_is_the_page_that_publishing_makes(editor, client, settings):
    settings.PUBLIC_CHANGES = "always"
    article = make_edition(ago=timedelta(days=2), headline="Ferry to return").article
    editing.save(article, {"headline": "Ferry to return in May"}, by=editor.user, base_version=1)
    previewed = main(editor.get(url(article)))

    edition = publishing.publish(article, by=editor.user)

    assert "Updated" in previewed
    assert f'href="{edition.path}changes/"' in previewed
    assert previewed == main(client.get(edition.path))


def test_what_is_typed_is_shown_as_saving_would_make_it(editor, client):
    article, author = make_article(tags=["Harbour"]), make_author("Ben Okafor")
    typed = opened(editor, article) | {
        "headline": "  Ferry to  return\r\n in May ",
        "body": "<p>It sails <strong>in May</strong>.</p><script>alert(1)</script>",
        "tags": "harbour, Zeppelins",
        "bylines-0-author": author.pk,
        "bylines-0-role": "words",
        "lead": make_image().pk,
        "slug": "may",
    }
    previewed = main(editor.post(url(article), typed))

    editor.post(change_url(article), typed | {"_continue": "1"})

    edition = publishing.publish(Article.objects.get(pk=article.pk), by=editor.user)
    assert "Zeppelins" in previewed
    assert previewed.replace(f"{url(article)}pictures/", "/pictures/") == main(client.get(edition.path))


@pytest.mark.parametrize("method", ["get", "post"])
def test_looking_writes_nothing(method, editor):
    article = full_story()
    typed = opened(editor, article) | {"headline": "Typed", "tags": "Zeppelins", "embargo_until_0": "2030-01-01"}
    before = everything_kept()

    response = getattr(editor, method)(url(article), typed if method == "post" else None)

    assert response.status_code == 200
    assert everything_kept() == before


@pytest.mark.parametrize(
    "wrong",
    [
        {"headline": ""},
        {"headline": "Ferry\0"},
        {"headline": "x" * 400},
        {"due_0": "31", "due_1": "noon"},
        {"section": "9999", "lead": "x", "kind": "poem", "weight": "", "language": "?!"},
        {"tags": "a\0b"},
        {"bylines-TOTAL_FORMS": "many"},
        {"bylines-0-author": "", "bylines-0-role": "alone"},
        {"_base": "77"},
        {"slug": "no slug at all"},
    ],
    ids=lambda wrong: next(iter(wrong)),
)
def test_a_story_that_could_not_be_saved_has_a_page(wrong, editor, article):
    response = editor.post(url(article), opened(editor, article) | {"kicker": "Typed just now"} | wrong)

    assert response.status_code == 200
    assert "Typed just now" in main(response)


def test_an_empty_form_has_a_page(editor, article):
    assert editor.post(url(article), {}).status_code == 200


def test_only_the_desk_frames_it_and_nobody_keeps_it(editor, article):
    response = editor.get(url(article))

    policy = dict(part.split(" ", 1) for part in response["Content-Security-Policy"].split("; "))
    assert policy.pop("frame-ancestors") == "'self'"
    assert policy == {name: " ".join(csp.PUBLIC[name]) for name in policy}
    assert policy.keys() == csp.PUBLIC.keys() - {"frame-ancestors"}
    assert response["X-Frame-Options"] == "SAMEORIGIN"
    assert {"private", "no-store"} <= set(response["Cache-Control"].split(", "))
    assert response["X-Robots-Tag"] == "noindex"


def test_the_form_itself_is_shown_in_no_frame(editor, article):
    response = editor.get(change_url(article))

    assert response["X-Frame-Options"] == "DENY"
    assert "frame-ancestors 'none'" in response["Content-Security-Policy"]


def test_links_in_the_frame_open_elsewhere(editor, article):
    html = editor.get(url(article)).content.decode()

    assert '<base target="_blank">' in html
    assert 'rel="canonical"' not in html
    assert "ld+json" not in html


def test_who_may_only_look_sees_what_is_saved_and_not_what_is_sent(login, article):
    reporter = login("Reporters")

    assert reporter.get(url(article)).status_code == 200
    assert reporter.post(url(article), {"headline": "Forged"}).status_code == 403


def test_who_may_not_see_the_story_gets_neither_page_nor_picture(login):
    article = make_article(lead=make_image(size=(40, 30)))
    name = Rendition.objects.first().name
    stranger = login(None)

    assert stranger.get(url(article)).status_code == 403
    assert stranger.get(url(article, "preview_picture", name)).status_code == 403


def test_pictures_of_an_unpublished_story_come_to_the_desk_alone(editor, client):
    article = make_article(lead=make_image(size=(40, 30)))
    address = re.search(r'src="([^"]+\.jpg)"', main(editor.get(url(article))))[1]

    response = editor.get(address)

    assert (response.status_code, response["Content-Type"]) == (200, "image/jpeg")
    assert {"private", "no-store"} <= set(response["Cache-Control"].split(", "))
    assert client.get(address).status_code == 302
    assert client.get(f"/pictures/{address.rsplit('/', 1)[1]}").status_code == 404
    assert editor.get(url(article, "preview_picture", "originals")).status_code == 404


# links for people without an account


@pytest.fixture
def copy_editor(login):
    return login("Copy editors")


def make_link(client, article, **told):
    return client.post(url(article, "links"), {"label": "The lawyer", "days": "2", "follows": "this", **told})


def test_a_link_is_told_once(copy_editor, article):
    page = make_link(copy_editor, article).content.decode()

    address = re.search(r'value="(http[^"]+/preview/[\w-]{43}/)"', page)[1]
    assert address.startswith(f"{settings.SITE_URL}/preview/")
    assert address not in copy_editor.get(url(article, "links")).content.decode()


def test_a_link_is_what_was_asked_for(copy_editor, article):
    make_link(copy_editor, article, days="7", follows="newest")

    link = PreviewLink.objects.get()
    assert (link.label, link.revision, link.made_by) == ("The lawyer", None, copy_editor.user)
    assert abs(link.expires_at - timezone.now() - timedelta(days=7)) < timedelta(minutes=1)


@pytest.mark.parametrize("wrong", [{"days": "365"}, {"days": ""}, {"label": " "}, {"follows": "all"}, {"label": "\0"}])
def test_a_link_that_was_not_offered_is_not_made(wrong, copy_editor, article):
    response = make_link(copy_editor, article, **wrong)

    assert "errorlist" in response.content.decode()
    assert not PreviewLink.objects.exists()


def test_asking_for_the_links_changes_nothing(copy_editor, article):
    link, _ = previewing.make(article, by=copy_editor.user, days=2, label="The lawyer")
    before = everything_kept()

    page = copy_editor.get(url(article, "links")).content.decode()

    assert "The lawyer" in page
    assert copy_editor.get(url(article, "link_revoke", link.pk)).status_code == 405
    assert everything_kept() == before


def test_a_link_is_taken_back_once_and_recorded(copy_editor, article):
    link, token = previewing.make(article, by=None, days=2, label="The lawyer")

    for _ in range(2):
        page = copy_editor.post(url(article, "link_revoke", link.pk), follow=True).content.decode()

    assert previewing.opened(token) is None
    assert "Taken back" in page
    assert article.transitions.filter(action="revoked", by=copy_editor.user).count() == 1


def test_a_link_of_another_story_is_not_taken_back_here(copy_editor, article):
    link, token = previewing.make(make_article(), by=None, days=2)

    assert copy_editor.post(url(article, "link_revoke", link.pk)).status_code == 404
    assert previewing.opened(token)


def test_who_may_not_share_gets_no_link(reporter, article):
    link, token = previewing.make(article, by=None, days=2)

    answers = [make_link(reporter, article), reporter.post(url(article, "link_revoke", link.pk))]

    assert [answer.status_code for answer in answers] == [403, 403]
    assert PreviewLink.objects.count() == 1
    assert previewing.opened(token)


def test_no_link_is_made_to_a_story_in_the_bin(copy_editor, article):
    editing.bin_story(article, by=copy_editor.user)

    assert make_link(copy_editor, article).status_code == 409
    assert not PreviewLink.objects.exists()


def test_what_somebody_is_called_is_never_markup(copy_editor, article):
    page = make_link(copy_editor, article, label="<b>Law</b>").content.decode()

    assert "<b>Law</b>" not in page
    assert "&lt;b&gt;Law&lt;/b&gt;" in page


def test_a_new_tag_in_a_preview_is_no_tag(editor, article):
    editor.post(url(article), opened(editor, article) | {"tags": "Zeppelins"})

    assert not Tag.objects.filter(name="Zeppelins").exists()


def test_somebody_narrowed_to_a_section_previews_no_other(login, article):
    client = login(None)
    client.user.groups.add(make_user("Editors").groups.get())
    member = apps.get_model("articles", "DeskMember").objects.create(user=client.user)
    member.sections.add(make_section("Sport"))

    assert [client.get(url(article, name)).status_code for name in ("preview", "links")] == [403, 403]
