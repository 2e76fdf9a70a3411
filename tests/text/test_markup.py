"""The sanitiser: the last step of every path into a body and into an edition."""

import json
import re
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.text.markup import sanitise
from articles.text.nesting import DEEPEST, flatten
from tests.corpora import corpus_folder

TAGS = {
    *("p h2 h3 ul ol li blockquote pre code table thead tbody tr th td hr br strong em sub sup a".split()),
    *("figure img figcaption footer caption".split()),
}

TABLE_AND_LIST = {"title", "rel", "start", "type", "data-type", "colspan", "rowspan"}
ATTRIBUTES = {"a": {"href", "title", "rel"}, "img": {"src", "alt"}, "figure": {"class"}, "figcaption": set()}


def test_the_house_markup_passes_unchanged():
    html = (
        "<h2>Fares</h2><p>One <strong>two</strong> <em>three</em> H<sub>2</sub>O<br>four</p>"
        '<ul><li><strong>Boat:</strong> x<ul><li>y</li></ul></li></ul><ol start="3"><li>z</li></ol>'
        "<blockquote><p>q</p></blockquote><pre><code>a  b</code></pre><hr>"
        '<table><tbody><tr><th>a</th><td colspan="2">b</td></tr></tbody></table>'
        '<p><a href="https://example.org/?a&amp;b">link</a></p>'
    )

    assert sanitise(html) == html


@pytest.mark.parametrize(
    ("given_html", "clean"),
    [
        ("<p>x</p><script>alert(1)</script>", "<p>x</p>"),
        ('<p onclick="x()" style="color:red" class="a" id="b">x</p>', "<p>x</p>"),
        ('<p><a href="javascript:alert(1)">x</a></p>', "<p><a>x</a></p>"),
        ('<p><a href="JaVa\tScRiPt:alert(1)">x</a></p>', "<p><a>x</a></p>"),
        ('<p><a href="data:text/html,x">x</a></p>', "<p><a>x</a></p>"),
        ("<h1>A</h1><h4>B</h4>", "<h2>A</h2><h3>B</h3>"),
        ("<p><b>a</b> <i>b</i></p>", "<p><strong>a</strong> <em>b</em></p>"),
        ("<ul><li><p>a</p></li></ul>", "<ul><li>a</li></ul>"),
        ('<table><tr><td colspan="1"><p>a</p></td></tr></table>', "<table><tbody><tr><td>a</td></tr></tbody></table>"),
        ("<p>a</p><p></p><p> <br></p>", "<p>a</p>"),
        ('<iframe src="https://evil.example"></iframe><p>x</p>', "<p>x</p>"),
        ('<img src=x onerror="alert(1)"><p>x</p>', "<p>x</p>"),
        ("<svg><script>alert(1)</script></svg><p>x</p>", "<p>x</p>"),
    ],
)
def test_what_a_body_may_not_hold_goes(given_html, clean):
    assert sanitise(given_html) == clean


def test_curly_quotes_and_entities_stay_as_they_are():
    assert sanitise("<p>“It’s 5 &lt; 6 &amp; 7”</p>") == "<p>“It’s 5 &lt; 6 &amp; 7”</p>"


@given(st.text(alphabet="<>/\"'= abpliuotdhr123&;!-\n", max_size=120))
def test_cleaning_twice_is_cleaning_once(html):
    once = sanitise(html)

    assert sanitise(once) == once


PIECES = [
    *("<figure>", "</figure>", '<figure class="gallery">', '<figure class="embed">', "<figcaption>", "</figcaption>"),
    *('<img src="picture:1" alt="a">', "<img src=x>", '<a href="https://x.y/">', "</a>", "<footer>", "</footer>"),
    *("<cite>", "</cite>", "<blockquote>", "</blockquote>", "<p>", "</p>", "<ul><li>", "</li></ul>", "<strong>"),
    *("</strong>", "<table><tr><td>", "</td></tr></table>", "<h2>", "</h2>", "<br>", "<hr>", "<pre>", "</pre>"),
    *("one", " ", "&amp;"),
]


@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
def test_figures_in_any_disorder_are_clean_after_one_cleaning(html):
    once = sanitise(html)

    assert sanitise(once) == once
    assert is_harmless(once)


@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
def test_no_word_is_lost_with_a_figure(html):
    assert words(sanitise(html)).count("one") == words(html).count("one")


def words(html):
    return re.sub(r"<[^>]*>", " ", html)


@pytest.mark.parametrize(
    "tags",
    [
        "<figure>",
        "<figure><img src='picture:1'>",
        "<blockquote><footer>a",
        "<ul><li><p>a",
        "<blockquote>",
        "<div>",
        "<table><tr><td>",
        "<b title='</b>'><i>",
        "<ul></b>",
        "<ul><!--</ul>-->",
    ],
)
def test_a_body_of_nothing_but_nesting_does_not_take_long(tags):
    began = perf_counter()
    sanitise(tags * (800_000 // len(tags)))

    assert perf_counter() - began < 10  # a quarter of a second; without the flattening, most of a minute


def test_what_is_nested_too_deep_keeps_its_words():
    html = "<ul><li>" * 100 + "<p>one</p><p>two</p>" + "</li></ul>" * 100

    assert re.sub(r"<[^>]*>", " ", sanitise(html)).split() == ["one", "two"]


def test_what_is_nested_too_deep_is_clean_after_one_cleaning():
    once = sanitise("<ul><li><p>a<blockquote><b>b" * 200 + "</b></blockquote></li></ul>" * 150)

    assert sanitise(once) == once


def test_many_tags_side_by_side_stay():
    html = "<blockquote><p>a</p></blockquote><ul><li>a<ul><li>b</li></ul></li></ul><p><em>a</em><br>b</p>" * 100

    assert sanitise(html) == html


def test_paragraphs_that_nobody_closed_stay():
    assert sanitise("<ul><li>a<p>b<li>c</ul><p>d<p>e" * 100).count("<ul>") == 100


def is_harmless(html):
    """Only known tags and attributes, no script address, and no picture but ours."""
    for _, tag, attributes in re.findall(r'<(/?)([a-z0-9]+)((?:[^>"]|"[^"]*")*)>', html):
        names = re.findall(r'([a-z-]+)="', re.sub(r'="[^"]*"', '="', attributes))
        if tag not in TAGS or set(names) - ATTRIBUTES.get(tag, TABLE_AND_LIST):
            return False
    if re.findall(r'<img(?! src="picture:\d+" alt="[^"]*">)|<figure(?!(?: class="(?:gallery|embed)")?>)', html):
        return False
    addresses = re.findall(r'<a [^>]*?href="([^"]*)"', html)
    return not any(re.match(r"[\s\x00-\x20]*(javascript|vbscript|data):", url, re.IGNORECASE) for url in addresses)


@pytest.mark.parametrize("before", ["<style-x>", "<script-x>", "<textarea><script></textarea>", "<svg></svg>"])
def test_nothing_that_only_looks_like_a_script_hides_nesting(before):
    assert flatten(before + "<div>" * 200).count("<div>") <= DEEPEST


def test_no_attack_of_the_corpus_comes_through():
    path = corpus_folder("security") / "xss" / "all_payloads.jsonl"

    through = [payload for payload in payloads(path) if not is_harmless(sanitise(payload))]

    assert through == []


def test_no_attack_of_the_corpus_changes_when_cleaned_again():
    path = corpus_folder("security") / "xss" / "all_payloads.jsonl"

    changing = [p for p in payloads(path) if sanitise(sanitise(p)) != sanitise(p)]

    assert changing == []


def payloads(path):
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        yield row if isinstance(row, str) else row.get("payload") or ""
