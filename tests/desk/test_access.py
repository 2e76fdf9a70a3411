"""Every address of the desk, asked for by everybody: what a role gets is what is declared here, nothing else."""

from datetime import timedelta

import pytest
from django.conf import settings
from django.contrib import admin
from django.contrib.auth.models import Permission
from django.contrib.contenttypes.models import ContentType
from django.test import Client
from django.urls import NoReverseMatch, reverse
from django.utils import timezone

from articles.models import Delivery, Edition, ImportRecord, Original, Page, Source
from tests.factories import make_article, make_author, make_edition, make_group, make_image, make_section, make_user

REPORTER, COPY, EDITOR, MANAGING = "Reporters", "Copy editors", "Editors", "Managing editors"
ALL = {REPORTER, COPY, EDITOR, MANAGING}
FROM_COPY, FROM_EDITOR, ONLY_MANAGING, NOBODY = ALL - {REPORTER}, {EDITOR, MANAGING}, {MANAGING}, set()

# name of the address -> who gets a page (200 or a redirect on GET); everybody else gets 403
MATRIX = {
    "index": ALL,
    "password_change": ALL,
    "password_change_done": ALL,
    "jsi18n": ALL,
    "app_list articles": ALL,
    "app_list auth": NOBODY,
    "articles_article_changelist": ALL,
    "articles_article_add": ALL,
    "articles_article_change": ALL,
    "articles_article_history": ALL,
    "articles_article_compare": ALL,
    "articles_article_publish": FROM_EDITOR,
    "articles_article_unpublish": FROM_EDITOR,
    "articles_article_incoming": FROM_COPY,
    "articles_article_original": FROM_COPY,
    "articles_article_delete": NOBODY,
    "articles_tag_suggest": ALL,
    "articles_image_changelist": ALL,
    "articles_image_add": ALL,
    "articles_image_change": ALL,
    "articles_image_history": ALL,
    "articles_image_file": ALL,
    "articles_image_library": ALL,
    "articles_image_delete": ONLY_MANAGING,
    "articles_section_changelist": FROM_COPY,
    "articles_section_change": FROM_COPY,
    "articles_section_history": FROM_COPY,
    "articles_section_add": ONLY_MANAGING,
    "articles_section_delete": ONLY_MANAGING,
    "articles_tag_changelist": ALL,
    "articles_tag_change": ALL,
    "articles_tag_history": ALL,
    "articles_tag_add": FROM_EDITOR,
    "articles_tag_delete": ONLY_MANAGING,
    "articles_author_changelist": FROM_COPY,
    "articles_author_change": FROM_COPY,
    "articles_author_history": FROM_COPY,
    "articles_author_add": FROM_EDITOR,
    "articles_author_delete": ONLY_MANAGING,
    "articles_page_changelist": ONLY_MANAGING,
    "articles_page_change": ONLY_MANAGING,
    "articles_page_history": ONLY_MANAGING,
    "articles_page_add": ONLY_MANAGING,
    "articles_page_delete": ONLY_MANAGING,
    "articles_source_changelist": FROM_COPY,
    "articles_source_change": FROM_COPY,
    "articles_source_history": FROM_COPY,
    "articles_source_add": NOBODY,
    "articles_source_delete": NOBODY,
    "articles_delivery_changelist": FROM_COPY,
    "articles_delivery_change": FROM_COPY,
    "articles_delivery_history": FROM_COPY,
    "articles_delivery_add": NOBODY,
    "articles_delivery_delete": NOBODY,
    "articles_importrecord_changelist": FROM_COPY,
    "articles_importrecord_change": FROM_COPY,
    "articles_importrecord_history": FROM_COPY,
    "articles_importrecord_add": NOBODY,
    "articles_importrecord_delete": NOBODY,
    "auth_user_changelist": NOBODY,
    "auth_user_change": NOBODY,
    "auth_user_history": NOBODY,
    "auth_user_add": NOBODY,
    "auth_user_delete": NOBODY,
    "auth_user_password_change": NOBODY,
    "auth_group_changelist": NOBODY,
    "auth_group_change": NOBODY,
    "auth_group_history": NOBODY,
    "auth_group_add": NOBODY,
    "auth_group_delete": NOBODY,
}
# Asked for with parameters, or open to all by their nature: tested on their own.
ELSEWHERE = {"login", "logout", "autocomplete", "app_list"}


@pytest.fixture
def rows(db):
    """One row of everything, by model name."""
    article = make_article(lead=make_image(size=(40, 30)))
    source = Source.objects.create(slug="wire", name="The wire")
    original = Original.objects.create(sha256="0" * 64, size=3, content=b"x\x9c\x4b\x4c\x4a\x06\x00\x02\x4d\x01\x27")
    record = ImportRecord.objects.create(
        source=source,
        external_id="a.txt",
        path="a.txt",
        article=article,
        original=original,
        sha256="0" * 64,
        seen_sha256="0" * 64,
        pending={"headline": "New", "standfirst": "", "body": "<p>New.</p>", "sha256": "1" * 64},
        first_seen_at=timezone.now(),
        changed_at=timezone.now(),
    )
    return {
        "article": article,
        "image": article.lead,
        "section": make_section(),
        "author": make_author(),
        "tag": make_article(tags=["Ferries"]).tags.get(),
        "page": Page.objects.create(title="About", slug="about"),
        "source": source,
        "importrecord": record,
        "delivery": Delivery.objects.create(source=source, started_at=timezone.now(), counts={"created": 1}),
        "user": make_user("Reporters", username="somebody"),
        "group": make_group("Editors"),
    }


def address(name, rows):
    if name.startswith("app_list "):
        return reverse("admin:app_list", args=[name.split()[1]])
    if name in ("articles_article_incoming", "articles_article_original"):
        return reverse(f"admin:{name}", args=[rows["article"].pk, rows["importrecord"].pk])
    try:
        return reverse(f"admin:{name}")
    except NoReverseMatch:
        return reverse(f"admin:{name}", args=[rows[name.split("_")[1]].pk])


def test_every_address_is_declared():
    patterns = [inner for outer in admin.site.get_urls() for inner in getattr(outer, "url_patterns", [outer])]
    names = {pattern.name for pattern in patterns if getattr(pattern, "name", None)}

    undeclared = names - {name.split()[0] for name in MATRIX} - ELSEWHERE

    assert not undeclared


@pytest.mark.parametrize("role", sorted(ALL))
def test_a_role_gets_what_is_declared(role, rows, login):
    client = login(role)

    got = {name: client.get(address(name, rows)).status_code for name in MATRIX}
    expected = {name: 200 if role in roles else 403 for name, roles in MATRIX.items()}
    expected["app_list auth"] = 404

    assert got == expected


def test_a_stranger_is_sent_to_the_login_page(rows):
    client = Client()

    for name in MATRIX.keys() - {"jsi18n"}:
        for method in (client.get, client.post):
            response = method(address(name, rows))
            assert response.status_code == 302, name
            assert response["Location"].startswith(reverse("admin:login")), name


@pytest.mark.parametrize("role", sorted(ALL))
def test_nobody_gets_more_by_posting(role, rows, login):
    client = login(role)
    before = {name: type(row).objects.filter(pk=row.pk).values().get() for name, row in rows.items()}

    for name, roles in MATRIX.items():
        if role not in roles and not name.startswith("app_list"):
            assert client.post(address(name, rows), {"post": "yes", "decision": "take"}).status_code == 403, name

    assert {name: type(row).objects.filter(pk=row.pk).values().get() for name, row in rows.items()} == before


def test_getting_a_page_changes_nothing(rows, login):
    client = login(MANAGING)

    for name in MATRIX:
        client.get(address(name, rows))

    article = rows["article"]
    article.refresh_from_db()
    assert (article.version, article.stage, article.editions.count()) == (1, "draft", 0)
    rows["importrecord"].refresh_from_db()
    assert rows["importrecord"].pending is not None


def test_posting_needs_the_forms_own_token(rows):
    client = Client(enforce_csrf_checks=True)
    client.force_login(make_user(MANAGING))

    for name in ("articles_article_publish", "articles_article_incoming", "articles_article_change"):
        assert client.post(address(name, rows), {"decision": "take"}).status_code == 403, name


def test_somebody_without_a_group_sees_an_empty_desk(rows, login):
    client = login(None)

    assert client.get(reverse("admin:index")).status_code == 200
    assert client.get(reverse("admin:articles_article_changelist")).status_code == 403


@pytest.mark.parametrize(
    "query", ["changed_by__password__startswith=p", "ednote__contains=secret", "assignee__email__contains=a"]
)
def test_the_list_answers_no_questions_about_other_columns(query, login):
    assert login(REPORTER).get(f"{reverse('admin:articles_article_changelist')}?{query}").status_code == 400


def test_nobody_learns_an_address_by_the_number_of_a_story(login):
    edition = make_edition(at=timezone.now() + timedelta(days=1))
    kind = ContentType.objects.get_for_model(Edition)

    response = login(MANAGING).get(f"/admin/r/{kind.pk}/{edition.pk}/")

    assert response.status_code == 404


def test_a_section_links_to_its_page(rows, login):
    html = login(MANAGING).get(address("articles_section_change", rows)).content.decode()

    assert f'href="{settings.SITE_URL}/section/news/"' in html


def test_every_page_of_the_desk_carries_its_own_policy(login):
    for response in (login(EDITOR).get(reverse("admin:index")), Client().get(reverse("admin:login"))):
        policy = response["Content-Security-Policy"]
        assert "default-src 'self'" in policy
        assert "script-src 'self'" in policy
        assert "'unsafe-inline'" not in policy.replace("style-src-attr 'unsafe-inline'", "")


def test_who_may_only_look_gets_the_story_without_a_way_to_save_it(rows):
    client, user = Client(), make_user()
    user.user_permissions.set(Permission.objects.filter(codename__in=["view_article", "view_tag"]))
    client.force_login(user)

    html = client.get(address("articles_article_change", rows)).content.decode()
    response = client.post(address("articles_article_change", rows), {"headline": "Forged", "_base": "1"})

    assert rows["article"].headline in html
    assert 'name="_continue"' not in html
    assert 'name="_stage"' not in html
    assert response.status_code == 403
