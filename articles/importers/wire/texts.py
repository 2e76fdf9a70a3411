"""Bodies that come without markup, and headlines that come a second time as the first line of a body."""

import re
from html import unescape

from articles.importers import bodies
from articles.importers.plaintext.datelines import read_dateline
from articles.importers.plaintext.story import Story
from articles.text import languages, layout, markup, prose, rendering
from articles.text.counted import counted
from articles.text.languages import direction_of
from articles.text.sameness import skeleton

_FIRST = re.compile(r"\s*<(p|h2|h3)>(.{0,1000}?)</\1>", re.DOTALL)
_LONGEST_HEADLINE = 300
# Tags that a system wrote as words: an en dash of STT's, a frame of a fact checker's.
_WRITTEN = re.compile(r"&lt;/?[a-z][a-z0-9]{0,20}(?:\s[^<>]{0,2000}?)?/?&gt;")
_DASHES = {"&lt;endash&gt;-&lt;/endash&gt;": "–", "&lt;emdash&gt;-&lt;/emdash&gt;": "—"}


def set_text(record, text):
    """Write plain text as the body: paragraphs, lists, tables as they are laid out."""
    laid_out = layout.lay_out(layout.blocks_of(text))
    for node in laid_out.nodes:
        for reason, mark in rendering.marks_of(node):
            record.remove(reason, mark)
    record.body_html = markup.sanitise("".join(map(rendering.render, laid_out.nodes)))


def settle(record, *, asked):
    """The last look at a record: the headline once, not too long, not missing; the language; what it lacks."""
    _one_headline(record)
    if skeleton(record.standfirst) == skeleton(record.headline):
        record.remove("headline-repeated", record.standfirst)
        record.standfirst = ""
    _headline_that_fits(record)
    _dateline(record)
    record.credits = list({one.name: one for one in record.credits}.values())
    record.language = asked.language or record.language or languages.language_of(prose.plain_text(record.body_html), "")
    record.direction = direction_of(record.language)
    if not record.body_html:
        record.note("no-body", "The item has no text. It came in as a draft; write or ask for one.")
    if not record.credits:
        record.note("no-byline", "The text names no author; add one.")
    return record


def drop_written_tags(record):
    """A wire's system sometimes writes markup as words: it is taken out, kept and told. (An article about HTML, which
    means such words, comes from elsewhere.)
    """
    html = record.body_html
    for written, dash in _DASHES.items():
        html = html.replace(written, dash)
    found = _WRITTEN.findall(html)
    if found:
        record.remove("markup-in-text", unescape(" ".join(found)))
        tags = counted(
            len(found), "{} tag stood in the text as words and was", "{} tags stood in the text as words and were"
        )
        record.note("markup-in-text", f"{tags} taken out; look at it.")
    if html != record.body_html or found:
        record.body_html = "".join(
            part if part.startswith("<figure") else markup.sanitise(part) for part in _parts(_WRITTEN.sub("", html))
        )


def _parts(html):
    """The body cut at its figures, whose places for incoming pictures no sanitiser lets through."""
    return re.split(r"(?=<figure)|(?<=</figure>)(?!<figcaption|</figure>)", html)


def _dateline(record):
    """What the first paragraph opens with says more than the place in a field; that is kept beside it."""
    first = prose.plain_text(record.body_html).partition("\n\n")[0]
    field, record.dateline = record.dateline, ""
    read_dateline(Story([], record), first)
    if field and record.dateline and skeleton(field) != skeleton(record.dateline):
        record.extra["located"] = field
    record.dateline = record.dateline or field


def _one_headline(record):
    same, cut = skeleton(record.headline), 0
    while same and (first := _FIRST.match(record.body_html, cut)):
        words = bodies.plain(first[2])
        if skeleton(words) != same:
            break
        record.remove("headline-repeated", words)
        cut = first.end()
    record.body_html = record.body_html[cut:].lstrip() if cut else record.body_html


def _headline_that_fits(record):
    if len(record.headline) > _LONGEST_HEADLINE:
        record.note("headline-long", "The headline was cut to fit; all of it is in the note to editors.")
        record.keep_for_editors(f"Headline: {record.headline}")
        record.headline = record.headline[:_LONGEST_HEADLINE].rsplit(" ", 1)[0]
    if not record.headline:
        record.headline = "No headline"
        record.note("headline-missing", "The item has no headline. Write one.")
