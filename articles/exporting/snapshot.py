"""Reads that all see one moment of the database, however long they take, while the desk goes on writing."""

from contextlib import contextmanager

from django.db import connection, transaction


@contextmanager
def snapshot():
    """Everything read inside is of the moment it began. Nothing may be written inside."""
    reading = _repeatable if connection.vendor == "postgresql" else _deferred
    with reading():
        yield


@contextmanager
def _repeatable():
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
        yield


@contextmanager
def _deferred():
    """A transaction of Django's would take the write lock of SQLite and keep the desk waiting; this one only reads."""
    if connection.in_atomic_block:  # somebody else's snapshot
        yield
        return
    with connection.cursor() as cursor:
        cursor.execute("BEGIN DEFERRED")
        try:
            yield
        finally:
            cursor.execute("ROLLBACK")
