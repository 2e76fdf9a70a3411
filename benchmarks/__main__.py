"""`python -m benchmarks [--stories N] [--seconds S] [--only import|pages]`: print what a newsroom can do here."""

import argparse
import tempfile
from pathlib import Path

from . import importing, pages
from .newsroom import Newsroom


def main():
    parser = argparse.ArgumentParser(prog="python -m benchmarks")
    parser.add_argument("--stories", type=int, default=1000, help="stories to import and to publish")
    parser.add_argument("--seconds", type=float, default=2.0, help="seconds for each measurement of a page")
    parser.add_argument("--only", choices=["import", "pages"])
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="newsroom-bench-") as folder:
        newsroom = Newsroom(Path(folder))
        newsroom.manage("migrate", "-v0")
        if options.only != "pages":
            _import(newsroom, options)
        if options.only != "import":
            _pages(newsroom, options)


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


if __name__ == "__main__":
    main()
