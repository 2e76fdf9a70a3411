"""Take everything out, or a part: for an archive, a partner, another system, another newsroom."""

from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from articles import exporting
from articles.exporting.run import count
from articles.management import interrupts
from articles.management.progress import progress
from articles.text import clock
from articles.text.counted import counted

FORMS = "what is written: ninjs holds all and can be restored; the others are for partners and other systems"

UNREAD, KILLED = "that readers do not have, such as drafts", "that was killed"
NOT_TAKEN = {"newsml-g2": UNREAD, "nitf": UNREAD, "markdown": KILLED, "wxr": KILLED}


class Command(BaseCommand):
    help = "Write the newsroom, or selected stories, to a folder or a .zip file. Nothing in the newsroom changes."

    def add_arguments(self, parser):
        parser.add_argument("path", metavar="PATH", help="an empty or new folder, or a file that ends in .zip")
        parser.add_argument("--format", choices=exporting.FORMATS, default="ninjs", help=FORMS)
        parser.add_argument("--section", action="append", default=[], help="only stories of this section (its slug)")
        parser.add_argument("--tag", action="append", default=[], help="only stories with this tag; may be repeated")
        parser.add_argument("--source", action="append", default=[], help="only stories that came from this source")
        parser.add_argument("--since", metavar="DAY-OR-TIME", help="only stories that first appeared then or later")
        parser.add_argument("--at", metavar="ISO-TIME", help="with --format site: the paper as of that moment")
        parser.add_argument("--before", metavar="DAY-OR-TIME", help="only stories that first appeared earlier")

    def handle(self, *args, **options):
        asked = _options(options)
        with interrupts.told(self.stderr, lambda: _stopped(options["path"])):
            report = self._run(asked, options)
        self.stdout.write(_told(report, asked.format))

    def _run(self, asked, options):
        shown = progress(self.stderr, count(asked) if not asked.selects else None)
        try:
            return exporting.run(options["path"], asked, heard=shown.step)
        except exporting.Refused as refusal:
            raise CommandError(str(refusal), returncode=2) from refusal
        except OSError as error:
            where = error.filename or options["path"]
            message = f"{where}: {error.strerror}. What is written stays: mend that, then run the same command again."
            raise CommandError(message) from error
        finally:
            shown.close()


def _stopped(path):
    if not exporting.is_unfinished(Path(path)):
        return f"Stopped. Run the same command again for {path}."
    earlier = f" Until then {path} is the earlier export." if Path(path).is_file() else ""
    return f"Stopped: {path} is unfinished. Run the same command again, and it goes on from here.{earlier}"


def _told(report, form):
    pages = counted(report.counts.get("pages", 0), "{} page", "{} pages")
    many = pages if form == "site" else _stories(report.stories)
    there = report.files - report.written
    new = f", {'all' if there == report.files else there} of them there already" * bool(there)
    return f"{report.path}: {many} in {counted(report.files, '{} file', '{} files')}{new}.{_missing(report, form)}"


def _missing(report, form):
    if report.left_out:
        taken = counted(report.left_out, "{} story is not in it", "{} stories are not in it")
        return f" {taken}: {form} takes none {NOT_TAKEN[form]}; --format ninjs takes all."
    if lost := report.counts.get("missing") if form == "site" else 0:
        return counted(
            lost, " {} link of the site leads nowhere: see above.", " {} links of the site lead nowhere: see above."
        )
    return ""


def _stories(number):
    return counted(number, "{} story", "{} stories")


def _options(options):
    if Path(options["path"]).suffix not in ("", ".zip") and not Path(options["path"]).is_dir():
        raise CommandError(f"{options['path']}: name a folder, or a file that ends in .zip.", returncode=2)
    asked = exporting.Options(
        format=options["format"],
        sections=tuple(options["section"]),
        tags=tuple(options["tag"]),
        sources=tuple(options["source"]),
        since=_moment(options, "since", clock.parse_beginning),
        before=_moment(options, "before", clock.parse_beginning),
        at=_moment(options, "at", clock.parse_moment),
    )
    if asked.format == "site" and asked.selects:
        raise CommandError("--format site is of the whole site: leave out what selects stories.", returncode=2)
    if asked.at and asked.format != "site":
        raise CommandError("--at is for --format site: stories are exported as they are.", returncode=2)
    return asked


def _moment(options, name, parse) -> datetime | None:
    try:
        return parse(options[name], ZoneInfo(settings.TIME_ZONE)) if options[name] else None
    except ValueError as error:
        day = " A day alone, as in 2026-11-24, is its beginning." * (parse is clock.parse_beginning)
        raise CommandError(f"--{name}: {error}{day}", returncode=2) from None
