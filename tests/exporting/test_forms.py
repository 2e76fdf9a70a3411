"""The forms that stories leave in, each held against the standard's own schema or read back."""

import json
from datetime import UTC, datetime, timedelta

import jsonschema
import pytest
import yaml
from django.conf import settings
from django.utils import timezone
from lxml import etree

from articles import exporting, publishing
from articles.exporting import links
from articles.exporting.run import count
from articles.exporting.sink import Folder
from articles.models import Article, Edition
from articles.text import prose
from tests.corpora import corpus_folder
from tests.factories import make_article, make_edition, make_image

from . import newsrooms

pytestmark = pytest.mark.django_db
RICH = (
    "<h2>The quay</h2><p>It is <strong>5 < 6</strong>, said <em>Mrs Colm</em>; see "
    '<a href="https://example.org/?a=1&amp;b=2">the plan</a>.<br>So H<sub>2</sub>O.</p><ul><li>One <em>of</em> two</li>'
    "<li>Two</li></ul><ol><li>First</li></ol><blockquote><p>“Nobody asked us.”</p></blockquote><pre>a  b\n c</pre><hr>"
    "<table><caption>When <em>built</em></caption>"
    "<tbody><tr><th>Year</th><td>2026</td></tr></tbody></table><p>End]]&gt; of &amp;amp; it.</p>"
).replace("5 < 6", "5 &lt; 6")
RICH = f"<p>The council voted 14 to 11 on Tuesday 3 November to buy the island ferry.</p>{RICH}"


@pytest.fixture
def story():
    return make_edition(
        body=RICH, lead=make_image(), tags=["Ferry"], dateline="PORT MERROW", rights="© Ledger", source_line="Wire"
    )


def files(folder, form, **options):
    exporting.run(folder, exporting.Options(format=form, **options))
    return sorted((folder / "stories").rglob("*.*")) if (folder / "stories").is_dir() else []


def words(text):
    return "".join(text.split())


def test_every_story_is_ninjs_that_the_iptc_schema_takes(story, tmp_path):
    schema = json.loads((corpus_folder("iptc-ninjs") / "specification" / "ninjs-schema_3.1.json").read_text())
    make_article(headline="A draft")
    publishing.kill(make_edition(headline="Killed").article, by=None, notice="Withdrawn.", reason="A court.")

    written = files(tmp_path / "out", "ninjs")

    assert len(written) == 4
    for path in written:
        jsonschema.Draft202012Validator(schema).validate(json.loads(path.read_text()))


def test_what_readers_have_not_got_is_withheld_and_what_was_killed_canceled(story, tmp_path):
    make_article(headline="A draft", slug="a-draft")
    killed = make_edition(headline="Killed")
    publishing.kill(killed.article, by=None, notice="Withdrawn.", reason="A court.")

    written = {path.stem: json.loads(path.read_text()) for path in files(tmp_path / "out", "ninjs")}

    states = {name.lstrip("0123456789-"): item["pubStatus"] for name, item in written.items()}
    assert states == {"edition-1": "usable", "a-draft": "withheld", "canceled": "canceled"}
    assert "A court" not in written["canceled"]["edNote"]


@pytest.mark.parametrize(
    ("form", "schema"), [("newsml-g2", "NewsML-G2_2.24-spec-All-Core.xsd"), ("nitf", "nitf-3-6.xsd")]
)
def test_a_story_of_every_kind_of_block_is_xml_that_the_iptc_schema_takes(story, tmp_path, form, schema):
    schema = etree.XMLSchema(etree.parse(corpus_folder("iptc-newsml-g2") / "examples" / schema))

    (path,) = files(tmp_path / "out", form)

    schema.assertValid(etree.parse(path))


@pytest.mark.parametrize(
    ("form", "schema"), [("newsml-g2", "NewsML-G2_2.24-spec-All-Core.xsd"), ("nitf", "nitf-3-6.xsd")]
)
def test_a_text_with_pictures_and_an_embed_is_too(illustrated, tmp_path, form, schema):
    schema = etree.XMLSchema(etree.parse(corpus_folder("iptc-newsml-g2") / "examples" / schema))

    (path,) = files(tmp_path / "out", form)

    schema.assertValid(etree.parse(path))


@pytest.fixture
def illustrated():
    one = f'<figure><img src="picture:{make_image().pk}" alt="A boat"><figcaption>At <em>sea</em></figcaption></figure>'
    card = '<figure class="embed"><a href="https://example.org/">Tide tables</a></figure>'
    quotation = "<blockquote><p>“We wait.”</p><footer>A pilot</footer></blockquote>"
    return make_edition(body=f'<p>It sailed.</p>{one}<figure class="gallery">{one}{one}</figure>{card}{quotation}')


@pytest.mark.parametrize("form", ["newsml-g2", "nitf", "markdown", "wxr"])
def test_pictures_in_a_text_leave_with_full_addresses(illustrated, tmp_path, form):
    exporting.run(tmp_path / "out", exporting.Options(format=form))
    written = "".join(path.read_text() for path in (tmp_path / "out").rglob("*.*") if path.suffix in (".xml", ".md"))

    assert written.count(f"{settings.SITE_URL}/pictures/") >= 3
    assert "picture:" not in written
    assert "Tide tables" in written and "A pilot" in written


@pytest.mark.parametrize("form", ["newsml-g2", "nitf"])
def test_no_word_of_a_story_is_lost_in_xml(story, tmp_path, form):
    (path,) = files(tmp_path / "out", form)

    text = words("".join(etree.parse(path).getroot().itertext()))
    assert all(words(block.text) in text for block in prose.blocks(story.body_html))
    assert words(story.headline) in text


def test_a_killed_story_is_sent_to_partners_as_canceled_without_its_words(story, tmp_path):
    publishing.kill(story.article, by=None, notice="Withdrawn.", reason="A court.")

    (path,) = files(tmp_path / "out", "newsml-g2")

    text = path.read_text()
    assert "stat:canceled" in text
    assert "Withdrawn." in text
    assert "ferry" not in text
    assert "A court" not in text


def test_markdown_has_front_matter_that_any_reader_of_yaml_takes(story, tmp_path):
    (path,) = files(tmp_path / "out", "markdown")

    _, front, body = path.read_text().split("---\n", 2)
    told = yaml.safe_load(front)
    assert (told["title"], told["tags"], told["authors"]) == (story.headline, ["Ferry"], ["Isla Wren"])
    assert "## The quay" in body
    assert "| Year | 2026 |" in body
    assert "**5 < 6**" in body


def test_a_draft_leaves_as_a_draft(tmp_path):
    make_article(headline="Not yet")

    (path,) = files(tmp_path / "out", "markdown")

    assert "draft: true" in path.read_text()


def test_wordpress_gets_each_story_with_its_state_terms_and_picture(story, tmp_path):
    make_article(headline="A draft")

    exporting.run(tmp_path / "out", exporting.Options(format="wxr"))

    tree = etree.parse(tmp_path / "out" / "newsroom.wxr.xml")
    kinds = [item.findtext("{*}post_type") for item in tree.iter("item")]
    states = [item.findtext("{*}status") for item in tree.iter("item") if item.findtext("{*}post_type") == "post"]
    body = next(tree.iter("{http://purl.org/rss/1.0/modules/content/}encoded")).text
    assert kinds == ["attachment", "post", "post"]
    assert states == ["publish", "draft"]
    assert body == story.body_html


def test_stories_of_a_section_leave_without_the_others(tmp_path):
    make_edition(headline="In the news")
    make_edition(headline="Of the harbour", section=None)

    written = files(tmp_path / "out", "ninjs", sections=("news",))

    assert [json.loads(path.read_text())["headlines"][0]["value"] for path in written] == ["In the news"]
    assert "Of the harbour" not in "".join(path.read_text() for path in (tmp_path / "out" / "tables").iterdir())


def test_stories_with_a_tag_by_another_name_of_it_are_found(tmp_path):
    make_edition(headline="About the ferry", tags=["Ferry"])
    make_edition(headline="About the quay")

    written = files(tmp_path / "out", "nitf", tags=("ferry",))

    assert len(written) == 1


def test_stories_since_a_day_are_those_that_first_appeared_then(tmp_path):
    make_edition(ago=timedelta(days=9))
    new = make_edition(ago=timedelta(days=1))

    written = files(tmp_path / "out", "nitf", since=new.published_at)

    assert [path.stem for path in written] == [new.slug]


def test_a_section_that_is_not_there_is_refused_before_anything_is_written(tmp_path):
    with pytest.raises(exporting.Refused, match="no section “quay”"):
        files(tmp_path / "out", "ninjs", sections=("quay",))


def test_as_many_things_are_written_about_as_were_counted_before(story, tmp_path):
    expected, heard = count(exporting.Options()), []

    exporting.run(tmp_path / "out", heard=lambda: heard.append(1))

    assert len(heard) == expected


def test_nothing_in_the_newsroom_changes_by_an_export(story, tmp_path):
    before = list(Edition.objects.values())

    exporting.run(tmp_path / "out")

    assert list(Edition.objects.values()) == before


def test_a_copy_of_the_site_leads_nowhere_that_it_has_not(tmp_path):
    for _ in range(30):
        make_edition(ago=timedelta(days=2))

    exporting.run(tmp_path / "out", exporting.Options(format="site"))

    missing = [
        link
        for page in (tmp_path / "out").rglob("*.html")
        for link in etree.HTML(page.read_bytes()).xpath("//@href | //@src")
        if not _stands(tmp_path / "out", page, link)
    ]
    assert (tmp_path / "out" / "section" / "news" / "page" / "2" / "index.html").is_file()
    assert not missing


def _stands(root, page, link):
    """Whether a link of ours has its file. What leads elsewhere is not asked; static files no test collects; reports
    of errors are taken by a running newsroom alone.
    """
    path = link.removeprefix(settings.SITE_URL).partition("#")[0]
    if not path.startswith("/"):
        return path == "" or "://" in path or path.startswith("mailto:")
    if path.startswith(("/static/", "/report/")):
        return True
    return (root / path.lstrip("/") / "index.html").is_file() or (root / path.lstrip("/")).is_file()


@pytest.mark.parametrize("path", ["/blog//2019/x/", "/?p=41", "/a:b/", "/" + "x" * 200 + "/"])
def test_an_old_address_that_is_no_file_anywhere_is_left_out_of_a_copy(path):
    assert not links.may_be_file(path)


def test_what_a_copy_writes_last_is_taken_by_no_old_address(tmp_path):
    assert all(Folder(tmp_path / "copy").has(name) for name in ("manifest.json", "files.jsonl", "unfinished.json"))


def test_a_draft_has_the_times_of_the_desk(tmp_path):
    draft = make_article(slug="a-draft")
    begun, changed = datetime(2026, 3, 1, 9, tzinfo=UTC), datetime(2026, 3, 4, 10, tzinfo=UTC)
    Article.objects.filter(pk=draft.pk).update(created_at=begun, changed_at=changed)

    (path,) = files(tmp_path / "out", "ninjs")

    item = json.loads(path.read_text())
    assert [item[name] for name in ("firstCreated", "contentCreated")] == ["2026-03-01T09:00:00+00:00"] * 2
    assert item["versionCreated"] == "2026-03-04T10:00:00+00:00"
    assert item["altIds"][0]["value"].endswith("/2026/03/01/a-draft/")


@pytest.mark.parametrize("form", ["ninjs", "newsml-g2", "nitf", "markdown", "wxr"])
def test_a_second_export_finds_everything_there(tmp_path, monkeypatch, form):
    newsrooms.fill()
    exporting.run(tmp_path / "out", exporting.Options(format=form))
    later = timezone.now() + timedelta(minutes=90)
    monkeypatch.setattr("django.utils.timezone.now", lambda: later)

    report = exporting.run(tmp_path / "out", exporting.Options(format=form))

    assert report.written == 0
    assert report.files
