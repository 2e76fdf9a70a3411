"""What an import keeps of what came: the bytes to the last one, whatever tells whether they changed."""

import hashlib
import json

import pytest

from articles import intake
from articles.models import ImportRecord, Original

pytestmark = pytest.mark.django_db
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><header><sent>'
ITEM = """<newsItem guid="urn:{}" version="1"><contentMeta><headline>Ferry {} is bought</headline></contentMeta>
<contentSet><inlineData contenttype="text/plain"><![CDATA[{}]]></inlineData></contentSet></newsItem>"""


def message(*items, sent="2026-11-03"):
    return f"{HEAD}{sent}</sent></header><itemSet>\n{' '.join(items)}\n</itemSet></newsMessage>\n"


def item(number, words="The board bought it."):
    return ITEM.format(number, number, words)


def kept(number):
    record = ImportRecord.objects.select_related("original").get(external_id=f"urn:{number}")
    return intake.original_bytes(record.original).decode()


def test_of_a_file_of_one_item_every_byte_is_kept(inbox):
    inbox.drop("one.xml", message(item(1)))

    inbox.run()

    assert kept(1) == message(item(1))


def test_of_a_file_of_many_items_each_story_keeps_its_own_bytes(inbox):
    inbox.drop("two.xml", message(item(1), item(2, "Sold.")))

    inbox.run()

    assert [kept(1), kept(2)] == [item(1), item(2, "Sold.")]


def test_an_item_that_is_sent_again_under_another_head_or_among_others_is_unchanged(inbox, writes):
    inbox.drop("sent.xml", message(item(1)))
    inbox.run()
    writes.clear()
    inbox.drop("sent.xml", message(item(1), sent="2026-11-04"))

    assert inbox.run()["counts"] == {"unchanged": 1}
    assert writes == []

    inbox.drop("sent.xml", message(item(2, "Sold."), item(1)))

    assert inbox.run()["counts"] == {"unchanged": 1, "created": 1}


def test_newer_text_brings_its_own_bytes(inbox):
    story = {"uri": "urn:1", "version": "1", "headline": "Ferry", "body_text": "Bought."}
    inbox.drop("one.json", json.dumps(story, indent=2))
    inbox.run()
    newer = json.dumps(story | {"version": "2", "body_text": "Bought, and paid."}, indent=4)
    inbox.drop("one.json", newer)

    assert inbox.run()["counts"] == {"updated": 1}
    assert kept(1) == newer


def test_originals_are_named_by_their_own_digest(inbox):
    inbox.drop("one.xml", message(item(1)))
    inbox.run()

    assert Original.objects.get().sha256 == hashlib.sha256(message(item(1)).encode()).hexdigest()
