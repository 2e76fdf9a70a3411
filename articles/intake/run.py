"""One import from beginning to end: batches of inputs, each read, judged and written in one short transaction.

A batch is small, so that an editor who saves meanwhile waits a moment at most, and a crash loses only a batch that
the next run brings in. A dry run is the same code with every batch rolled back.
"""

from collections import Counter
from contextlib import closing
from dataclasses import dataclass, field
from time import perf_counter

from django.db import transaction

from articles import files
from articles.importers.record import Pubstatus
from articles.models.delivery import Outcome
from articles.text.findings import Level

from . import delivering, identity, late, letting_out, media, rehearsing, rules
from .batching import Pace, batches
from .desk import Desk
from .fetched import Fetched, Stopped
from .gathering import refuse_missing
from .judging import judge, still_open, waiting
from .options import Options
from .readers import Readers
from .writing import write


@dataclass
class Report:
    """What an import did. `items` is filled only when asked for, so that memory stays flat. `fetched` pictures came
    from the web, or would in a dry run; `not_fetched` did not.
    """

    inputs: int = 0  # files that were found; one of many stories may hold none
    counts: Counter = field(default_factory=Counter)
    warnings: int = 0
    published: int = 0
    held: int = 0
    fetched: int = 0
    not_fetched: int = 0
    items: list = field(default_factory=list)
    stopped: bool = False

    def hear(self, items, *, keep):
        self.counts.update(str(item.outcome) for item in items)
        self.warnings += sum(any(f.level != Level.HINT for f in item.findings) for item in items)
        self.published += sum(item.published for item in items)
        self.held += sum(any(f.code == "not-published" for f in item.findings) for item in items)
        if keep:
            self.items += items

    def add(self, other):
        """Count what another run did, too; its items are not kept."""
        self.counts.update(other.counts)
        for name in ("inputs", "warnings", "published", "held", "fetched", "not_fetched"):
            setattr(self, name, getattr(self, name) + getattr(other, name))


def run(paths, options=None, *, keep_items=False, heard=None, stop=None, ready=None, web=None):
    """Import `paths` and return a Report. `heard(item)` is called for each item, `stop()` asked between batches and
    pictures; with `ready(path)` only the files it says yes to are read. `web` asks for pictures, a `fetching.Web`.

    Raises Refused before anything is written when a path or the section is not there.
    """
    refuse_missing(paths)
    options, report = options or Options(), Report()
    known = identity.Known(is_rehearsal=options.dry_run)
    if not options.dry_run:
        files.clear_up()
    log, fetched = delivering.Log(options), Fetched(options, web, stop)
    with closing(Readers(options.jobs)) as readers:
        desk, pace = _desk(options, log, fetched, readers), Pace(options, log)
        for items in _brought(batches(paths, options, ready, pace, report), known, desk, pace):
            report.hear(items, keep=keep_items)
            for item in items if heard else ():
                heard(item)
            report.stopped = bool(stop and stop())
            if report.stopped:
                break
        report.stopped = report.stopped or fetched.stopped
    log.finish()
    report.fetched, report.not_fetched = fetched.count, len(fetched.failed)
    return report


def _brought(portions, known, desk, pace):
    """The items of each batch once it is written; no more after one that was stopped while it fetched."""
    for batch in portions:
        try:
            desk, turn = _bring(batch, known, desk, pace), waiting(batch)
            while turn:
                desk, turn = _bring(turn, known, desk, pace), waiting(turn)
        except Stopped:
            return
        yield [parsed.item for parsed in batch]


def _desk(options, log, fetched, readers):
    """Look up, or make, what the options name. In a dry run this is rolled back with everything else."""
    with transaction.atomic():
        desk = Desk(options, log, fetched, readers)
        transaction.set_rollback(options.dry_run)
    return desk


def _bring(batch, known, desk, pace):
    """Judge a batch and write it. Unchanged inputs cost one query together and no write."""
    log, arrived = desk.log, _made_ready(batch, known, desk)
    log.count([parsed.item for parsed in batch if parsed.item.outcome])
    settled = delivering.worth_keeping([parsed.item for parsed in batch if parsed.item.outcome])
    if not arrived and not settled:
        return desk
    with transaction.atomic(), files.held_back(when=desk.options.dry_run):
        began = perf_counter()  # whoever wrote before has been waited for
        if desk.options.dry_run:
            log.forget()
            desk = Desk(desk.options, log, desk.fetched, desk.readers)
        write(arrived, known, desk)
        log.count([parsed.item for parsed in arrived])
        log.keep(sorted([*settled, *(p.item for p in arrived)], key=lambda item: item.number))
        transaction.set_rollback(desk.options.dry_run)
    pace.note(arrived, perf_counter() - began)
    if desk.options.dry_run:
        rehearsing.remember(arrived, known)
        _forget(arrived, known, log)
    return desk


def _made_ready(batch, known, desk):
    """What is left to be written, with its pictures, by the rules of its source, read by the copy desk."""
    arrived = judge(batch, known, desk)
    for parsed in arrived:
        _bring_pictures(parsed, known.record_of(parsed.item), desk)
        if source := desk.log.known_source(parsed.item.source):
            rules.apply(parsed, source)
    if desk.fetched.has_waited():  # for the web: somebody may have worked on these stories meanwhile
        arrived = judge(arrived, known, desk)
    late.settle(arrived, known)
    arrived = still_open(arrived)
    desk.subjects.name(arrived)
    for parsed in arrived:
        desk.read(parsed, known.record_of(parsed.item))
    if not desk.options.dry_run:
        letting_out.draw(arrived, known, desk)
    return arrived


def _bring_pictures(parsed, row, desk):
    """With those on the web, but for a text that will not be written; for a late one, those that it still awaits."""
    asks = row.awaited if parsed.late else None
    if parsed.record.pubstatus == Pubstatus.CANCELED or (not parsed.late and identity.is_older(parsed, row)):
        asks = ()
    media.bring(parsed, desk.options, desk.fetched, asks=asks)


def _forget(arrived, known, log):
    """A rolled-back batch left no article and no delivery."""
    log.forget()
    for parsed in arrived:
        if parsed.item.outcome == Outcome.CREATED or identity.is_rehearsed(known.record_of(parsed.item)):
            parsed.item.article = None
