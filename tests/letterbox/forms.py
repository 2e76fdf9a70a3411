"""A letter for these tests, and requests that bring one."""

import time
from itertools import count
from unittest import mock

from django import forms
from django.core.signing import b62_encode
from django.test import RequestFactory

from articles.letterbox import Letter, stamps

AGE = 60
_host = count(1)


class Note(Letter):
    purpose, each, altogether = "note", 2, 5

    text = forms.CharField(max_length=20)


def stamp_of_age(seconds=AGE, *, purpose="note"):
    """A stamp made that many seconds ago."""
    made = b62_encode(int(time.time()) - seconds)
    with mock.patch.object(stamps.TimestampSigner, "timestamp", lambda self: made):
        return stamps.make(purpose)


def posted(*, stamp=None, address="", headers=None, **fields):
    """A Note as somebody sends it who has not sent one before; every part can be another."""
    stamp = stamp_of_age() if stamp is None else stamp
    address = address or f"198.51.100.{next(_host) % 250}"
    data = {"text": "The date is wrong", "stamp": stamp, "homepage": "", **fields}
    request = RequestFactory().post("/note/", data, headers=headers or {}, REMOTE_ADDR=address)
    return Note(request)


def codes(form):
    """Why a form was not taken."""
    return [error.code for errors in form.errors.as_data().values() for error in errors]
