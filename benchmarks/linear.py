"""How the time of each parser grows with the length of its input, for shapes that make parsers slow.

    python -m benchmarks.linear [--only FORMAT…] [--shapes WORD…] [--longest N]

Prints for each format and shape the exponent of time over length (1.0 is linear), fitted over the five longest lengths
that took long enough to be measured, and the seconds of work at the longest. Ends with 1 if one is above LIMIT after
three runs. The bound on a body's length is lifted meanwhile, so that the parser is measured and not its refusal, and
Python's collector rests: at some length it begins to look through all that Django holds, which is a step, not a slope.
"""

import argparse
import gc
import io
import math
import os
import sys
import time
from functools import partial

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "benchmarks.settings")
django.setup()

from articles.importers import formats  # noqa: E402
from articles.importers.formats import Asked  # noqa: E402
from articles.importers.record import Record, Unreadable  # noqa: E402
from articles.importers.tidying import tidy  # noqa: E402
from articles.text import markup, prose  # noqa: E402
from articles.text.fingerprint import fingerprint  # noqa: E402

from .own_shapes import OWN  # noqa: E402
from .shapes import SHAPES, WRAPPED  # noqa: E402

SHORTEST, LONGEST, LIMIT = 10_000, 1_280_000, 1.2
PATIENCE = 15.0  # seconds of work, after which a shape is measured no further
MEASURABLE = 0.005
FITTED = 5  # lengths: a short input shows what it costs to begin
RUNS = 3
NAMED = {"atom": "feed"}  # what is one format to the importer


def main():
    parser = argparse.ArgumentParser(prog="python -m benchmarks.linear")
    parser.add_argument("--only", nargs="+", choices=sorted(WRAPPED), default=list(WRAPPED))
    parser.add_argument("--shapes", nargs="+", default=[], help="only shapes whose name has one of these words in it")
    parser.add_argument("--longest", type=int, default=LONGEST)
    options = parser.parse_args()
    markup.LONGEST = 1 << 40
    told = [each for name in options.only for each in _format(name, options.shapes, options.longest)]
    steep = [f"{where} ({exponent:.2f})" for where, exponent in told if exponent and exponent > LIMIT]
    print(f"{len(told)} shapes; steeper than {LIMIT}: {', '.join(steep) or 'none'}")
    sys.exit(bool(steep))


def _format(name, words, longest):
    """Measure the shapes of a format; (where, exponent) of each, None where nothing took long enough."""
    made = {shape: partial(_wrapped, name, piece) for shape, piece in SHAPES.items()}
    made |= {f"own {shape}": partial(_own, *parts) for shape, parts in OWN.get(name, {}).items()}
    chosen = [shape for shape in made if not words or any(word in shape for word in words)]
    told = [(f"{name}: {shape}", _show(f"{name}: {shape}", name, made[shape], longest)) for shape in chosen]
    worst = max((exponent for _, exponent in told if exponent), default=0)
    print(f"{name}: the worst exponent of {len(told)} shapes is {worst:.2f}", flush=True)
    return told


def _show(where, name, make, longest):
    """Measure and print one line; what is too steep is measured again, since other work on the machine may be why."""
    best = {}
    for _ in range(RUNS):
        for length, took in _measure(name, make, longest):
            best[length] = min(took, best.get(length, took))
        exponent = _fitted([(length, took) for length, took in best.items() if took >= MEASURABLE][-FITTED:])
        if exponent is None or exponent <= LIMIT:
            break
    length, took = max(best.items())
    told = "   -" if exponent is None else f"{exponent:4.2f}"
    print(f"{told}  {took:7.3f} s at {length:>9,}  {where}", flush=True)
    return exponent


def _measure(name, make, longest):
    """Yield (length, seconds of work), the best of a few runs, for lengths that double."""
    length, took = SHORTEST, 0
    while length <= longest and took < PATIENCE:
        data, body = make(length)
        took = min(_work(name, data, body) for _ in range(RUNS if took < 0.5 else 1))
        yield length, took
        length *= 2


def _work(name, data, body):
    """Seconds of work to read all items, as far as an import goes before it asks the database."""
    asked = Asked("story", beside=(lambda _: body) if name == "substack" else formats.nothing_beside)
    gc.collect()
    gc.disable()
    began = time.process_time()
    try:
        for found in formats.known()[NAMED.get(name, name)].read(io.BytesIO(data), asked):
            if isinstance(found, Record):
                record = tidy(found)
                fingerprint(record.headline, prose.plain_text(record.body_html))
    except Unreadable:
        pass
    finally:
        gc.enable()
    return time.process_time() - began


def _wrapped(name, piece, length):
    """(the file, what lies beside it) with a body of this length."""
    text = (piece * (length // len(piece) + 1))[:length]
    data = WRAPPED[name](text)
    return data if isinstance(data, bytes) else data.encode(), text.encode()


def _own(head, piece, foot, length):
    counted, many = "%d" in piece, length // len(piece) + 1
    pieces = (piece.replace("%d", str(number)) for number in range(many)) if counted else (piece for _ in range(many))
    return f"{head}{''.join(pieces)}{foot}".encode(), b""


def _fitted(points):
    """The slope of a line through the logarithms, by least squares; None of fewer than three points."""
    if len(points) < 3:
        return None
    logs = [(math.log(length), math.log(took)) for length, took in points]
    mean_x, mean_y = (sum(values) / len(logs) for values in zip(*logs, strict=True))
    over = sum((x - mean_x) * (y - mean_y) for x, y in logs)
    return over / sum((x - mean_x) ** 2 for x, _ in logs)


if __name__ == "__main__":
    main()
