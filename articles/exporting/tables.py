"""Every row of the newsroom as JSON, a file a table, with the files that rows name; and who the accounts are."""

import json

from django.contrib.auth import get_user_model

from . import media
from .rows import accounts_in, as_json, exported, name_of

ACCOUNTS = "accounts"


def place(name):
    return f"tables/{name}.jsonl"


def write(sink, scope, *, heard):
    """Write all tables of `scope` and return {table: rows}. `heard()` is called for each row."""
    counts, accounts = {}, set()
    for model in exported():
        rows = _watched(model, scope, sink, accounts, heard)
        counts[name_of(model)] = sink.write_lines(place(name_of(model)), map(as_json, rows))
    counts[ACCOUNTS] = sink.write_lines(place(ACCOUNTS), _accounts(accounts))
    return counts


def _watched(model, scope, sink, accounts, heard):
    """The rows on their way: their files are copied, and the accounts they name are noted."""
    columns = accounts_in(model)
    for row in scope.rows(model):
        accounts.update(getattr(row, column) for column in columns)
        for name in media.names(row):
            media.copy(name, sink)
        heard()
        yield row


def _accounts(numbers):
    """Accounts without their passwords: whoever had one gets a new one where the export is taken in."""
    for user in get_user_model().objects.filter(pk__in=numbers - {None}).order_by("pk"):
        told = {name: getattr(user, name) for name in ("id", "username", "first_name", "last_name", "email")}
        told |= {"is_staff": user.is_staff, "is_active": user.is_active, "date_joined": user.date_joined.isoformat()}
        told["groups"] = sorted(user.groups.values_list("name", flat=True))
        yield json.dumps(told, ensure_ascii=False) + "\n"
