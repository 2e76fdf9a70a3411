"""Bring text in: files, folders or standard input become drafts on the desk."""

import json
import os
import re
import signal
import sys
import zoneinfo
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils.text import slugify

from articles import intake, returning
from articles.importers import formats
from articles.intake.gathering import count
from articles.management.progress import progress
from articles.text.languages import LANGUAGE_TAG

ON_CONFLICT = "newer text for an edited story: waits beside it (pending, the default), is let go, or replaces it"
ORDER = ("created", "updated", "unchanged", "moved", "skipped", "conflict", "failed")


class Command(BaseCommand):
    help = "Import articles of any known format: files, folders, standard input (-). They are drafts without --publish."

    def add_arguments(self, parser):
        parser.add_argument("paths", nargs="+", metavar="PATH", help="a file, a folder, or - for standard input")
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
        parser.add_argument("--limit", type=int, help="stop after so many inputs")
        parser.add_argument("--archive-megabytes", type=int, default=200, help="what an archive may unpack to")
        parser.add_argument("--archive-files", type=int, default=5000, help="how many files an archive may hold")
        parser.add_argument("--report", metavar="FILE", help="write a JSON report; - for standard output")
        parser.add_argument("--strict", action="store_true", help="exit with 1 if any item has a warning, too")

    def handle(self, *args, **options):
        _refuse_wrong_usage(options)
        if exports := [path for path in options["paths"] if path != "-" and returning.is_export(path)]:
            self._restore(exports[0], options)
            return
        shown = progress(self.stderr, None if "-" in options["paths"] else count(options["paths"], options["limit"]))
        with stop_on_interrupt() as stopping:
            report = self._run(options, shown, stopping)
        shown.close()
        if options["report"]:
            self._write(report, options)
        self._say(report, options)
        sys.exit(_exit_code(report, strict=options["strict"]))

    def _run(self, options, shown, stopping):
        def heard(item):
            shown.step()
            for line in _lines(item, verbosity=options["verbosity"]):
                shown.line(line)

        try:
            return intake.run(
                options["paths"],
                _options(options),
                keep_items=bool(options["report"]),
                heard=heard,
                stop=stopping,
            )
        except intake.Refused as refusal:
            raise CommandError(str(refusal), returncode=2) from refusal

    def _restore(self, path, options):
        """An export of a newsroom is no text to be read: it is the newsroom."""
        if options["paths"] != [path] or options["dry_run"]:
            raise CommandError(f"{path} is an export: restore it by itself, without --dry-run.", returncode=2)
        shown = progress(self.stderr)
        try:
            restored = returning.restore(path, heard=shown.step)
        except returning.Refused as refusal:
            raise CommandError(str(refusal), returncode=2) from refusal
        finally:
            shown.close()
        self.stdout.write(f"{restored.counts['article']} stories, {restored.counts['edition']} editions are back.")
        for name, value in restored.settings.items():
            if getattr(settings, name) != value:
                self.stdout.write(f"Pages were made with {name}={value}; here it is {getattr(settings, name)}.")
        if restored.accounts:
            self.stdout.write("New accounts have no password yet: set one with manage.py changepassword NAME.")

    def _write(self, report, options):
        data = {
            "format": 1,
            "dry_run": options["dry_run"],
            "counts": {outcome: report.counts[outcome] for outcome in ORDER if report.counts[outcome]},
            "items": [item.as_dict() for item in report.items],
        }
        text = json.dumps(data, ensure_ascii=False, indent=1) + "\n"
        if options["report"] == "-":
            self.stdout.write(text)
        else:
            Path(options["report"]).write_text(text, encoding="utf-8")

    def _say(self, report, options):
        stream = self.stderr if options["report"] == "-" else self.stdout
        counts = ", ".join(f"{report.counts[outcome]} {outcome}" for outcome in ORDER if report.counts[outcome])
        if report.stopped:
            stream.write("Stopped. What is in is whole; run the same command again for the rest.")
        prefix = "Dry run, nothing was written: " if options["dry_run"] else ""
        stream.write(f"{prefix}{counts or 'no files found'}.")
        if options["publish"]:
            stream.write(f"{report.published} published, {report.held} kept as drafts.")


def _refuse_wrong_usage(options):
    if options["limit"] is not None and options["limit"] < 1:
        raise CommandError("--limit takes a whole number from 1.", returncode=2)
    if options["timezone"] and options["timezone"] not in zoneinfo.available_timezones():
        raise CommandError(f"--timezone {options['timezone']} is not known. Use one like Europe/London.", returncode=2)
    if options["source"] and options["source"] != slugify(options["source"]):
        raise CommandError(f"--source takes a slug, such as {slugify(options['source']) or 'wire'}.", returncode=2)
    if options["language"] and not re.match(LANGUAGE_TAG, options["language"]):
        raise CommandError(f"--language {options['language']} is no language tag. Use one like fr.", returncode=2)
    report = options["report"]
    if report and report != "-":
        _refuse_unwritable(Path(report).resolve())


def _refuse_unwritable(path):
    """Before the import rather than after it: a report that cannot be kept is known too late otherwise."""
    if path.is_dir():
        raise CommandError(f"--report {path} is a folder. Name a file in it, such as report.json.", returncode=2)
    if not path.parent.is_dir():
        raise CommandError(f"--report {path}: that folder is not there. Make it first.", returncode=2)
    if not os.access(path if path.exists() else path.parent, os.W_OK):
        raise CommandError(f"--report {path} cannot be written; check its permissions.", returncode=2)


def _options(options):
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
    )


@contextmanager
def stop_on_interrupt():
    """The first Ctrl-C lets the batch at hand finish; a second one stops at once."""
    pressed = []

    def note(signum, frame):
        pressed.append(signum)
        signal.signal(signal.SIGINT, signal.default_int_handler)

    before = signal.signal(signal.SIGINT, note)
    try:
        yield lambda: bool(pressed)
    finally:
        signal.signal(signal.SIGINT, before)


def _lines(item, *, verbosity):
    """What is said of one item: failures and conflicts always, the rest at -v 2."""
    path = "standard input" if item.path == "-" else item.path
    if item.error:
        yield f"{item.outcome}: {path}{_place(item.error)}: {item.error['message']}"
    elif item.outcome == "conflict":
        yield f"conflict: {path}: “{item.headline}” was edited here since; the new text did not replace it."
    elif verbosity >= 2:
        yield f"{item.outcome}: {path}: {item.headline}"
    for finding in item.findings:
        if finding.code == "not-published":
            yield f"kept as a draft: {path}: {finding.message}"
    if verbosity >= 2:
        yield from (f"  {finding.level}: {finding.message}" for finding in item.findings)


def _place(error):
    """Where in its file an error is: `#12` for the twelfth item, `:40:7` for line and column."""
    item = f"#{error['item']}" if error["item"] else ""
    line = f":{error['line']}" if error["line"] else ""
    return item + line + (f":{error['column']}" if line and error["column"] else "")


def _exit_code(report, *, strict):
    """0 all fine, 1 some failed or conflict (with --strict: or warnings), 2 nothing could be read, 130 stopped."""
    if report.stopped:
        return 130
    bad = report.counts["failed"] + report.counts["conflict"]
    if report.counts["failed"] == report.counts.total():
        return 2
    return 1 if bad or (strict and report.warnings) else 0
