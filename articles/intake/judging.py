"""Settles what needs no writing: what is unchanged, named twice or cannot be read. The rest is parsed."""

from articles.models.delivery import Outcome

from . import identity, late
from .options import OnConflict


def judge(batch, known, desk):
    """Settle what needs no parsing, parse the rest, and return what is left to be written."""
    readable = [parsed for parsed in batch if not parsed.item.outcome]
    known.look_up(readable)
    _judge_each(readable, known, desk)
    if named := [parsed for parsed in still_open(readable) if parsed.names_itself and parsed.form]:
        known.look_up_more(named)
        _judge_each(named, known, desk)
    known.note_texts(readable)
    arrived = still_open(readable)
    if arrived:
        known.look_up_twins(arrived)
    return arrived


def _judge_each(readable, known, desk):
    _settle_repeats(readable)
    for parsed in still_open(readable):
        _judge(parsed, known.record_of(parsed.item), desk.options)
    desk.readers.read([parsed for parsed in still_open(readable) if parsed.record is None])


def judge_again(arrived, known, options):
    """Judge by what the desk has now, in the transaction that writes: somebody may have saved since the first time."""
    known.look_up(arrived)
    for parsed in arrived:
        _judge(parsed, known.record_of(parsed.item), options)
    late.settle(still_open(arrived), known)
    return still_open(arrived)


def still_open(readable):
    return [parsed for parsed in readable if not parsed.item.outcome and not parsed.waits]


def waiting(batch):
    """Those whose turn comes when this batch is written: another text of the same story is in it."""
    again = [parsed for parsed in batch if parsed.waits]
    for parsed in again:
        parsed.waits = False
    return again


def _settle_repeats(readable):
    """Of inputs with one id in one source the first counts: the same file named twice, or two folders' files. Texts
    that name their story themselves are taken in turn.
    """
    first = {}
    for parsed in readable:
        item = parsed.item
        earlier = first.setdefault((item.source, item.external_id), parsed)
        if earlier is not parsed and parsed.names_itself and earlier.item.path != item.path:
            parsed.waits = True
        elif earlier.item.path != item.path:
            clash = f"{item.source} already has {item.external_id} from {earlier.item.path}."
            item.fail(f"{clash} Give this folder its own --source.")
        elif earlier is not parsed:
            item.fail(f"{item.path} was named twice; it was read once.")
            item.outcome = Outcome.SKIPPED


def _judge(parsed, row, options):
    item, parsed.late = parsed.item, False
    if identity.is_unchanged(parsed, row) and (row.pending is None or options.on_conflict == OnConflict.PENDING):
        parsed.late = late.is_due(row, options)
        if not parsed.late:
            late.stay(parsed, row)
    elif identity.was_held(parsed, row):
        late.stay(parsed, row)
    elif identity.is_another_file(parsed, row):
        item.fail(f"{item.source} already has {item.external_id} from {row.path}. Give this folder its own --source.")
