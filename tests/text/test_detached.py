"""A body as others print it: words and links, no pictures, nothing that runs."""

import pytest

from articles.text.detached import detached

SITE = "https://paper.example"


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        (
            '<p><a href="/2026/11/03/ferry/">There</a></p>',
            '<p><a href="https://paper.example/2026/11/03/ferry/">There</a></p>',
        ),
        ('<p><a href="https://a.example/">There</a></p>', '<p><a href="https://a.example/">There</a></p>'),
        (
            '<p>A</p><figure><img src="picture:7" alt="x"><figcaption>Hers</figcaption></figure><p>B</p>',
            "<p>A</p><p>B</p>",
        ),
        ("<h2>A</h2><ul><li>B</li></ul><blockquote><p>C</p><footer>D</footer></blockquote>", None),
        ('<table><tbody><tr><td colspan="2">A</td></tr></tbody></table>', None),
    ],
)
def test_words_and_links_stay_and_pictures_go(html, expected):
    assert detached(html, site=SITE) == (html if expected is None else expected)
