"""What other systems export comes in whole: WordPress, Ghost, RSS and Atom (cases D17 to D19 and D21)."""

import io
import json
from collections import Counter
from datetime import UTC, datetime

import pytest

from articles.importers import formats
from articles.importers.formats import Asked
from articles.importers.record import LeftOut, Pubstatus, Record, Unreadable
from articles.importers.tidying import tidy
from tests.corpora import corpus_folder

pytestmark = pytest.mark.filterwarnings("ignore:To avoid breaking existing software")  # feedparser, of itself
WXR = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
 xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>The Blog</title><link>https://blog.example</link>
<wp:base_blog_url>https://blog.example</wp:base_blog_url>
<wp:author><wp:author_login>ana</wp:author_login><wp:author_display_name>Ana Ruiz</wp:author_display_name></wp:author>
{}</channel></rss>"""
ITEM = """<item><title>{title}</title><dc:creator>{creator}</dc:creator><guid>https://blog.example/?p={number}</guid>
<content:encoded><![CDATA[{content}]]></content:encoded><wp:post_id>{number}</wp:post_id>
<wp:post_date_gmt>{date}</wp:post_date_gmt><wp:post_name>ferry</wp:post_name><wp:status>{status}</wp:status>
<wp:post_type>{kind}</wp:post_type>{more}</item>"""
ATTACHMENT = (
    "<item><title>Quay &amp; boats, 2025</title><wp:post_id>9</wp:post_id><wp:post_type>attachment</wp:post_type>"
    "<wp:post_parent>1</wp:post_parent>"
    "<wp:attachment_url>https://blog.example/quay.jpg</wp:attachment_url>"
    "<excerpt:encoded>The quay</excerpt:encoded>"
    "<wp:postmeta><wp:meta_key>_wp_attachment_image_alt</wp:meta_key>"
    "<wp:meta_value>A quay</wp:meta_value></wp:postmeta>"
    "</item>"
)


def read(data, name="export"):
    data = data if isinstance(data, bytes) else data.encode()
    form = formats.of(data[: formats.HEAD], name)
    return form.name, list(form.read(io.BytesIO(data), Asked(name)))


def of(folder, *parts):
    """(name of the format, all it gave) for a file of a corpus."""
    path = corpus_folder(folder).joinpath(*parts)
    name, found = read(path.read_bytes(), path.name)
    return name, [tidy(one) if isinstance(one, Record) else one for one in found]


def item(**told):
    told = {
        "title": "Ferry",
        "creator": "ana",
        "number": 1,
        "content": "<p>It is bought.</p>",
        "date": "2026-11-03 10:00:00",
        "status": "publish",
        "kind": "post",
        "more": "",
    } | told
    return ITEM.format(**told)


def post(**told):
    _, (record,) = read(WXR.format(item(**told)))
    return record


def codes(record):
    return {finding.code for finding in record.findings}


# WordPress


def test_lines_of_a_classic_post_become_paragraphs_and_breaks():
    assert post(content="One\nline.\n\nTwo.").body_html == "<p>One<br>line.</p><p>Two.</p>"


def test_block_comments_leave_their_text_as_it_is():
    content = (
        "<!-- wp:paragraph -->\n<p>One.</p>\n<!-- /wp:paragraph -->\n\n<!-- wp:separator --><hr/><!-- /wp:separator -->"
    )

    assert post(content=content).body_html == "<p>One.</p><hr>"


def test_a_caption_shortcode_becomes_a_figure():
    content = '[caption id="a" width="300"]<img src="https://blog.example/quay.jpg" alt="A quay"> The quay[/caption]'

    record = post(content=content)

    assert record.body_html == '<figure><img src="incoming:0" alt="A quay"><figcaption>The quay</figcaption></figure>'
    assert record.pictures[0].href == "https://blog.example/quay.jpg"
    assert [removed.text for removed in record.removed] == ['id="a" width="300"']


def test_a_gallery_shows_the_pictures_it_names_wherever_they_stand_in_the_file():
    _, found = read(WXR.format(item(content='[gallery ids="9"]') + ATTACHMENT))

    assert [picture.alt for picture in found[0].pictures] == ["A quay"]
    assert "The quay" in found[0].body_html


def test_the_featured_image_leads_with_its_alt_and_caption():
    meta = "<wp:postmeta><wp:meta_key>_thumbnail_id</wp:meta_key><wp:meta_value>9</wp:meta_value></wp:postmeta>"

    _, found = read(WXR.format(ATTACHMENT + item(more=meta)))

    (picture,) = found[1].pictures
    assert (picture.lead, picture.alt, picture.caption) == (True, "A quay", "The quay")


def test_the_title_of_a_picture_is_kept_with_it_where_it_leads_and_in_a_gallery():
    meta = "<wp:postmeta><wp:meta_key>_thumbnail_id</wp:meta_key><wp:meta_value>9</wp:meta_value></wp:postmeta>"

    _, found = read(WXR.format(ATTACHMENT + item(content='[gallery ids="9"]', more=meta)))

    assert [picture.extra for picture in found[1].pictures] == [{"title": "Quay & boats, 2025"}] * 2


def test_d18_the_titles_of_featured_images():
    fixtures = ("packages", "mg-wp-xml", "test", "fixtures")

    _, found = of("ghost-migrate-fixtures", *fixtures, "feature-image-captions.xml")

    titles = [picture.extra.get("title") for one in found if isinstance(one, Record) for picture in one.pictures]
    assert titles == ["Described Image Title", "Title-Only Image Title"]


@pytest.mark.parametrize("opened", ["[caption]", "<pre>", "<!--more "])
def test_what_is_opened_and_never_closed_leaves_what_stood_before_it_as_it_was(opened):
    content = f"First.\n\n<!--more-->\n\n[caption]Told[/caption]\n\n<pre>x</pre>\n\nLast {opened * 3} words"

    record = post(content=content)

    assert record.body_html.startswith("<p>First.</p><p>Told</p><pre>x</pre>")


def test_a_gallery_without_numbers_shows_the_pictures_under_its_post_in_their_order():
    later = ATTACHMENT.replace("<wp:post_id>9<", "<wp:post_id>10<").replace("A quay", "A pier")

    _, found = read(WXR.format(item(content="[gallery]") + ATTACHMENT + later.replace("quay.jpg", "pier.jpg")))

    assert [picture.alt for picture in found[0].pictures] == ["A quay", "A pier"]


@pytest.mark.parametrize("status", ["draft", "pending", "private"])
def test_what_was_not_published_is_held(status):
    record = post(status=status)

    assert not record.may_be_published
    assert "not-published" in codes(record)


def test_what_was_scheduled_is_embargoed_until_then():
    assert post(status="future").embargo_until == datetime(2026, 11, 3, 10, tzinfo=UTC)


def test_what_was_behind_a_password_is_held():
    record = post(more="<wp:post_password>geheim</wp:post_password>")

    assert record.pubstatus == Pubstatus.WITHHELD


def test_a_page_is_left_out_with_its_reason_and_title():
    left = post(kind="page")

    assert isinstance(left, LeftOut)
    assert left.title == "Ferry"


def test_two_posts_of_one_number_and_guid_stay_two():
    _, (one, other) = read(WXR.format(item() + item(content="<p>Another.</p>")))

    assert one.external_id != other.external_id
    assert "id-repeated" in codes(other)


def test_somebody_the_file_does_not_name_is_no_author():
    record = post(creator="&gt;ana")

    assert record.credits == []
    assert "author-unknown" in codes(record)


def test_xml_that_breaks_off_gives_what_stood_before_it():
    data = WXR.format(item() + "<item><title>cut & off").encode()
    form, found = formats.of(data, ""), []

    with pytest.raises(Unreadable) as refused:
        found.extend(form.read(io.BytesIO(data), Asked()))

    assert refused.value.line

    stream, given = form.read(io.BytesIO(data), Asked()), []
    with pytest.raises(Unreadable):
        given += [next(stream)]
        next(stream)
    assert given[0].headline == "Ferry"


def test_d17_the_official_test_file_of_wordpress():
    form, found = of("wordpress-theme-test-data", "themeunittestdata.wordpress.xml")

    posts = [one for one in found if isinstance(one, Record)]
    left = Counter(one.message.split(";")[0] for one in found if isinstance(one, LeftOut))
    assert form == "wxr"
    assert (len(found), len(posts)) == (186, 58)
    assert sorted(left.values()) == [21, 37, 70]
    assert len({one.external_id for one in posts}) == 58
    assert sum(one.embargo_until is not None for one in posts) == 1
    assert sum("headline-missing" in codes(one) for one in posts) == 1
    assert sum("password" in codes(one) for one in posts) == 1
    assert sum(len(one.extra.get("comments", [])) for one in posts) == 28  # and five on pages
    assert {credit.name for one in posts for credit in one.credits} == {"Theme Buster", "Theme Reviewer"}
    assert sum("author-unknown" in codes(one) for one in posts) >= 1
    assert not any("<em>" in one.headline or "<!--" in one.body_html or "nextpage" in one.body_html for one in posts)


def test_d18_featured_images_and_co_authors():
    _, thumb = of("superdesk-core-fixtures", "tests", "io", "fixtures", "wordpress_wxr_thumb.xml")
    fixtures = ("packages", "mg-wp-xml", "test", "fixtures")
    _, written = of("ghost-migrate-fixtures", *fixtures, "co-authors-plus.xml")

    assert [picture.lead for picture in thumb[1].pictures] == [True]
    names = {one.headline: [credit.name for credit in one.credits] for one in written}
    assert names["Multi-Author Post"] == names["Duplicate Author Entries Post"] == ["Alice Smith", "Bob Jones"]


# Ghost


def test_d19_a_ghost_export_with_a_post_that_has_lexical_only():
    fixtures = ("packages", "mg-assetscraper-db", "src", "test", "fixtures")

    form, posts = of("ghost-migrate-fixtures", *fixtures, "ghost.json")

    assert form == "ghost"
    assert [one.headline for one in posts] == ["Post 1", "Post 2", "Post 3 - Lexical"]
    assert [[credit.name for credit in one.credits] for one in posts] == [["Alice Johnson"], ["Bob Smith"], []]
    assert posts[2].provider == "My Ghost Site"
    assert posts[0].tags == ["News"]
    assert posts[2].pictures[0].href == "https://example.com/images/lexical-image.jpg"
    assert "incoming:0" in posts[2].body_html


def ghost(tables=(), **told):
    told = {"id": "1", "title": "Ferry", "slug": "ferry", "type": "post", "status": "published"} | told
    _, (record,) = read(json.dumps({"db": [{"data": {"posts": [told], "posts_tags": [], **dict(tables)}}]}))
    return record


def test_d19_authors_stand_in_their_own_order_whatever_that_of_the_rows():
    wrote = [{"post_id": "1", "author_id": author, "sort_order": order} for author, order in (("b", 1), ("a", 0))]
    users = [{"id": "b", "name": "Bo Lund"}, {"id": "a", "name": "Ana Ruiz"}]

    record = ghost({"users": users, "posts_authors": wrote}, html="<p>x</p>")

    assert [credit.name for credit in record.credits] == ["Ana Ruiz", "Bo Lund"]


def test_d19_a_post_without_authors_is_the_sites():
    settings = [{"key": "title", "value": "My Ghost Site"}]

    record = ghost({"settings": settings}, html="<p>x</p>")

    assert (record.credits, record.provider) == ([], "My Ghost Site")


def test_lexical_is_read_with_its_marks_lists_links_and_cards():
    children = [
        {"type": "heading", "tag": "h2", "children": [{"type": "text", "text": "Quay"}]},
        {
            "type": "paragraph",
            "children": [{"type": "text", "text": "Bold & ", "format": 1}, {"type": "text", "text": "plain"}],
        },
        {
            "type": "list",
            "listType": "bullet",
            "children": [{"type": "listitem", "children": [{"type": "text", "text": "One"}]}],
        },
        {"type": "codeblock", "code": "a < b"},
        {"type": "somebodys-card", "text": "Kept."},
    ]

    record = ghost(html=None, lexical=json.dumps({"root": {"children": children}}))

    assert record.body_html == (
        "<h2>Quay</h2><p><strong>Bold &amp; </strong>plain</p><ul><li>One</li></ul><pre>a &lt; b</pre><p>Kept.</p>"
    )


def test_mobiledoc_is_read_with_its_markups_and_cards():
    document = {
        "markups": [["strong"], ["a", ["href", "https://example.org/"]]],
        "cards": [["hr", {}]],
        "sections": [[1, "p", [[0, [0], 1, "Bold"], [0, [], 0, " and "], [0, [1], 1, "there"]]], [10, 0]],
    }

    record = ghost(html=None, mobiledoc=json.dumps(document))

    assert record.body_html.startswith("<p><strong>Bold</strong> and <a")
    assert record.body_html.endswith("there</a></p><hr>")


def test_what_was_for_members_only_is_held():
    assert ghost(html="<p>x</p>", visibility="paid").pubstatus == Pubstatus.WITHHELD


# RSS and Atom

RSS = '<rss version="2.0"><channel><title>Partner</title>{}</channel></rss>'


def test_an_item_without_an_id_is_known_by_what_it_says():
    _, (one,) = read(RSS.format("<item><title>Ferry</title><description>It is bought.</description></item>"))

    assert one.external_id.startswith("sha256:")
    assert (one.headline, one.body_html, one.provider) == ("Ferry", "<p>It is bought.</p>", "Partner")
    assert "summary-only" in codes(one)


def test_a_flaw_of_a_feed_is_told_with_each_item():
    _, (one,) = read(RSS.format("<item><title>Ferry & boat</title><guid>1</guid></item>"))

    assert "feed-flawed" in codes(one)


def test_d21_a_real_feed_with_its_ids_authors_and_frames():
    form, posts = of("rss-real", "markitdown_test_rss.xml")

    assert (form, len(posts)) == ("feed", 10)
    assert all(one.external_id.startswith("https://blogs.microsoft.com/?p=") for one in posts)
    assert posts[0].credits[0].name == "Frank X. Shaw"
    assert all(one.tags for one in posts)
    assert sum("embed" in codes(one) for one in posts) >= 1


def test_what_a_feed_says_of_itself_is_kept_with_its_first_story():
    items = "<item><title>One</title></item><item><title>Two</title></item>"

    _, found = read(RSS.format(f"<description>News of the quay</description>{items}"))

    assert [one.extra.get("unread") for one in found] == [{"channel/description": "News of the quay"}, None]
