"""Pictures, galleries, embeds and whose a quotation is, in the form that the desk keeps them."""

import pytest

from articles.text.markup import sanitise, sanitise_page

PICTURE = '<figure><img src="picture:7" alt="A &quot;boat&quot;"><figcaption>At <em>sea</em></figcaption></figure>'
GALLERY = (
    '<figure class="gallery"><figure><img src="picture:7" alt="a"></figure>'
    '<figure><img src="picture:8" alt=""><figcaption>b</figcaption></figure><figcaption>Both</figcaption></figure>'
)
EMBED = (
    '<figure class="embed"><a href="https://example.org/?a&amp;b">The tide</a><figcaption>Example</figcaption></figure>'
)
TABLE = "<table><caption>Fares, in <em>crowns</em></caption><tbody><tr><td>4</td></tr></tbody></table>"
QUOTATION = "<blockquote><p>We wait.</p><footer>Mira Lund, <em>pilot</em></footer></blockquote>"


@pytest.mark.parametrize(
    "html", [PICTURE, GALLERY, EMBED, QUOTATION, TABLE, f"<p>a</p>{PICTURE}<p>b</p>{GALLERY}{EMBED}"]
)
def test_the_house_form_passes_unchanged(html):
    assert sanitise(html) == html


@pytest.mark.parametrize(
    "source",
    [
        "https://example.org/a.jpg",
        "data:image/png;base64,AAAA",
        "/pictures/a.webp",
        "picture:0",
        "picture:07",
        "picture:7#x",
        " picture:7",
        "PICTURE:7",
        "picture:9999999999999999999",
        "picture:javascript:alert(1)",
    ],
)
def test_a_picture_that_is_none_of_ours_goes_and_its_caption_stays(source):
    html = f'<figure><img src="{source}" alt="x"><figcaption>Words</figcaption></figure>'

    assert sanitise(html) == "<p>Words</p>"


def test_no_link_leads_to_a_picture_by_its_number():
    assert sanitise('<p><a href="picture:7">x</a></p>') == "<p><a>x</a></p>"


@pytest.mark.parametrize(
    ("given_html", "clean"),
    [
        ('<p>one<img src="picture:7">two</p>', '<p>one two</p><figure><img src="picture:7" alt=""></figure>'),
        ('<p><a href="https://x.y/"><img src="picture:7"></a></p>', '<figure><img src="picture:7" alt=""></figure>'),
        (f"<ul><li>a{PICTURE}</li></ul>", f"<ul><li>a </li></ul>{PICTURE}"),
        (f"<blockquote><p>a</p>{PICTURE}</blockquote>", f"<blockquote><p>a</p> </blockquote>{PICTURE}"),
    ],
)
def test_a_picture_inside_a_block_comes_after_it(given_html, clean):
    assert sanitise(given_html) == clean


def test_two_pictures_in_one_figure_are_a_gallery():
    html = '<figure class="wp-block-gallery"><img src="picture:7"><img src="picture:8"></figure>'

    assert sanitise(html) == (
        '<figure class="gallery"><figure><img src="picture:7" alt=""></figure>'
        '<figure><img src="picture:8" alt=""></figure></figure>'
    )


def test_a_caption_is_one_line_with_breaks():
    html = '<figure><img src="picture:7" alt=""><figcaption><p>a</p><p>b</p></figcaption></figure>'

    assert sanitise(html) == '<figure><img src="picture:7" alt=""><figcaption>a<br>b</figcaption></figure>'


def test_a_class_of_somebody_elses_goes():
    assert sanitise(PICTURE.replace("<figure>", '<figure class="wide evil">')) == PICTURE


def test_a_figure_without_a_picture_is_its_words():
    assert sanitise("<figure><p>a</p><figcaption>b</figcaption></figure>") == "<p>a</p><p>b</p>"


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "data:text/html,x", "/here/", "mailto:a@b.c", "//evil.org/"]
)
def test_an_embed_leads_to_a_page_of_somebody_elses_or_is_none(address):
    clean = sanitise(f'<figure class="embed"><a href="{address}">Title</a></figure>')

    assert "figure" not in clean
    assert "Title" in clean


def test_an_embed_without_a_title_is_called_by_its_address():
    clean = sanitise('<figure class="embed"><a href="https://example.org/x"></a></figure>')

    assert clean == '<figure class="embed"><a href="https://example.org/x">https://example.org/x</a></figure>'


@pytest.mark.parametrize(
    ("given_html", "clean"),
    [
        ("<blockquote><p>a</p><cite>b</cite></blockquote>", "<blockquote><p>a</p><footer>b</footer></blockquote>"),
        ("<blockquote><footer>b</footer><p>a</p></blockquote>", "<blockquote><p>a</p><footer>b</footer></blockquote>"),
        ("<blockquote><footer>b</footer></blockquote>", "<blockquote><p>b</p></blockquote>"),
        ("<p>a <cite>b</cite></p><footer>c</footer>", "<p>a b</p><p>c</p>"),
    ],
)
def test_whose_a_quotation_is_stands_at_its_end_and_nowhere_else(given_html, clean):
    assert sanitise(given_html) == clean


def test_a_standing_page_holds_no_figures():
    assert sanitise_page(f"<p>a</p>{PICTURE}") == "<p>a</p>At <em>sea</em>"


@pytest.mark.parametrize(
    "given_html",
    [
        "<figure><figcaption>Fares, in <em>crowns</em></figcaption><table><tr><td>4</td></tr></table></figure>",
        '<figure class="x"><table><tr><td>4</table><figcaption>Fares, in <i>crowns</i></figcaption></figure>',
        "<table><tr><td>4</td></tr><caption><p>Fares, in <em>crowns</em></p></caption></table>",
        "<table><caption>Fares, in <em>crowns</em></caption><caption> </caption><tr><td>4</td></tr></table>",
    ],
)
def test_the_caption_of_a_table_stands_before_its_rows(given_html):
    assert sanitise(given_html) == TABLE


def test_a_caption_without_rows_is_a_paragraph_and_an_empty_one_is_gone():
    assert sanitise("<table><caption>Fares</caption></table>") == "<p>Fares</p>"
    assert "caption" not in sanitise("<table><caption> </caption><tr><td>4</td></tr></table>")
