"""What is done with each story of a batch, within the batch's transaction: created, renewed, moved, taken back."""

from django.db import DatabaseError, transaction

from articles import editing
from articles.importers.record import Pubstatus
from articles.models.delivery import Outcome

from . import addresses, arriving, identity, late, letting_out, media, old_addresses, withdrawn
from .judging import judge_again
from .options import OnConflict
from .people import People
from .places import MOST_TAGS

_ONCE = ("section-unknown",)  # told of new stories alone


def write(arrived, known, desk):
    arrived = judge_again(arrived, known, desk.options)
    media.rehearse(arrived)
    new = [parsed for parsed in arrived if not _settled(parsed, known, desk)]
    addresses.settle(new, known)
    desk.topics.learn([name for parsed in new for name in parsed.record.tags[:MOST_TAGS]])
    _create(new, desk)
    old_addresses.keep(arrived, desk, known)
    for parsed in arrived:
        if not parsed.late and withdrawn.names_another(parsed):
            _one(parsed, desk, withdrawn.cancel_another, desk)
        if letting_out.goes_out(parsed, desk):
            letting_out.publish(parsed, known, desk)


def _settled(parsed, known, desk):
    """Do what is to be done with a text whose story is known, and say so; False for a new one, which is left alone."""
    if identity.is_rehearsed(row := known.record_of(parsed.item)):
        _one(parsed, desk, _rehearse, row, desk)
    elif step := _step(parsed, row):
        _one(parsed, desk, _take, step, known, desk)
    elif renamed := identity.renamed_from(parsed, known):
        _one(parsed, desk, _rename, renamed, known)
    else:
        _flag_twin(parsed, known)
        return False
    return True


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


def _take(parsed, step, known, desk):
    """Whoever saves at this moment does not cost a provider its cancel: once more, with what the desk has then."""
    try:
        with transaction.atomic():
            step(parsed, known.record_of(parsed.item), desk)
    except editing.Conflict:
        desk.people = People()
        known.look_up_more([parsed])
        step(parsed, known.record_of(parsed.item), desk)


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


def _rehearse(parsed, row, desk):
    """Say what would become of a text whose story an earlier batch of a dry run would have brought in."""
    item, taken_back = parsed.item, withdrawn.taken_back(row.source.slug)
    if row.stands_for_story and identity.is_older(parsed, row):
        arriving.skip_older(parsed, row, desk)
    elif parsed.record.pubstatus == Pubstatus.CANCELED:
        item.outcome = Outcome.CANCELED
        item.findings.append(taken_back)
    else:
        arriving.create([parsed], desk)
        item.findings = [finding for finding in item.findings if finding.code not in _ONCE]
        item.outcome = Outcome.UPDATED if row.stands_for_story else Outcome.CREATED
        item.findings += [taken_back] * identity.is_older(parsed, row)


def _rename(parsed, row, known):
    known.by_fingerprint[parsed.fingerprint].remove(row)
    arriving.move(parsed, row)


def _flag_twin(parsed, known):
    if twin := identity.twin_of(parsed, known):
        parsed.record.findings.append(arriving.duplicate(twin))
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
            parsed.beforehand = None
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
