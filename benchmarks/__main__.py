"""`python -m benchmarks [--stories N] [--seconds S] [--only PART]`: print what a newsroom can do here."""

import argparse
import tempfile
from pathlib import Path

from . import endless, formats, importing, leaving, likeness, pages, searching
from .newsroom import Newsroom

INSIDE = {  # what runs inside a newsroom of either database, and what shows it
    "search": ("benchmarks.search_asking", searching.show),
    "likeness": ("benchmarks.likeness_asking", likeness.show),
}


def main():
    parser = argparse.ArgumentParser(prog="python -m benchmarks")
    parser.add_argument("--stories", type=int, default=1000, help="stories to import and to publish")
    parser.add_argument("--seconds", type=float, default=2.0, help="seconds for each measurement of a page")
    parser.add_argument("--wxr-megabytes", type=float, default=20, help="size of a WordPress export to bring in")
    parser.add_argument("--only", choices=[*PARTS, *INSIDE])
    options = parser.parse_args()
    if options.only in INSIDE:
        _inside(options)
        return
    with tempfile.TemporaryDirectory(prefix="newsroom-bench-") as folder:
        newsroom = Newsroom(Path(folder))
        newsroom.manage("migrate", "-v0")
        for name, part in PARTS.items():
            if options.only in (None, name):
                part(newsroom, options)


def _inside(options):
    asking, show = INSIDE[options.only]
    for database, told in searching.measure(options.stories, asking):
        print(show(database, told))


def _formats(newsroom, options):
    many = max(1, options.stories // 4)
    print(f"Import of {many} generated stories in each format, each into a newsroom of its own; seconds of work")
    formats.show(formats.measure(newsroom, many))


def _endless(newsroom, options):
    print(f"A WordPress export of {options.wxr_megabytes:g} MB, and one of a quarter: memory is to stay what it is")
    endless.show(endless.measure(newsroom, options.wxr_megabytes))


def _import(newsroom, options):
    print(f"Import of {options.stories} generated stories, about 600 words each")
    for what, figure in importing.measure(newsroom, options.stories):
        print(f"  {figure:>8}  {what}")


def _pages(newsroom, options):
    pages.fill(newsroom, options.stories)
    newsroom.manage("collectstatic", "--noinput", "-v0")
    print(f"Pages over gunicorn, {options.stories} published stories, 16 connections, against a constant response")
    with newsroom.serving() as base:
        print(pages.show(pages.measure(base, options.seconds)))


def _leaving(newsroom, options):
    print(f"Leaving with {options.stories} stories of twenty years, and coming back into an empty newsroom", flush=True)
    for what, figure in leaving.measure(newsroom.folder, options.stories):
        print(f"  {figure:>10}  {what}", flush=True)


PARTS = {"formats": _formats, "endless": _endless, "import": _import, "pages": _pages, "leaving": _leaving}

if __name__ == "__main__":
    main()
