"""Takes an export in: its files first, then every row in one transaction, and proves what it made.

Whatever stops it leaves an empty newsroom and at most files that nobody points to, which the next run finds in place.
"""

from collections import Counter
from dataclasses import dataclass, field

from django.core.files.base import File
from django.core.files.storage import default_storage
from django.core.management.color import no_style
from django.db import DatabaseError, connection, transaction
from django.db.migrations.recorder import MigrationRecorder
from django.db.models.sql import InsertQuery

from articles import grouping, ledger
from articles.exporting import media, tables
from articles.exporting.rows import accounts_in, columns, exported, from_json, name_of
from articles.text.markup import sanitise

from . import accounts
from .package import Refused, opened

AT_ONCE = 500


@dataclass
class Restored:
    """What came in: rows of each table, how many accounts are named, and the settings that pages were made with."""

    counts: Counter = field(default_factory=Counter)
    accounts: int = 0
    settings: dict = field(default_factory=dict)


def restore(path, *, called="", heard=lambda: None):
    """Take the export at `path` into this newsroom, which has to be empty; messages name it `called`. Raises Refused;
    then nothing changed.
    """
    _refuse_unless_empty()
    with opened(path, called=called) as package:
        package.refuse_unknown(schema=_newest_migration())
        _keep_files(package)
        with transaction.atomic():
            _refuse_unless_empty()
            return _load(package, heard)


def _refuse_unless_empty():
    for model in exported():
        if model._base_manager.exists():
            raise Refused(
                f"This newsroom is not empty (it has {model._meta.verbose_name_plural}): an export is restored into an "
                "empty one. To take its stories in as drafts, as from any other source, add --merge."
            )


def _newest_migration():
    return MigrationRecorder.Migration.objects.filter(app="articles").order_by("-name").first().name


def _keep_files(package):
    """Prove every file of the package; copy those of pictures into the storage."""
    for name, size in package.files():
        folder, _, place = name.partition("/")
        if folder == media.FOLDER and not (default_storage.exists(place) and default_storage.size(place) == size):
            default_storage.delete(place)
            with package.open(name) as file:
                default_storage.save(place, File(file))


def _load(package, heard):
    grouping.make_groups()
    restored = Restored(settings=package.paper)
    people = accounts.keep(told for _, told in package.lines(tables.place(tables.ACCOUNTS)))
    restored.accounts = len(people)
    for model in exported():
        for rows in _batches(_rows(package, model, people)):
            _keep(model, rows, package)
            restored.counts[name_of(model)] += len(rows)
            for _ in rows:
                heard()
    _count_on_from_here()
    _prove(package)
    return restored


def _rows(package, model, people):
    name = tables.place(name_of(model))
    if name_of(model) not in package.manifest.get("counts", {}):
        return  # the release that wrote it had no such table
    for number, told in package.lines(name):
        try:
            row = from_json(model, told)
        except (ValueError, TypeError, AttributeError) as error:
            raise Refused(f"{package.path}: {name}:{number} cannot be read: {error}.") from error
        for column in accounts_in(model):
            setattr(row, column, people.get(getattr(row, column)))
        _refuse_unclean(row, f"{package.path}: {name}:{number}")
        yield row


def _refuse_unclean(row, where):
    """Bodies go to readers as they are: one that the sanitiser would change did not come from a newsroom."""
    for name in ("body", "body_html"):
        html = row.__dict__.get(name)
        if html is not None and sanitise(html) != html:
            raise Refused(f"{where} holds markup that no newsroom writes. It was changed since it was exported.")


def _batches(rows):
    batch = []
    for row in rows:
        batch.append(row)
        if len(batch) == AT_ONCE:
            yield batch
            batch = []
    if batch:
        yield batch


def _keep(model, rows, package):
    """As the rows say, in bulk: `bulk_create` would put the time of now into columns that keep it."""
    fields = columns(model)
    at_once = connection.ops.bulk_batch_size(fields, rows)
    try:
        for start in range(0, len(rows), at_once):
            query = InsertQuery(model)
            query.insert_values(fields, rows[start : start + at_once], raw=True)
            query.get_compiler(connection.alias).execute_sql()
    except DatabaseError as error:
        reason = str(error).splitlines()[0]
        raise Refused(f"{package.path}: rows of {name_of(model)} contradict one another ({reason}).") from error


def _count_on_from_here():
    """PostgreSQL numbers new rows by itself, and was not asked for the numbers that came in."""
    for statement in connection.ops.sequence_reset_sql(no_style(), exported()):
        with connection.cursor() as cursor:
            cursor.execute(statement)


def _prove(package):
    try:
        connection.check_constraints()
    except DatabaseError as error:
        raise Refused(f"{package.path}: {str(error).splitlines()[0]}") from error
    if broken := next(ledger.verify(), None):
        raise Refused(f"{package.path}: {broken} It was changed since it was exported.")
