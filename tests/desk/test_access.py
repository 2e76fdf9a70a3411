"""Who sees what at the desk, beyond what each address answers: lists, lookups, links, policies."""

from datetime import timedelta

import pytest
from django.conf import settings
from django.contrib.auth.models import Permission
from django.contrib.contenttypes.models import ContentType
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from articles.models import DeskMember, Edition, ImportRecord, Original, Source
from tests.factories import make_edition, make_section, make_user

from .forms import change_url

REPORTER, EDITOR, MANAGING = "Reporters", "Editors", "Managing editors"


def test_somebody_without_a_group_sees_an_empty_desk(login):
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


def test_a_section_links_to_its_page(login):
    change = reverse("admin:articles_section_change", args=[make_section().pk])

    html = login(MANAGING).get(change).content.decode()

    assert f'href="{settings.SITE_URL}/section/news/"' in html


def test_every_page_of_the_desk_carries_its_own_policy(login):
    for response in (login(EDITOR).get(reverse("admin:index")), Client().get(reverse("admin:login"))):
        policy = response["Content-Security-Policy"]
        assert "default-src 'self'" in policy
        assert "script-src 'self'" in policy
        assert "'unsafe-inline'" not in policy.replace("style-src-attr 'unsafe-inline'", "")


def test_who_may_only_look_gets_the_story_without_a_way_to_save_it(article):
    client, user = Client(), make_user()
    user.user_permissions.set(Permission.objects.filter(codename__in=["view_article", "view_tag"]))
    client.force_login(user)

    html = client.get(change_url(article)).content.decode()
    response = client.post(change_url(article), {"headline": "Forged", "_base": "1"})

    assert article.headline in html
    assert 'name="_continue"' not in html
    assert 'name="_stage"' not in html
    assert response.status_code == 403


def test_who_works_in_other_sections_reads_nothing_of_what_came_in_for_a_story(article, login):
    now, sha = timezone.now(), "0" * 64
    came = {"path": "ferry.txt", "sha256": sha, "seen_sha256": sha, "first_seen_at": now, "changed_at": now}
    source = Source.objects.create(slug="wire", name="The wire")
    original = Original.objects.create(sha256=sha, size=0, content=b"")
    ImportRecord.objects.create(source=source, external_id="ferry", article=article, original=original, **came)
    elsewhere = login(EDITOR)
    DeskMember.objects.create(user=elsewhere.user).sections.set([make_section("Sport")])
    imports = reverse("admin:articles_importrecord_changelist")

    assert article.headline in login(EDITOR).get(imports).content.decode()
    assert article.headline not in elsewhere.get(imports).content.decode()
