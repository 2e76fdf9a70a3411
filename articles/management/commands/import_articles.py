"""Bring text in: files, folders or standard input become drafts on the desk."""

import json
import os
import sys
from contextlib import contextmanager
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from articles import intake, returning
from articles.importers import formats
from articles.intake.gathering import count
from articles.management import interrupts, own_exports, piped
from articles.management.import_options import declare, options_of, refuse_wrong_usage
from articles.management.progress import progress
from articles.text.counted import counted

ORDER = ("created", "updated", "unchanged", "moved", "skipped", "conflict", "canceled", "failed")
GIVES_WAY = 5  # a quarter of a processor that is wanted by both, all of one that is free


class Command(BaseCommand):
    help = "Import articles of any known format: files, folders, standard input (-). They are drafts without --publish."

    def add_arguments(self, parser):
        declare(parser)

    def run_from_argv(self, argv):
        """Typed on a command line, it lets the newsroom's pages go before where both want the processor."""
        os.nice(GIVES_WAY)
        super().run_from_argv(argv)

    def handle(self, *args, **options):
        refuse_wrong_usage(options)
        with self._exports(options) as exports:
            if exports:
                self._take_export(*exports[0], options)
            else:
                self._import(options)

    @contextmanager
    def _exports(self, options):
        """(path, what it is called) of each export of ours among the paths."""
        named = [(path, path) for path in options["paths"] if path != "-" and returning.is_export(path)]
        if "-" not in options["paths"]:
            yield named
            return
        with piped.export(self.stderr, largest=options["archive_megabytes"] * formats.MEGABYTE) as came:
            yield named + [(came, piped.NAMED)] * bool(came)

    def _take_export(self, path, called, options):
        """Whole into an empty newsroom, or its stories alone beside others."""
        if len(options["paths"]) > 1:
            raise CommandError(f"{called} is an export: name it by itself.", returncode=2)
        if options["merge"]:
            own_exports.merge(path, options, self.stderr, self._import, called=called)
        else:
            own_exports.restore(path, options, self.stdout, self.stderr, called=called)

    def _import(self, options):
        endless = "-" in options["paths"] or options["follow"]
        shown = progress(self.stderr, None if endless else count(options["paths"], options["limit"]))
        with interrupts.heard() as stopping:
            report = self._run(options, shown, stopping)
        shown.close()
        if options["report"]:
            self._write(report, options)
        self._say(report, options)
        sys.exit(0 if options["follow"] else _exit_code(report, strict=options["strict"]))

    def _run(self, options, shown, stopping):
        def heard(item):
            shown.step()
            for line in _lines(item, verbosity=options["verbosity"]):
                shown.line(line)

        try:
            if options["follow"]:
                every = options["follow"]
                return intake.follow(options["paths"], options_of(options), every=every, heard=heard, stop=stopping)
            return intake.run(
                options["paths"],
                options_of(options),
                keep_items=bool(options["report"]),
                heard=heard,
                stop=stopping,
            )
        except intake.Refused as refusal:
            raise CommandError(str(refusal), returncode=2) from refusal

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
        stream.write(f"{prefix}{counts or ('0 items' if report.inputs else 'no files found')}.")
        if options["fetch_media"]:
            stream.write(_fetched(report, dry=options["dry_run"]))
        if options["publish"] or report.published or report.held:
            would = "would be " if options["dry_run"] else ""
            stream.write(f"{report.published} {would}published, {report.held} kept as drafts.")


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
        elif finding.code == "picture-not-fetched":
            yield f"picture: {path}{_number(item.within)}: “{item.headline}”: {finding.message}"
    if verbosity >= 2:
        yield from (f"  {finding.level}: {finding.message}" for finding in item.findings)


def _fetched(report, *, dry):
    pictures = counted(report.fetched, "{} picture", "{} pictures")
    if dry:
        return f"{pictures} would be fetched."
    return f"{pictures} fetched, {report.not_fetched} not to be had."


def _place(error):
    """Where in its file an error is: `#12` for the twelfth item, `:40:7` for line and column."""
    line = f":{error['line']}" if error["line"] else ""
    return _number(error["item"]) + line + (f":{error['column']}" if line and error["column"] else "")


def _number(item):
    return f"#{item}" if item else ""


def _exit_code(report, *, strict):
    """0 all fine, 1 some failed or conflict (with --strict: or warnings), 2 nothing could be read, 130 stopped."""
    if report.stopped:
        return 130
    bad = report.counts["failed"] + report.counts["conflict"]
    if report.counts["failed"] == report.counts.total() and (report.counts.total() or not report.inputs):
        return 2
    return 1 if bad or (strict and report.warnings) else 0
