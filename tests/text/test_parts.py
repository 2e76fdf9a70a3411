"""A body cut into what a page lays out, and the same body for those who have no stylesheet."""

import pytest

from articles.text.embeds import host_of, kind_of
from articles.text.parts import laid_out, pictures_in, pictures_of
from articles.text.unstyled import jpeg_of, unstyled

SIZES = [
    {"format": "avif", "width": 640, "height": 400, "url": "/pictures/a-640.avif"},
    {"format": "webp", "width": 1040, "height": 650, "url": "/pictures/a-1040.webp"},
    {"format": "jpeg", "width": 640, "height": 400, "url": "/pictures/a-640.jpg"},
    {"format": "webp", "width": 1664, "height": 1040, "url": "/pictures/a-1664.webp"},
]
FROZEN = {"alt": "A boat", "caption": "Home & dry", "credit": "Drawing: A", "origin": "drawn", "wide": SIZES}
SHOWN = {"7": FROZEN, "8": FROZEN}
PLAIN = '<figure><img src="picture:7" alt=""></figure>'
TOLD = '<figure><img src="picture:8" alt="Two &amp; more"><figcaption>Far <em>out</em></figcaption></figure>'
GALLERY = f'<figure class="gallery">{PLAIN}{TOLD}<figcaption>Both</figcaption></figure>'
EMBED = '<figure class="embed"><a href="https://www.youtube.com/watch?v=1&amp;t=2">The tide &lt;1&gt;</a></figure>'


def kinds(html, shown=SHOWN):
    return [part.kind for part in laid_out(html, shown)]


def test_the_parts_of_a_body_come_in_its_order():
    html = f"<p>a</p><p>b</p>{PLAIN}<table><tbody><tr><td>x</td></tr></tbody></table><p>c</p>{GALLERY}{EMBED}"

    assert kinds(html) == ["words", "picture", "table", "words", "gallery", "embed"]


def test_no_word_outside_figures_is_touched():
    words = '<p>a &amp; “b”<br>c</p><ol start="3"><li>d</li></ol><pre><code>e  f</code></pre>'

    assert "".join(part.html for part in laid_out(words + PLAIN + words, SHOWN)) == words + words


def test_what_a_body_leaves_empty_is_the_pictures_own():
    (part,) = laid_out(PLAIN, SHOWN)

    assert part.picture["alt"] == "A boat"
    assert [words.html for words in part.caption] == ["Home &amp; dry"]
    assert part.told == "Home & dry"


def test_what_a_body_says_goes_before_what_the_picture_says():
    (part,) = laid_out(TOLD, SHOWN)

    assert part.picture["alt"] == "Two & more"
    assert [words.html for words in part.caption] == ["Far <em>out</em>"]


def test_a_table_tells_its_caption():
    html = "<table><caption>Fares &amp; <em>more</em></caption><tbody><tr><td>4</td></tr></tbody></table>"

    (part,) = laid_out(html, SHOWN)

    assert (part.html, part.told) == (html, "Fares & more")


@pytest.mark.parametrize(
    ("cells", "is_of_figures"),
    [
        ([["2022", "9,120", "£4.90"], ["2023", "10 040", "–"], ["2024", "97%", "£5"]], True),
        ([["Adult", "4", "May"], ["Child", "2", "June"]], False),
        ([["Adult", "4"]], False),
        ([["4"], ["5"]], False),
    ],
)
def test_a_table_of_figures_is_told_from_one_of_words(cells, is_of_figures):
    rows = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in cells)

    (part,) = laid_out(f"<table><tbody><tr><th>Name</th><th>Figure</th></tr>{rows}</tbody></table>", SHOWN)

    assert part.is_of_figures is is_of_figures


def test_a_picture_that_is_not_there_is_not_laid_out():
    assert kinds(PLAIN + GALLERY, {}) == []


def test_a_gallery_has_its_pictures_and_a_caption():
    (part,) = laid_out(GALLERY, SHOWN)

    assert [one.told for one in part.pictures] == ["Home & dry", "Far out"]
    assert part.told == "Both"


def test_an_embed_says_whose_it_is_when_nobody_else_does():
    (part,) = laid_out(EMBED, {})

    assert (part.address, part.title) == ("https://www.youtube.com/watch?v=1&t=2", "The tide <1>")
    assert (part.source, part.form) == ("youtube.com", "video")


def test_pictures_are_named_once_each_in_reading_order():
    assert pictures_of(TOLD + GALLERY + EMBED) == [8, 7]
    assert [one.picture["alt"] for one in pictures_in(laid_out(GALLERY, SHOWN))] == ["A boat", "Two & more"]


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("https://youtu.be/x", "video"),
        ("https://www.youtube.com.evil.example/watch", "page"),
        ("https://youtube.com@evil.example/", "page"),
        ("https://m.youtube.com/watch?v=1", "video"),
        ("https://example.org/minutes.PDF?x", "document"),
        ("https://[broken", "page"),
    ],
)
def test_what_an_embed_is_is_told_by_its_very_host(address, kind):
    assert kind_of(address) == kind


def test_a_host_that_cannot_be_read_has_no_name():
    assert host_of("https://[broken") == ""


def test_in_a_feed_a_picture_is_a_jpeg_with_a_full_address():
    html = unstyled(f"<p>a</p>{TOLD}", SHOWN, url="https://paper.example", sized=jpeg_of)

    assert html == (
        '<p>a</p><figure><img src="https://paper.example/pictures/a-640.jpg" width="640" height="400" '
        'alt="Two &amp; more"><figcaption>Far <em>out</em> <small>Drawing: A</small></figcaption></figure>'
    )


def test_without_a_stylesheet_an_embed_is_a_link():
    assert unstyled(EMBED, {}, url="") == (
        '<p><a href="https://www.youtube.com/watch?v=1&amp;t=2">The tide &lt;1&gt;</a> (youtube.com)</p>'
    )
