"""What an import leaves beside a story: its origin, its bytes, and newer text that waits for a decision."""

import hashlib
import zlib
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from django.utils.html import strip_tags

from articles import editing, publishing
from articles.models import Delivery, DeliveryItem, ImportRecord, Original, Source
from tests.factories import make_article

BYTES = b"<script>alert(1)</script>\xff\x00Ferry"


def keep(data):
    digest = hashlib.sha256(data).hexdigest()
    return Original.objects.create(sha256=digest, size=len(data), content=zlib.compress(data))


@pytest.fixture
def record(article):
    now = timezone.now()
    newer = keep(b"newer")
    return ImportRecord.objects.create(
        source=Source.objects.create(slug="wire", name="The wire"),
        external_id="in/fer ry\r\n.html",
        path='in/fer"ry\r\nX: y.html',
        article=article,
        original=keep(BYTES),
        sha256="a" * 64,
        seen_sha256=newer.sha256,
        suggested_tags=["Pier", "Ferries"],
        findings=[{"code": "x", "level": "warning", "message": "<i>odd</i>", "paragraph": None, "excerpt": ""}],
        pending={
            "headline": "Newer headline",
            "standfirst": "",
            "dateline": "",
            "body": "<p>Newer text.</p>",
            "language": "en",
            "source_line": "",
            "ednote": "",
            "embargo_until": None,
            "bylines": [{"name": "Isla Wren", "role": "", "email": ""}],
            "sha256": newer.sha256,
            "fingerprint": "f" * 64,
            "findings": [],
        },
        pending_original=newer,
        first_seen_at=now,
        changed_at=now,
    )


def page(record, name):
    return reverse(f"admin:articles_article_{name}", args=[record.article_id, record.pk])


def test_the_original_is_a_download_and_nothing_else(editor, record):
    response = editor.get(page(record, "original"))

    assert response.content == BYTES
    assert response["Content-Type"] == "application/octet-stream"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Disposition"] == 'attachment; filename="fer-ry--X--y.html"'


def test_the_original_of_another_story_is_not_found(editor, record):
    other = make_article()

    response = editor.get(reverse("admin:articles_article_original", args=[other.pk, record.pk]))

    assert response.status_code == 404


def test_the_card_tells_the_origin_and_escapes_it(editor, record):
    html = editor.get(reverse("admin:articles_article_change", args=[record.article_id])).content.decode()

    assert "New text is waiting" in html
    assert "&lt;i&gt;odd&lt;/i&gt;" in html
    assert 'data-add-tag="Pier"' in html
    assert 'data-add-tag="Ferries"' not in html


def test_a_reporter_sees_the_origin_but_not_the_bytes(reporter, record):
    html = reporter.get(reverse("admin:articles_article_change", args=[record.article_id])).content.decode()

    assert "The wire" in html
    assert page(record, "original") not in html


def test_the_waiting_text_is_compared_with_ours(editor, record):
    html = editor.get(page(record, "incoming")).content.decode()

    assert "Newer" in html
    assert "<dt>Bylines" not in html


def test_taking_it_is_a_new_version(editor, record):
    editor.post(page(record, "incoming"), {"decision": "take", "seen": record.pending["sha256"]})

    record.article.refresh_from_db()
    assert (record.article.headline, record.article.version) == ("Newer headline", 2)


def test_an_embargo_that_comes_with_it_takes_a_schedule_back_and_says_so(editor, record):
    now = timezone.now()
    publishing.publish(record.article, by=None, at=now + timedelta(hours=1))
    record.pending["embargo_until"] = (now + timedelta(days=1)).isoformat()
    record.save()

    taken = {"decision": "take", "seen": record.pending["sha256"]}
    html = editor.post(page(record, "incoming"), taken, follow=True).content.decode()

    assert "The schedule of edition 1 was taken back" in html
    assert not record.article.editions.upcoming().exists()


def test_both_can_be_merged_where_they_do_not_touch(editor, record):
    editing.save(record.article, {"kicker": "Pumps"}, by=None, base_version=record.article.version)

    html = editor.get(page(record, "incoming")).content.decode()
    editor.post(page(record, "incoming"), {"decision": "merge", "seen": record.pending["sha256"]})

    record.article.refresh_from_db()
    assert "Merge both" in html
    assert (record.article.headline, record.article.kicker) == ("Newer headline", "Pumps")


def test_keeping_ours_lets_it_go(editor, record):
    editor.post(page(record, "incoming"), {"decision": "keep", "seen": record.pending["sha256"]})

    record.refresh_from_db()
    record.article.refresh_from_db()
    assert (record.pending, record.article.version) == (None, 1)


@pytest.mark.parametrize("data", [{"decision": "take", "seen": "0"}, {"decision": "burn"}, {}])
def test_a_decision_about_another_text_decides_nothing(data, editor, record):
    editor.post(page(record, "incoming"), data)

    record.refresh_from_db()
    assert record.pending


def test_a_delivery_tells_what_became_of_each_item(editor, record):
    delivery = Delivery.objects.create(source=record.source, started_at=timezone.now(), counts={"failed": 1})
    DeliveryItem.objects.create(
        delivery=delivery,
        number=1,
        path="bad<b>.txt",
        outcome="failed",
        error={"message": "not text", "line": 3, "column": 4},
    )

    html = editor.get(reverse("admin:articles_delivery_change", args=[delivery.pk])).content.decode()

    assert "bad&lt;b&gt;.txt" in html
    assert "not text (line 3, column 4)" in html


class TestTopics:
    """The page of an import record says what a story is about, and by which code its source says so."""

    def lines(self, client, record, subjects):
        record.extra = {"subjects": subjects, "urgency": 4}
        record.save()
        html = client.get(reverse("admin:articles_importrecord_change", args=[record.pk])).content.decode()
        shown = html.partition('class="nr-topics"')[2].partition("</ul>")[0]
        return [" ".join(strip_tags(line).split()) for line in shown.split("<li>")[1:]], html

    def test_are_lines_of_names_and_codes(self, admin_client, record):
        soccer = {"scheme": "medtop", "code": "20001065", "name": "soccer"}

        lines, html = self.lines(admin_client, record, [soccer, {"scheme": "house", "code": "x7"}])

        assert lines == ["soccer (medtop:20001065)", "house:x7"]
        assert "subjects.0.code" not in html

    def test_say_todays_code_and_the_names_in_other_languages(self, admin_client, record):
        names = {"de": "Fußball", "en-GB": "soccer"}
        old = {"scheme": "subj", "code": "15054000", "name": "Fußball", "names": names, "same_as": "medtop:20001065"}

        lines, html = self.lines(admin_client, record, [old])

        assert lines == ["Fußball (subj:15054000) today medtop:20001065 en-GB: soccer"]
        assert '<bdi lang="en-GB">soccer</bdi>' in html

    @pytest.mark.parametrize("odd", ["ferries", [["ferries"]], [{"code": {"a": "ferries"}}], [{"names": "ferries"}]])
    def test_a_field_of_a_source_that_is_called_alike_stays_among_what_has_no_field(self, admin_client, record, odd):
        lines, html = self.lines(admin_client, record, odd)

        assert lines == []
        assert "ferries" in html

    def test_are_text_and_never_markup(self, admin_client, record):
        _, html = self.lines(admin_client, record, [{"name": "<b>x</b>", "code": "<i>", "names": {'"><u>': "<u>"}}])

        assert "<b>x" not in html
        assert "<u>" not in html
