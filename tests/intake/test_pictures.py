"""Pictures of imported stories: found in the delivery, placed in the text, told where they are missing."""

import base64

import pytest

from articles.models import Article, Image, ImportRecord, Tag
from tests.factories import make_section
from tests.pictures import samples

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("media")]
FIGURE = '<figure><img src="{}" alt="A pump"><figcaption>The pump</figcaption></figure>'
PAGE = f"<h1>Pumps ordered</h1><p>The board met.</p>{FIGURE}"


def picture_bytes():
    return samples.data(90, 60, format="PNG")


def codes(report):
    return [finding["code"] for finding in report["items"][0]["findings"]]


def test_a_picture_beside_the_file_stands_in_the_text(inbox):
    inbox.drop("pictures/pump one.png", picture_bytes())
    page = inbox.drop("pumps.html", PAGE.format("pictures/pump%20one.png"))

    inbox.run(str(page))

    image = Image.objects.get()
    assert f'<figure><img src="picture:{image.pk}" alt="A pump"><figcaption>The pump' in Article.objects.get().body
    assert (image.alt, image.caption) == ("A pump", "The pump")


def test_a_picture_in_the_address_itself_is_kept(inbox):
    data = base64.b64encode(picture_bytes()).decode()
    inbox.drop("pumps.html", PAGE.format(f"data:image/png;base64,{data}"))

    inbox.run()

    assert f'src="picture:{Image.objects.get().pk}"' in Article.objects.get().body


def test_a_picture_of_the_front_matter_leads_the_story(inbox):
    inbox.drop("a.png", picture_bytes())
    page = inbox.drop("pumps.md", "---\ntitle: Pumps\nimage: a.png\n---\nThe board met.")

    inbox.run(str(page))

    assert Article.objects.get().lead == Image.objects.get()


@pytest.mark.parametrize("href", ["gone.png", "../outside.png", "/etc/hostname", "https://127.0.0.1:9/x.png", "\0"])
def test_a_picture_that_is_not_in_the_delivery_is_told_with_its_words(inbox, href):
    (inbox.folder.parent / "outside.png").write_bytes(picture_bytes())
    inbox.drop("pumps.html", PAGE.format(href))

    report = inbox.run()

    article = Article.objects.get()
    assert "picture-missing" in codes(report) or href == "\0"
    assert "figure" not in article.body
    assert "The pump" in article.ednote + article.body
    assert not Image.objects.exists()


def test_a_picture_behind_a_link_is_not_read(inbox):
    (inbox.folder.parent / "outside.png").write_bytes(picture_bytes())
    (inbox.folder / "a.png").symlink_to(inbox.folder.parent / "outside.png")
    page = inbox.drop("pumps.html", PAGE.format("a.png"))

    assert "picture-missing" in codes(inbox.run(str(page)))


def test_what_is_no_picture_is_told(inbox):
    inbox.drop("a.png", b"not a picture")
    page = inbox.drop("pumps.html", PAGE.format("a.png"))

    assert "picture-unusable" in codes(inbox.run(str(page)))


def test_a_dry_run_keeps_no_picture_and_says_the_same(inbox, media):
    inbox.drop("a.png", picture_bytes())
    page = inbox.drop("pumps.html", PAGE.format("a.png"))

    report = inbox.run(str(page), dry_run=True)

    assert not Image.objects.exists()
    assert not media.exists()
    assert "picture-missing" not in codes(report)


def test_a_picture_in_a_folder_of_stories_is_no_failure(inbox):
    inbox.drop("a.png", picture_bytes())
    inbox.drop("pumps.html", PAGE.format("a.png"))

    assert inbox.run()["counts"] == {"created": 1, "skipped": 1}


class TestWhatTheFieldsSay:
    STORY = "---\ntitle: Pumps\nslug: pumps\ntags: [Quay, Money]\nsection: Harbour\nlicense: CC0\nx: y\n---\nText here."

    def test_tags_of_the_source_are_tags_here(self, inbox):
        inbox.drop("a.md", self.STORY)
        inbox.run()

        assert set(Article.objects.get().tags.names()) == {"Quay", "Money"}
        assert Tag.objects.count() == 2

    def test_a_section_that_the_desk_has_is_the_story_s(self, inbox):
        section = make_section(name="Harbour")
        inbox.drop("a.md", self.STORY)
        inbox.run()

        assert Article.objects.get().section == section

    def test_a_section_that_the_desk_has_not_is_told(self, inbox):
        inbox.drop("a.md", self.STORY)

        assert "section-unknown" in codes(inbox.run())

    def test_a_slug_is_given_once(self, inbox):
        inbox.drop("a.md", self.STORY)
        inbox.drop("b.md", self.STORY.replace("Text here.", "Another."))

        report = inbox.run()

        assert sorted(Article.objects.values_list("slug", flat=True)) == ["pumps", "pumps-2"]
        assert "slug-taken" in [finding["code"] for finding in report["items"][1]["findings"]]

    def test_what_has_no_field_is_kept_with_the_import(self, inbox):
        inbox.drop("a.md", self.STORY)
        inbox.run()

        extra = ImportRecord.objects.get().extra
        assert extra["front_matter"] == {"x": "y"}
        assert (extra["usage_terms"], extra["section"], extra["url_slug"]) == ("CC0", "Harbour", "pumps")
        assert Article.objects.get().rights == "CC0"
