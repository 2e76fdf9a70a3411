"""One import from beginning to end: batches of inputs, each read, judged and written in one short transaction.

A batch is small, so that an editor who saves meanwhile waits a moment at most, and a crash loses only a batch that
the next run brings in. A dry run is the same code with every batch rolled back.
"""

from collections import Counter
from dataclasses import dataclass, field
from itertools import islice

from django.db import DatabaseError, transaction

from articles import editing
from articles.importers.record import Pubstatus
from articles.models.delivery import Outcome
from articles.text.findings import Level

from . import addresses, arriving, delivering, identity, late, letting_out, media, rules, withdrawn
from .fetched import Fetched, Stopped
from .gathering import gather, refuse_missing
from .options import OnConflict, Options
from .people import People
from .places import MOST_TAGS, Sections, Topics, section_of
from .reading import fetch, parse

BATCH = 40
SLOW = 5  # stories that one counts for whose pictures are fetched, or that is frozen and its share picture drawn
BYTES = 192 * 1024  # a batch of long stories is shorter: what takes long is reading every word of them


@dataclass
class Report:
    """What an import did. `items` is filled only when asked for, so that memory stays flat. `fetched` pictures came
    from the web, or would in a dry run; `not_fetched` did not.
    """

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
        for name in ("warnings", "published", "held", "fetched", "not_fetched"):
            setattr(self, name, getattr(self, name) + getattr(other, name))


class Desk:
    """What one run remembers between batches: the section and tags asked for, authors, topics, deliveries, pictures."""

    def __init__(self, options, log, fetched):
        self.options, self.log, self.fetched = options, log, fetched
        self.section, self.topics, self.people = section_of(options.section), Topics(options.tags), People()
        self.sections = Sections()

    def draft(self, parsed):
        record = parsed.record
        text = f"{record.headline}\n{record.standfirst}\n{parsed.text}"
        fields = arriving.fields_of(record) | arriving.fields_of_new(parsed)
        filed = self.section or self.sections.named(parsed) or self.log.source(parsed.item.source).section
        fields |= {"section": filed}
        return editing.Draft(fields, self.people.bylines(record.credits), self.topics.of(text, record.tags))


def run(paths, options=None, *, keep_items=False, heard=None, stop=None, ready=None, web=None):
    """Import `paths` and return a Report. `heard(item)` is called for each item, `stop()` asked between batches and
    pictures; with `ready(path)` only the files it says yes to are read. `web` asks for pictures, a `fetching.Web`.

    Raises Refused before anything is written when a path or the section is not there.
    """
    refuse_missing(paths)
    options, report, known = options or Options(), Report(), identity.Known()
    log = delivering.Log(options)
    desk = _desk(options, log, Fetched(options, web, stop))
    for batch in _batches(paths, options, ready, log):
        try:
            desk = _bring(batch, known, desk)
        except Stopped:
            report.stopped = True
            break
        items = [parsed.item for parsed in batch]
        report.hear(items, keep=keep_items)
        for item in items if heard else ():
            heard(item)
        report.stopped = bool(stop and stop())
        if report.stopped:
            break
    log.finish()
    report.fetched, report.not_fetched = desk.fetched.count, len(desk.fetched.failed)
    return report


def _batches(paths, options, ready, log):
    """What comes in, numbered, as much at a time as is written in a moment, at most forty stories; two versions of one
    story are never in one batch.
    """
    coming = (parsed for source in gather(paths, options.source, ready) for parsed in fetch(source, options))
    batch, weight, size, ids = [], 0, 0, set()
    for number, parsed in enumerate(islice(coming, options.limit), 1):
        parsed.item.number = number
        own_id = (parsed.item.source, parsed.item.external_id) if parsed.names_itself else None
        if weight >= BATCH or size > BYTES or own_id in ids:
            yield batch
            batch, weight, size, ids = [], 0, 0, set()
        batch.append(parsed)
        slow = options.fetch_media or options.publish or log.publishes(parsed.item.source)
        weight += SLOW if slow else 1
        size += len(parsed.data)
        ids |= {own_id} - {None}
    if batch:
        yield batch


def _desk(options, log, fetched):
    """Look up, or make, what the options name. In a dry run this is rolled back with everything else."""
    with transaction.atomic():
        desk = Desk(options, log, fetched)
        transaction.set_rollback(options.dry_run)
    return desk


def _bring(batch, known, desk):
    """Judge a batch and write it. Unchanged inputs cost one query together and no write."""
    log = desk.log
    arrived = _judge_known(batch, known, desk)
    for parsed in arrived:
        _bring_pictures(parsed, known.record_of(parsed.item), desk)
        if source := log.known_source(parsed.item.source):
            rules.apply(parsed, source)
    if desk.fetched.has_waited():  # for the web: somebody may have worked on these stories meanwhile
        arrived = _judge_known(arrived, known, desk)
    late.settle(arrived, known)
    arrived = _open(arrived)
    log.count([parsed.item for parsed in batch if parsed.item.outcome])
    settled = delivering.worth_keeping([parsed.item for parsed in batch if parsed.item.outcome])
    if not arrived and not settled:
        return desk
    with transaction.atomic():
        if desk.options.dry_run:
            log.forget()
            desk = Desk(desk.options, log, desk.fetched)
        _write(arrived, known, desk)
        log.count([parsed.item for parsed in arrived])
        log.keep(sorted([*settled, *(p.item for p in arrived)], key=lambda item: item.number))
        transaction.set_rollback(desk.options.dry_run)
    if desk.options.dry_run:
        _forget(arrived, log)
    return desk


def _bring_pictures(parsed, row, desk):
    """With those on the web, but for a text that will not be written; for a late one, those that it still awaits."""
    asks = row.awaited if parsed.late else None
    if parsed.record.pubstatus == Pubstatus.CANCELED or (not parsed.late and identity.is_older(parsed, row)):
        asks = ()
    media.bring(parsed, desk.options, desk.fetched, asks=asks)


def _forget(arrived, log):
    """A rolled-back batch left no article and no delivery."""
    log.forget()
    for parsed in arrived:
        if parsed.item.outcome == Outcome.CREATED:
            parsed.item.article = None


def _judge_known(batch, known, desk):
    """Settle what needs no parsing, parse the rest, and return what is left to be written."""
    readable = [parsed for parsed in batch if not parsed.item.outcome]
    known.look_up(readable)
    _judge_all(readable, known, desk.options)
    if named := [parsed for parsed in _open(readable) if parsed.names_itself and parsed.read]:
        known.look_up_more(named)
        _judge_all(named, known, desk.options)
    arrived = _open(readable)
    if arrived:
        known.look_up_twins(arrived)
    return arrived


def _judge_all(readable, known, options):
    _settle_repeats(readable)
    for parsed in _open(readable):
        _judge(parsed, known.record_of(parsed.item), options)


def _open(readable):
    return [parsed for parsed in readable if not parsed.item.outcome]


def _settle_repeats(readable):
    """Of inputs with one id in one source the first counts: the same file named twice, or two folders' files."""
    first = {}
    for parsed in readable:
        item = parsed.item
        earlier = first.setdefault((item.source, item.external_id), parsed)
        if earlier.item.path != item.path:
            clash = f"{item.source} already has {item.external_id} from {earlier.item.path}."
            item.fail(f"{clash} Give this folder its own --source.")
        elif earlier is not parsed:
            item.fail(f"{item.path} was named twice; it was read once.")
            item.outcome = Outcome.SKIPPED


def _judge(parsed, row, options):
    item = parsed.item
    if identity.is_unchanged(parsed, row) and (row.pending is None or options.on_conflict == OnConflict.PENDING):
        parsed.late = late.is_due(row, options)
        if not parsed.late:
            late.stay(parsed, row)
    elif identity.is_another_file(parsed, row):
        item.fail(f"{item.source} already has {item.external_id} from {row.path}. Give this folder its own --source.")
    if parsed.record is None and not item.outcome:
        parse(parsed)


def _write(arrived, known, desk):
    new = []
    for parsed in arrived:
        row = known.record_of(parsed.item)
        if step := _step(parsed, row):
            _one(parsed, desk, step, row, desk)
        elif renamed := identity.renamed_from(parsed, known):
            _one(parsed, desk, _rename, renamed, known)
        else:
            _flag_twin(parsed, known)
            new.append(parsed)
    addresses.settle(new, known)
    desk.topics.learn([name for parsed in new for name in parsed.record.tags[:MOST_TAGS]])
    _create(new, desk)
    for parsed in arrived:
        if withdrawn.names_another(parsed):
            _one(parsed, desk, withdrawn.cancel_another, desk)
        if desk.options.publish or desk.log.source(parsed.item.source).publishes:
            letting_out.publish(parsed, desk)


def _step(parsed, row):
    """What is done with a text whose id is known, or that its provider takes back; None for a new one."""
    canceled = parsed.record.pubstatus == Pubstatus.CANCELED
    if parsed.late:
        return late.hang
    if identity.is_tombstone(row) and not canceled:
        return _raise_up
    if identity.is_older(parsed, row):
        return arriving.skip_older
    if canceled:
        return withdrawn.bury if row is None else withdrawn.cancel
    return _renew if row is not None else None


def _raise_up(parsed, row, desk):
    """A story whose cancel came first comes in all the same; it stays spiked unless it is newer than the cancel."""
    older = identity.is_older(parsed, row)
    source, seen = row.source, withdrawn.forget(row)
    _create_one(parsed, desk)
    if older:
        withdrawn.keep_down(parsed, source, seen, desk)


def _renew(parsed, row, desk):
    if parsed.record.pubstatus == Pubstatus.WITHHELD:
        withdrawn.hold(row.article, row, desk)
    if arriving.is_edited(row) and desk.options.on_conflict != OnConflict.OVERWRITE:
        arriving.conflict(parsed, row, desk)
    else:
        arriving.update(parsed, row, desk)


def _rename(parsed, row, known):
    known.by_fingerprint[parsed.fingerprint].remove(row)
    arriving.move(parsed, row)


def _flag_twin(parsed, known):
    if twin := identity.twin_of(parsed, known):
        parsed.item.findings.append(arriving.duplicate(twin))
    known.twins[parsed.fingerprint] = parsed.item.external_id


def _create(new, desk):
    """All at once; if the database refuses, one by one, so that the one it refuses can be named."""
    if not new:
        return
    for slug in {parsed.item.source for parsed in new}:
        desk.log.source(slug)
    try:
        with transaction.atomic():
            arriving.create(new, desk)
    except DatabaseError:
        desk.people = People()
        for parsed in new:
            _one(parsed, desk, _create_one, desk)


def _create_one(parsed, desk):
    arriving.create([parsed], desk)


def _one(parsed, desk, write, *arguments):
    """Write one item in a savepoint of its own; what the database or the desk refuses fails that item alone."""
    try:
        with transaction.atomic():
            write(parsed, *arguments)
    except (DatabaseError, editing.Refused) as error:
        desk.people = People()  # an author made in the savepoint is gone with it
        parsed.item.fail(f"This story could not be kept: {str(error).splitlines()[0]}")
