"""Reads that all see one moment of the database, however long they take, while the desk goes on writing."""

from contextlib import contextmanager

from django.db import connection, transaction


@contextmanager
def snapshot():
    """Everything read inside is of the moment it began. Inside a transaction of somebody else's, that one decides."""
    if connection.in_atomic_block:
        yield
        return
    with (_repeatable if connection.vendor == "postgresql" else _deferred)():
        yield


@contextmanager
def _repeatable():
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
        yield


@contextmanager
def _deferred():
    """A transaction of Django's would take the write lock of SQLite and keep the desk waiting; this one only reads.

    Django does not know of it: what it finds out about a database in a transaction of its own is asked before.
    """
    _ = connection.features.supports_json_field
    with connection.cursor() as cursor:
        cursor.execute("BEGIN DEFERRED")
        try:
            yield
        finally:
            cursor.execute("ROLLBACK")
