"""HTML of any origin in the form of the house: what stands where, what is told, what is kept."""

import pytest

from articles.importers import bodies
from articles.importers.record import Record, Unreadable
from articles.text import markup
from articles.text.prose import plain_text


def body_of(html, **options):
    record = Record()
    bodies.set_body(record, html, **options)
    return record


def codes(record):
    return [finding.code for finding in record.findings]


@pytest.mark.parametrize(
    ("html", "body"),
    [
        ("bare <b>words", "<p>bare <strong>words</strong></p>"),
        ("one<br><br>two<br>three", "<p>one</p><p>two<br>three</p>"),
        (
            "<b>one<p>two</p>three</b>",
            "<p><strong>one</strong></p><p><strong>two</strong></p><p><strong>three</strong></p>",
        ),
        ("<h1>Title<br>two</h1><h5>Sub</h5>", "<h2>Title two</h2><h3>Sub</h3>"),
        ("<dl><dt>Term<dd>What it is</dl>", "<p><strong>Term</strong></p><p>What it is</p>"),
        ("<ul><li>a</li><ul><li>b</ul></ul>", "<ul><li>a<ul><li>b</li></ul></li></ul>"),
        ("<li>stray", "<ul><li>stray</li></ul>"),
        ("<li><h2>Head</h2>", "<ul><li><strong>Head</strong></li></ul>"),
        ("<pre>a\n  <code>b</code></pre>", "<pre>a\n  b</pre>"),
        ("<article>\n <p> a  \n b </p>\n</article>", "<p>a b</p>"),
        ("<x-note>kept</x-note>", "<p>kept</p>"),
        ("<p>&nbsp;</p><p>x</p>", "<p>x</p>"),
        ("<blockquote><p>a</p><cite>Ann</cite></blockquote>", "<blockquote><p>a</p><footer>Ann</footer></blockquote>"),
        ("<blockquote>a <cite>Book</cite> b</blockquote>", "<blockquote><p>a <em>Book</em> b</p></blockquote>"),
    ],
)
def test_blocks_take_the_form_of_the_house(html, body):
    assert body_of(html).body_html == body


def test_a_picture_stands_after_the_paragraph_it_was_in():
    record = body_of('<p>one <img src="a.jpg" alt="A &quot;b&quot;"> two</p><p>three</p>')

    assert record.body_html == (
        '<p>one two</p><figure><img src="incoming:0" alt="A &quot;b&quot;"></figure><p>three</p>'
    )
    assert record.pictures[0].href == "a.jpg"


def test_a_caption_goes_with_its_picture():
    record = body_of('<figure><img src="a.jpg"><figcaption>The <em>pier</em></figcaption></figure>')

    assert record.pictures[0].caption == "The pier"
    assert "<figcaption>The <em>pier</em></figcaption>" in record.body_html


def test_several_pictures_in_one_figure_are_a_gallery():
    html = "<figure><figure><img src=a></figure><figure><img src=b></figure><figcaption>All</figcaption></figure>"

    body = body_of(html).body_html

    assert body.startswith('<figure class="gallery"><figure><img src="incoming:0"')
    assert body.endswith("<figcaption>All</figcaption></figure>")


def test_the_caption_of_a_table_is_kept_with_it():
    table = "<table><caption>T <em>1</em></caption><tr><td><table><caption>In</caption><tr><td>1</table></table>"

    assert body_of(table).body_html == (
        "<table><caption>T <em>1</em></caption><tbody><tr><td><table><caption>In</caption><tbody><tr><td>1</td></tr>"
        "</tbody></table></td></tr></tbody></table>"
    )


def test_the_caption_of_a_figure_that_is_a_table_is_the_tables():
    html = "<figure><table><tr><td>1</table><figcaption>T</figcaption></figure>"
    assert body_of(html).body_html == "<table><caption>T</caption><tbody><tr><td>1</td></tr></tbody></table>"


def test_bytes_in_an_address_become_the_picture_s_own():
    record = body_of('<img src="data:image/gif;base64,R0lGODlh">')

    assert record.pictures[0].data == b"GIF89a"


def test_a_picture_shown_twice_for_readers_without_scripts_comes_once():
    record = body_of('<img data-src="a.jpg" src="data:image/gif;base64,AA=="><noscript><img src="a.jpg"></noscript>')

    assert [picture.href for picture in record.pictures] == ["a.jpg"]


def test_a_player_becomes_a_link_and_is_told():
    record = body_of('<iframe src="//www.youtube.com/embed/abcdefghijk" title="Launch"></iframe>')

    assert '<a href="https://www.youtube.com/watch?v=abcdefghijk">Launch</a>' in record.body_html
    assert codes(record) == ["embed"]


def test_a_frame_without_an_address_is_told_and_kept():
    record = body_of('<iframe src="javascript:alert(1)">fallback</iframe>')

    assert codes(record) == ["embed-lost"]
    assert "fallback" in [removed.text for removed in record.removed]


@pytest.mark.parametrize(
    ("html", "code"),
    [
        ("[gallery ids='1,2']", "shortcode"),
        ("{{< youtube x >}}", "shortcode"),
        ("{% include x.html %}", "shortcode"),
        ("<script>x()</script>a", "script-removed"),
        ("a<!--more-->b", "comment"),
        ("<p style='display:none'>x</p>", "hidden"),
        ("<form><input></form>", "form-flattened"),
        ('<a href="/about">us</a>', "link-relative"),
        ('<a href="file:///x">us</a>', "link-lost"),
    ],
)
def test_what_cannot_be_kept_as_it_is_is_told(html, code):
    assert code in codes(body_of(html))


def test_a_shortcode_stays_where_it_stood():
    assert "[gallery ids=" in plain_text(body_of("<p>a [gallery ids='1'] b").body_html)


def test_relative_links_are_read_against_the_address_of_the_story():
    record = body_of('<a href="../x">us</a>', base="https://paper.example/2024/a/")

    assert 'href="https://paper.example/2024/x"' in record.body_html


def test_hidden_words_are_kept_with_the_import():
    assert [r.text for r in body_of("<p hidden>secret</p>x").removed] == ["secret"]


def test_the_words_of_a_drawing_and_a_formula_are_kept():
    assert plain_text(body_of("<svg><text>map</text></svg><math><mi>x</mi></math>").body_html).split() == ["map", "x"]


def test_a_body_is_clean_but_for_its_figures():
    html = "<table><tr><td><p>a</p><ul><li>b</ul></table><blockquote><p>c</blockquote>" * 3

    body = body_of(html).body_html

    assert markup.sanitise(body) == body


def test_a_body_no_desk_could_work_on_is_refused():
    with pytest.raises(Unreadable) as refused:
        body_of("<p>word</p>" * 100_000)

    assert refused.value.code == "body-too-long"


def test_a_headline_is_read_of_its_entities_once():
    assert bodies.plain("A &amp;amp; <b>B</b> &#8220;C&#8221;") == "A &amp; B “C”"


def test_a_caption_keeps_its_marks():
    assert bodies.inline("a <em>b</em><p>c</p>") == "a <em>b</em> c"


def test_angles_and_quotation_marks_of_a_script_are_no_text():
    script = """<script>if (a<b && c) d('"'); e("<p>")</script>"""

    assert body_of(f"<p>One</p>{script}<p title='\"'>Two</p>").body_html == "<p>One</p><p>Two</p>"


def test_a_stray_quotation_mark_in_a_tag_hides_nothing():
    assert body_of('<x-a b="c"">One</x-a><p>Two</p><x-a b="c">').body_html == "<p>One</p><p>Two</p>"


def test_what_shows_under_a_mouse_alone_is_kept_aside():
    record = body_of('<p>See <a href="https://a.example/" title="All about the quay">there</a></p>')

    assert [one.text for one in record.removed if one.reason == "tooltip"] == ["All about the quay"]


def test_a_control_character_that_is_written_as_a_number_is_taken_out():
    assert body_of("<p>a&#2;b &#x81;c</p>").body_html == "<p>ab \ufffdc</p>"


@pytest.mark.parametrize(
    ("html", "told"),
    [
        ('<iframe src="https://a.example/p">', "1 player or frame of another site came as a link; look whether the"),
        (
            '<iframe src="//a.example/p"></iframe><iframe src="//a.example/q">',
            "2 players or frames of other sites came as links; look",
        ),
        ('<a href="/b">b</a>', "1 link leads on only on the site it came from; complete or unlink it."),
        ('<a href="/b">b</a><a href="/c">c</a>', "2 links lead on only on the site they came from; complete or"),
        ("a\x01b", "1 sign that nobody sees was taken out of the text."),
        ("a\x01b\x02c", "2 signs that nobody sees were taken out of the text."),
    ],
)
def test_one_is_told_as_one_and_many_as_many(html, told):
    record = body_of(f"<p>Pumps {html}</p>")

    assert record.findings[0].message.startswith(told)
