"""HTML files: stories, fragments, saved pages and what is said in their heads."""

import base64
from datetime import UTC, datetime

import pytest

from articles.importers import formats
from articles.importers.record import Unreadable

WORDS = "The harbour board ordered two new pumps for the Lower Quay on Tuesday evening. " * 6
PAGE = f"""<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>Pumps ordered | The Ledger</title>
<meta property="og:site_name" content="The Ledger"><meta name="description" content="Two pumps &amp; a promise">
<meta name="author" content="Isla Wren"><meta property="article:published_time" content="2024-11-04T10:00:00Z">
<meta property="og:image" content="https://l.example/p.jpg"><link rel="canonical" href="https://l.example/pumps">
<style>p {{ color: red }}</style></head>
<body><nav><a href="/">Home</a> <a href="/news">News</a></nav>
<article><h1>Pumps ordered</h1><p>By Isla Wren</p><p>{WORDS}</p><aside>Background: the quay floods.</aside></article>
<footer>All rights reserved</footer></body></html>"""


def codes(record):
    return [finding.code for finding in record.findings]


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"<!DOCTYPE html><p>x", "a.txt"),
        (b"\xef\xbb\xbf <html><body>x", "a"),
        (b"<!-- saved -->\n<div>x</div>", "a"),
        ("<html>x".encode("utf-16"), "a"),
        (b"words <b>with</b> tags", "a.html"),
        (b"<?xml version='1.0'?>\n<html xmlns='http://www.w3.org/1999/xhtml'>", "a.xml"),
    ],
)
def test_it_is_known_by_its_tags(data, name):
    assert formats.of(data, name).name == "html"


@pytest.mark.parametrize("data", [b"<rss version='2.0'>", b"<?xml version='1.0'?><nitf>", b"1 < 2 is true\n\nText"])
def test_other_uses_of_the_angle_are_not_html(data):
    assert formats.of(data, "a.txt").name != "html"


class TestASavedPage:
    @pytest.fixture
    def record(self, read):
        return read(PAGE, "page.html")

    def test_the_story_is_the_article(self, record):
        assert record.headline == "Pumps ordered"
        assert record.body_html == f"<p>{WORDS.strip()}</p><p>Background: the quay floods.</p>"

    def test_the_head_fills_the_fields(self, record):
        assert (record.standfirst, record.provider) == ("Two pumps & a promise", "The Ledger")
        assert (record.language, record.canonical_url) == ("en-GB", "https://l.example/pumps")
        assert record.published_at == datetime(2024, 11, 4, 10, tzinfo=UTC)
        assert [credit.name for credit in record.credits] == ["Isla Wren"]

    def test_its_picture_is_the_lead(self, record):
        assert [(picture.href, picture.lead) for picture in record.pictures] == [("https://l.example/p.jpg", True)]

    def test_menus_and_footers_are_set_aside_and_kept(self, record):
        aside = [removed.text for removed in record.removed if removed.reason == "page-furniture"]

        assert "Home News" in aside[0]
        assert "All rights reserved" in aside[0]
        assert "page-furniture" in codes(record)


def test_a_page_that_is_mostly_furniture_keeps_all_of_it(read):
    record = read(f"<body><nav>{'menu ' * 50}</nav><p>Headline</p><p>Few words.</p></body>", "a.html")

    assert "menu menu" in record.body_html + record.headline


def test_json_ld_is_believed_before_the_metas(read):
    story = '{"@type": "NewsArticle", "headline": "A &amp; B", "author": [{"name": "Cy Orr"}]}'
    data = f'<script type="application/ld+json">{{"@graph": [{{"@type": "WebSite"}}, {story}]}}</script>'

    record = read(f"<html><head><title>x</title>{data}</head><body><p>t</p>")

    assert record.headline == "A & B"
    assert [credit.name for credit in record.credits] == ["Cy Orr"]


def test_microformats_are_read_and_do_not_repeat_in_the_body(read):
    record = read(
        '<article class="h-entry"><header><h1 class="p-name">Title</h1></header>'
        '<section data-field="subtitle" class="p-summary">Deck</section>'
        f'<section data-field="body" class="e-content"><h3>Title</h3><p>{WORDS}</p></section>'
        '<footer><p>By <a class="p-author h-card">Ann Lee</a> on <a><time class="dt-published" '
        'datetime="2020-01-02T03:04:05.000Z">2 January</time></a></p></footer></article>'
    )

    assert (record.headline, record.standfirst) == ("Title", "Deck")
    assert [credit.name for credit in record.credits] == ["Ann Lee"]
    assert record.published_at == datetime(2020, 1, 2, 3, 4, 5, tzinfo=UTC)
    assert record.body_html == f"<p>{WORDS.strip()}</p>"


class TestAHeading:
    """A page's `<title>` names its site, too; the story's own heading is its headline."""

    STORY = f"<h1>Bridge reopens after two years</h1><p>By Ann Ames</p><p>{WORDS}</p>"

    @pytest.mark.parametrize(
        "title",
        [
            *("Bridge reopens after two years | The Ledger", "The Ledger: Bridge reopens after two years"),
            *("The Ledger", "Bridge opens | News | The Ledger", "untitled", ""),
        ],
    )
    @pytest.mark.parametrize("page", ["{}", "<header><h1><a href='/'>Ledger</a></h1></header><article>{}</article>"])
    def test_it_is_the_headline_and_its_byline_is_read(self, read, page, title):
        record = read(f"<html><head><title>{title}</title></head><body>{page.format(self.STORY)}</body></html>")

        assert record.headline == "Bridge reopens after two years"
        assert (record.byline, [credit.name for credit in record.credits]) == ("By Ann Ames", ["Ann Ames"])
        assert record.body_html == f"<p>{WORDS.strip()}</p>"
        assert record.extra.get("title", "") == title

    def test_what_stands_above_it_and_the_line_below_it_stay_in_the_text(self, read):
        record = read(f"<title>x</title><p>News</p><h1>Bridge</h1><p>It took long</p><p>By Ann Ames</p><p>{WORDS}</p>")

        assert (record.headline, record.byline) == ("Bridge", "By Ann Ames")
        assert record.body_html == f"<p>News</p><p>It took long</p><p>{WORDS.strip()}</p>"

    def test_it_may_stand_outside_of_the_story(self, read):
        record = read(
            f"<title>Bridge reopens – The Ledger</title><h1>The Ledger</h1><h1>Bridge reopens</h1><p>By Ann Ames</p>"
            f'<div class="entry-content"><h1>A part of it</h1><p>{WORDS}</p></div>'
        )

        assert (record.headline, record.byline) == ("Bridge reopens", "By Ann Ames")
        assert record.body_html == f"<h2>A part of it</h2><p>{WORDS.strip()}</p>"

    @pytest.mark.parametrize("site", ["", '<meta property="og:site_name" content="The Ledger">'])
    def test_the_name_of_the_site_is_no_headline(self, read, site):
        record = read(f"<title>Bridge reopens | The Ledger</title>{site}<h1>The Ledger</h1><h2>Bridge reopens</h2>")

        assert record.headline == "Bridge reopens"

    def test_a_heading_within_the_text_is_no_headline(self, read):
        record = read(f"<title>Bridge reopens</title><p>{WORDS}</p><h1>Background</h1><p>More.</p>")

        assert record.headline == "Bridge reopens"
        assert "<h2>Background</h2>" in record.body_html

    def test_of_two_the_title_decides(self, read):
        record = read(f"<title>Bridge reopens</title><h1>News</h1><h1>Bridge reopens</h1><p>{WORDS}</p>")

        assert (record.headline, record.body_html) == ("Bridge reopens", f"<h2>News</h2><p>{WORDS.strip()}</p>")

    def test_its_picture_stays(self, read):
        record = read(f'<title>x</title><h1><img src="a.png" alt="A"> Bridge reopens</h1><p>{WORDS}</p>')

        assert record.headline == "Bridge reopens"
        assert record.body_html == f'<figure><img src="incoming:0" alt="A"></figure><p>{WORDS.strip()}</p>'

    @pytest.mark.parametrize("said", ["Bridge reopens after two years", "Bridge reopens after two years | The Ledger"])
    def test_what_the_page_says_for_sharing_is_believed_without_the_site(self, read, said):
        record = read(f'<meta property="og:title" content="{said}"><title>A</title><p>News</p>{self.STORY}')

        assert (record.headline, record.byline) == ("Bridge reopens after two years", "By Ann Ames")
        assert record.body_html == f"<p>News</p><p>{WORDS.strip()}</p>"

    def test_what_the_page_says_for_sharing_in_other_words_is_believed_and_the_heading_stays(self, read):
        record = read(f'<meta property="og:title" content="You can cross again"><title>A</title>{self.STORY}')

        assert (record.headline, record.extra["title"]) == ("You can cross again", "A")
        assert record.body_html.startswith("<h2>Bridge reopens after two years</h2>")


@pytest.mark.parametrize(
    ("head", "headline"),
    [
        ('<link rel="canonical" href="https://www.the-ledger.example/b">', "Pumps - new ones - ordered"),
        ('<meta property="og:site_name" content="Ledger">', "Pumps - new ones - ordered"),
        ('<link rel="canonical" href="https://www.gazette.example/b">', "Pumps - new ones - ordered - The Ledger"),
        ("", "Pumps - new ones - ordered - The Ledger"),
    ],
)
def test_a_title_loses_the_name_of_the_site_where_the_page_says_it(read, head, headline):
    record = read(f"<head><title>Pumps - new ones - ordered - The Ledger</title>{head}</head><p>{WORDS}</p>")

    assert record.headline == headline


def test_ten_thousand_headings_are_read_in_time(read):
    record = read(f"<title>Bridge</title><nav><h1>a</h1></nav>{'<h1>x</h1><nav>y</nav>' * 10_000}<p>{WORDS * 900}</p>")

    assert "pumps" in record.body_html


def test_a_fragment_without_a_headline_takes_its_first_line(read):
    assert read("<p>Pumps ordered</p><p>The board met.</p>").headline == "Pumps ordered"


def test_a_first_paragraph_too_long_for_a_headline_stays_and_lends_its_first_words(read):
    record = read(f"<p>{WORDS}</p>")

    assert record.headline.endswith(" …")
    assert WORDS.strip() in record.body_html
    assert "headline-made" in codes(record)


@pytest.mark.parametrize("head", ["", "<html><head><title>Pumps</title>", '<meta name="keywords" content="a > b">'])
def test_words_that_stand_before_the_body_begins_are_read(head, read):
    record = read(f"{head}<div>The quay is dry.</div><body class='x'><p>Two pumps were ordered.</p></body>", "a.html")

    assert f"{record.headline} {record.body_html}".count("The quay is dry.") == 1
    assert "Two pumps were ordered." in f"{record.headline} {record.body_html}"
    assert "b&quot;" not in record.body_html and 'b"' not in record.body_html


def test_a_script_that_writes_a_body_does_not_begin_it(read):
    record = read(
        "<head><script>s = '<body >'; t = 'x'</script><title>Pumps</title></head><body><p>Two pumps.</p>", "a.html"
    )

    assert (record.headline, record.body_html) == ("Pumps", "<p>Two pumps.</p>")


def test_the_encoding_that_a_page_names_is_believed_where_it_fits(read):
    record = read('<meta charset="windows-1251"><h1>Мост</h1><p>Закрыт</p>'.encode("cp1251"))

    assert record.headline == "Мост"


def test_an_encoding_that_does_not_fit_is_found_out(read):
    assert read('<meta charset="ascii"><h1>Café “x”</h1><p>t</p>'.encode()).headline == "Café “x”"


@pytest.mark.parametrize("html", ["<html></html>", "<p>  </p>", "<body><script>x()</script></body>"])
def test_a_page_without_words_is_refused(html, read):
    with pytest.raises(Unreadable) as refused:
        read(html)

    assert refused.value.code == "empty"


def test_a_thousand_menus_are_read_in_time(read):
    record = read(f"<body>{'<nav>x</nav>' * 20_000}<p>{WORDS * 100}</p></body>")

    assert "pumps" in record.body_html


def test_a_page_saved_as_one_file_gives_its_pictures(read):
    picture = base64.b64encode(b"\x89PNG\r\n" + bytes(4_000_000)).decode()

    record = read(f'<h1>Pumps</h1><p>{WORDS}</p><img src="data:image/png;base64,{picture}">')

    assert record.pictures[0].data.startswith(b"\x89PNG")
    assert len(record.body_html) < 2000


def test_a_page_too_large_without_its_pictures_is_refused(read):
    with pytest.raises(Unreadable) as refused:
        read(f"<p>{WORDS * 6000}</p>")

    assert refused.value.code == "too-large"
