"""One export from beginning to end, of one moment of the newsroom, into a folder or a zip file."""

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.db.migrations.recorder import MigrationRecorder
from django.utils import timezone

from articles import pictures
from articles.models import Article

from . import site, tables, wordpress
from .options import WHOLE, Options
from .packing import pack
from .rows import exported
from .scope import Selected, Whole
from .selection import stories
from .sink import Folder
from .snapshot import snapshot
from .standing import claimed
from .states import states
from .stories import FILES


@dataclass
class Report:
    """What an export wrote: files in it, of them newly `written`, the counts of its tables or kinds, the stories in it
    and how many were `left_out`, since the format has no place for them.
    """

    files: int = 0
    written: int = 0
    stories: int = 0
    left_out: int = 0
    counts: dict = field(default_factory=dict)
    path: str = ""


def run(path, options=None, *, heard=lambda: None):
    """Write an export to `path`, a folder or a file that ends in .zip. `heard()` is called for every thing written.

    Raises Refused where `path` cannot be used, for what stands there or who is writing there, or where there is nothing
    of what is selected. What was written stays for the next run of the same command.
    """
    options, path = options or Options(), Path(path)
    articles, report = stories(options), Report(path=str(path))
    with claimed(path, options) as folder:
        sink = Folder(folder, _asked(options))
        if options.format == WHOLE:
            _cut_missing_sizes(articles)
        with snapshot():
            _write(sink, articles, options, report, heard)
        if folder != path:
            pack(folder, path)
    report.files, report.written = sink.count, sink.written
    return report


def _write(sink, articles, options, report, heard):
    at = options.at or timezone.now()
    if options.format == "site":
        report.counts = site.write(sink, at=at, heard=heard)
    elif options.format == "wxr":
        told = (state for state in _heard(states(articles, at), heard) if _counted(wordpress.takes(state), report))
        sink.write_lines(wordpress.NAME, wordpress.lines(told))
    else:
        for state in _heard(states(articles, at), heard):
            files = dict(FILES[options.format](state))
            _counted(bool(files), report)
            for name, data in files.items():
                sink.write(f"stories/{name}", data)
    if options.format == WHOLE:
        report.counts = tables.write(sink, Selected(articles) if options.selects else Whole(), heard=heard)
    sink.finish(_manifest(report, at))


def _heard(found, heard):
    for state in found:
        heard()
        yield state


def _counted(taken, report):
    """Count a story as one that is in the export or one that is not, and say which."""
    report.stories += taken
    report.left_out += not taken
    return taken


def _cut_missing_sizes(articles):
    """Before the snapshot, in which nothing is written: a proof of a desk copy shows its picture in every size."""
    for article in articles.filter(editions=None).exclude(lead=None).select_related("lead").iterator():
        pictures.make_renditions(article.lead)


def _asked(options):
    """What is known before the first file is written: of what this is an export, and of which paper."""
    paper = {name: getattr(settings, name) for name in ("SITE_URL", "SITE_NAME", "LANGUAGE_CODE", "TIME_ZONE")}
    return {"form": options.format, "selection": options.as_dict(), "paper": paper}


def _manifest(report, at: datetime):
    newest = MigrationRecorder.Migration.objects.filter(app="articles").order_by("-name").first()
    return {
        "made_at": at.isoformat(),
        "schema": newest.name if newest else "",
        "stories": report.stories,
        "left_out": report.left_out,
        "counts": report.counts,
    }


def count(options):
    """How many things there will be to write about, for a progress bar; None where only the work tells."""
    if options.format == "site":
        return None
    rows = sum(model._base_manager.count() for model in exported()) if options.format == WHOLE else 0
    return Article.objects.count() + rows
