"""Rows of our tables as JSON and back: every column under its own name, nothing rounded.

Accounts are told apart by name, not by number: a newsroom that takes an export in has accounts of its own.
"""

import base64
import json
from datetime import date, datetime
from uuid import UUID

from django.apps import apps
from django.contrib.auth import get_user_model
from django.contrib.redirects.models import Redirect
from django.db import models

# What is not taken along, and why.
LEFT_OUT = {
    "presence": "who has a story open at this moment",
    "ping": "what a hub has not been told yet",
    "announcedfile": "which files are being written at this moment",
    "topic": "lists that others publish: load_topics reads them again",
}


def exported():
    """The models of an export, in an order in which each comes after those it points to where that is possible."""
    ours = apps.get_app_config("articles").get_models(include_auto_created=True)
    return [Redirect, *(model for model in ours if model._meta.model_name not in LEFT_OUT)]


def name_of(model):
    return model._meta.model_name


def columns(model):
    return [field for field in model._meta.concrete_fields if not field.generated]


def accounts_in(model):
    """The columns that name an account."""
    user = get_user_model()
    return [
        field.attname
        for field in columns(model)
        if isinstance(field, models.ForeignKey) and field.related_model is user
    ]


def files_in(model):
    """The columns that name a file in the storage."""
    return [field.attname for field in columns(model) if isinstance(field, models.FileField)]


def as_json(row):
    """A line of JSON: {column: value}."""
    told = {field.attname: _told(field, row) for field in columns(type(row))}
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")) + "\n"


def from_json(model, told):
    """An unsaved row. Raises ValueError for a column the table has not, or a value it cannot hold."""
    known = {field.attname: field for field in columns(model)}
    if unknown := told.keys() - known.keys():
        raise ValueError(f"the table {name_of(model)} has no column {min(unknown)}")
    return model(**{name: _read(known[name], value) for name, value in told.items()})


def _told(field, row):
    value = getattr(row, field.attname)
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, UUID):
        return str(value)
    if isinstance(value, bytes | memoryview):
        return base64.b64encode(value).decode("ascii")
    if isinstance(field, models.FileField):
        return value.name if value else ""
    return value


def _read(field, value):
    """JSON columns hold what JSON says; the others know how to read their own text."""
    if value is None or isinstance(field, models.JSONField):
        return value
    if isinstance(field, models.BinaryField):
        return base64.b64decode(value)
    return field.target_field.to_python(value) if isinstance(field, models.ForeignKey) else field.to_python(value)
