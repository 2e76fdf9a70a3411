"""Run by test_fifty_editors in processes of its own: editors who save the same stories all at once.

`begin` makes an empty newsroom with twenty stories. `edit FIRST LAST SAVES` is as many editors at their screens, each a
thread with a connection of its own; it prints what became of every attempt as JSON. `tell` prints what was kept.
"""

import gc
import json
import os
import random
import sys
from concurrent.futures import ThreadPoolExecutor

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
django.setup()

from django.core.management import call_command  # noqa: E402
from django.db import DatabaseError, connection  # noqa: E402

from articles import editing  # noqa: E402
from articles.models import Article, Revision  # noqa: E402

STORIES = 20


def begin():
    call_command("migrate", verbosity=0)
    drafts = [editing.Draft({"headline": f"Story {n}", "body": "<p>The harbour.</p>"}) for n in range(STORIES)]
    editing.create_many(drafts, by=None)


def edit(first, last, saves):
    # Collected seldom, garbage of every thread is freed in one of them: cursors too, on connections that are at work.
    gc.set_threshold(50_000, 1, 1)
    with ThreadPoolExecutor(last - first) as desk:
        told = [row for rows in desk.map(lambda number: at_work(number, saves), range(first, last)) for row in rows]
    sys.stdout.write(json.dumps(told))


def at_work(number, saves):
    """[(text, story, "accepted" | "refused" | an error)] of one editor. A refused one opens another story."""
    keys, lots = list(Article.objects.values_list("pk", flat=True)), random.Random(number)
    try:
        return [attempt(lots.choice(keys), f"Editor {number}, save {n}") for n in range(saves)]
    finally:
        connection.close()


def attempt(key, text):
    try:
        story = Article.objects.get(pk=key)
        editing.save(story, {"kicker": text}, by=None, base_version=story.version)
    except editing.Conflict:
        return text, key, "refused"
    except DatabaseError as error:
        return text, key, str(error)
    return text, key, "accepted"


def tell():
    texts = {}
    for story, data in Revision.objects.values_list("article", "data"):
        texts.setdefault(story, []).append(data["kicker"])
    sys.stdout.write(json.dumps([texts, dict(Article.objects.values_list("pk", "version"))]))


if __name__ == "__main__":
    {"begin": begin, "edit": edit, "tell": tell}[sys.argv[1]](*map(int, sys.argv[2:]))
