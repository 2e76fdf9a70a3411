"""The options of an import: what may be typed, what is refused before anything is done, what intake is told."""

import os
import re
import zoneinfo
from pathlib import Path

from django.core.management.base import CommandError
from django.utils.text import slugify

from articles import intake
from articles.importers import formats
from articles.text.languages import LANGUAGE_TAG

ON_CONFLICT = "newer text for an edited story: waits beside it (pending, the default), is let go, or replaces it"
FETCH = "ask the web for pictures that the delivery has not got; only public hosts, and only what is a picture"
JOBS = "read in so many processes at once; worth it for thousands of Word documents, about 150 MB each; default: 1"
LIMIT = "stop after so many items of what comes in, whatever becomes of them: new, unchanged, skipped or failed"
FOLLOW = "go on looking for new files in the folder every so many seconds, until Ctrl-C or SIGTERM; default: 5"


def declare(parser):
    parser.add_argument("paths", nargs="+", metavar="PATH", help="a file, a folder, or - for standard input")
    parser.add_argument("--merge", action="store_true", help="take an export's stories in beside those that are here")
    parser.add_argument("--dry-run", action="store_true", help="do everything and roll it back: no row, no file")
    parser.add_argument("--source", default="", help="the name these texts are known under; default: the folder")
    parser.add_argument("--section", default="", help="the slug of the section for new stories")
    parser.add_argument("--tag", action="append", default=[], help="a tag for every new story; may be repeated")
    parser.add_argument("--format", choices=["auto", *formats.known()], default="auto", help="default: found out")
    parser.add_argument("--encoding", help="the encoding of the files, if it is known; default: found out")
    parser.add_argument("--timezone", help="for times without a zone, such as Europe/London")
    parser.add_argument("--language", help="the language of the texts, such as fr; default: found out")
    parser.add_argument("--publish", action="store_true", help="publish what has no error")
    choices = [str(choice) for choice in intake.OnConflict]
    parser.add_argument("--on-conflict", choices=choices, default="pending", help=ON_CONFLICT)
    parser.add_argument("--limit", type=int, help=LIMIT)
    parser.add_argument("--archive-megabytes", type=int, default=200, help="what an archive may unpack to")
    parser.add_argument("--archive-files", type=int, default=5000, help="how many files an archive may hold")
    parser.add_argument("--jobs", type=int, default=1, help=JOBS)
    parser.add_argument("--fetch-media", action="store_true", help=FETCH)
    parser.add_argument("--report", metavar="FILE", help="write a JSON report; - for standard output")
    parser.add_argument("--strict", action="store_true", help="exit with 1 if any item has a warning, too")
    parser.add_argument("--follow", type=float, nargs="?", const=5.0, metavar="SECONDS", help=FOLLOW)


def refuse_wrong_usage(options):
    if options["limit"] is not None and options["limit"] < 1:
        raise CommandError("--limit takes a whole number from 1.", returncode=2)
    if not 1 <= options["jobs"] <= intake.MOST_JOBS:
        raise CommandError(f"--jobs takes a whole number from 1 to {intake.MOST_JOBS}.", returncode=2)
    if options["timezone"] and options["timezone"] not in zoneinfo.available_timezones():
        raise CommandError(f"--timezone {options['timezone']} is not known. Use one like Europe/London.", returncode=2)
    if options["source"] and options["source"] != slugify(options["source"]):
        raise CommandError(f"--source takes a slug, such as {slugify(options['source']) or 'wire'}.", returncode=2)
    if options["language"] and not re.match(LANGUAGE_TAG, options["language"]):
        raise CommandError(f"--language {options['language']} is no language tag. Use one like fr.", returncode=2)
    _refuse_to_follow(options)
    report = options["report"]
    if report and report != "-":
        _refuse_unwritable(Path(report).resolve())


def _refuse_to_follow(options):
    if options["follow"] is None:
        return
    if options["follow"] <= 0:
        raise CommandError("--follow takes a number of seconds above 0.", returncode=2)
    if other := next((name for name in ("report", "limit", "dry_run") if options[name]), None):
        raise CommandError(f"--follow never ends, so --{other.replace('_', '-')} says nothing with it.", returncode=2)
    if not all(path != "-" and Path(path).is_dir() for path in options["paths"]):
        raise CommandError("--follow takes folders. Make the folder first, or leave --follow out.", returncode=2)


def _refuse_unwritable(path):
    """Before the import rather than after it: a report that cannot be kept is known too late otherwise."""
    if path.is_dir():
        raise CommandError(f"--report {path} is a folder. Name a file in it, such as report.json.", returncode=2)
    if not path.parent.is_dir():
        raise CommandError(f"--report {path}: that folder is not there. Make it first.", returncode=2)
    if not os.access(path if path.exists() else path.parent, os.W_OK):
        raise CommandError(f"--report {path} cannot be written; check its permissions.", returncode=2)


def options_of(options):
    return intake.Options(
        source=options["source"],
        section=options["section"],
        format="" if options["format"] == "auto" else options["format"],
        tags=tuple(options["tag"]),
        encoding=options["encoding"],
        timezone=options["timezone"],
        language=options["language"],
        publish=options["publish"],
        on_conflict=intake.OnConflict(options["on_conflict"]),
        limit=options["limit"],
        dry_run=options["dry_run"],
        archive_bytes=options["archive_megabytes"] * formats.MEGABYTE,
        archive_files=options["archive_files"],
        jobs=options["jobs"],
        fetch_media=options["fetch_media"],
    )
