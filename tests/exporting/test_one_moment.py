"""An export is of one moment, whatever the desk does meanwhile, and keeps nobody waiting."""

from threading import Thread

import pytest
from django.db import connection
from django.db.models.functions import JSONObject

from articles.exporting.snapshot import snapshot
from articles.models import Section
from tests.factories import make_section

pytestmark = pytest.mark.django_db(transaction=True)


def beside(act):
    """Do something on a connection of its own while the export reads; True if it was done within five seconds."""

    def run():
        act()
        connection.close()

    thread = Thread(target=run, daemon=True)
    thread.start()
    thread.join(5)
    return not thread.is_alive()


def test_what_is_written_meanwhile_is_not_seen_and_does_not_wait():
    if connection.vendor == "sqlite" and connection.is_in_memory_db():
        pytest.skip("threads share a database in memory")
    make_section("News")

    with snapshot():
        before = Section.objects.count()
        written = beside(lambda: make_section("Harbour"))
        during = Section.objects.count()

    assert written
    assert (before, during, Section.objects.count()) == (1, 1, 2)


def test_a_process_that_asked_for_no_json_before_may_ask_for_it_inside():
    make_section("News")
    vars(connection.features).pop("supports_json_field", None)

    with snapshot():
        told = list(Section.objects.values_list(JSONObject(name="name"), flat=True))

    assert told == [{"name": "News"}]
