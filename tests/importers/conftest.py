"""Reads bytes through whatever format takes them for its own."""

from io import BytesIO

import pytest

from articles.importers import formats
from articles.importers.formats import HEAD, Asked


def read_all(data, name="", **asked):
    """What the format of `data` yields."""
    data = data.encode() if isinstance(data, str) else data
    return list(formats.of(data[:HEAD], name).read(BytesIO(data), Asked(name, **asked)))


@pytest.fixture
def read():
    """The one record of an input."""

    def one(data, name="", **asked):
        (record,) = read_all(data, name, **asked)
        return record

    return one
