"""Shapes made to hold the parser up: the time may grow with the text, not with its square.

Four times the text costs a linear reader four times as much and a quadratic one sixteen times: the bound lies between
with room for a busy machine. How fast a reader is belongs in the benchmarks.
"""

import time

import pytest

from articles.importers.plaintext import parse

SHAPES = {
    "words": "word ",
    "blanks": "          ",
    "bullets": "- a\n",
    "numbers": "1. a\n",
    "angles": "> a\n",
    "pipes": "| a | b |\n",
    "tabs": "a\tb\n",
    "columns": "aa  bb  cc\n",
    "paragraphs": "a\n\n",
    "addresses": "http://a) ",
    "tags": "<b>",
    "bylines": "By A B\n",
    "dates": "1/1/2020 ",
    "marks": "a\u0301\u0323",
    "controls": "a\x03" + "b" * 60,
    "short lines": "ab\n",
    "repeats": "Headline\n",
    "ends": "***\n\n",
    "capitals": "AB ",
    "mojibake": "Ã",
}


def seconds(shape, size):
    data = ("Headline\n\n" + shape * (size // len(shape)) + " x").encode()
    started = time.process_time()
    parse(data)
    return time.process_time() - started


@pytest.mark.parametrize("shape", SHAPES)
def test_time_grows_with_the_text_not_with_its_square(shape):
    seconds(SHAPES[shape], 1 << 12)

    once, four_times = (seconds(SHAPES[shape], size) for size in (1 << 15, 1 << 17))

    assert four_times < 10 * once + 0.5
