"""Proves that no word of a document was lost on the way, and keeps those that were."""

from collections import Counter

from articles.text import cleaning, prose
from articles.text.composing import nfc
from articles.text.counted import counted

from .beside import text_of


def check_words(record, package):
    """Compare the words of the raw text (`w:t`) with those of the record; a paragraph that lost one is kept apart."""
    paragraphs = [text_of(one) for tree in package.words() for one in tree.iter("{*}p") if not _holds_another(one)]
    missing = Counter(_words(" ".join(paragraphs)))
    missing.subtract(_words(" ".join(_kept(record))))
    missing = {word: count for word, count in missing.items() if count > 0}
    if not missing:
        return
    lost = [text for text in paragraphs if any(word in missing for word in _words(text))]
    for text in lost:
        record.remove("not-converted", text)
    words = counted(sum(missing.values()), "{} word", "{} words")
    message = f"{words} of the document may not be in the text; compare it with the original."
    record.note("words-missing", message, excerpt=" ".join(list(missing)[:12]))


def _holds_another(paragraph):
    """A text box is a paragraph in a paragraph: only the inner one is read."""
    return any(inner is not paragraph for inner in paragraph.iter("{*}p"))


def _words(text):
    signs = (sign if sign.isalnum() else " " for sign in nfc(cleaning.clean(text).text).casefold())
    return "".join(signs).split()


def _kept(record):
    yield from (record.headline, record.standfirst, record.byline, record.dateline, record.ednote)
    yield prose.plain_text(record.body_html)
    yield from (removed.text for removed in record.removed)
    yield from (picture.caption for picture in record.pictures)
