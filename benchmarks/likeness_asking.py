"""Runs inside a newsroom: what stands beside stories there. `python -m benchmarks.likeness_asking N` prints JSON."""

import json
import sys
import time

from .search_asking import BATCH, percentiles, write  # sets Django up

from django.db import transaction  # isort: skip
from django.db.models import Count  # isort: skip
from django.utils import timezone  # isort: skip

from articles import related, search  # isort: skip
from articles.models import Edition, EditionTag, Likeness, Tag  # isort: skip
from articles.text.tags import key  # isort: skip

from . import search_stories  # isort: skip
from .likeness_pairs import PAIRS  # isort: skip

SHOWN, TIMED, FIRST = 20, 60, 3


def main(many):
    real = search_stories.corpora()
    editions = write_all(sorted(real, key=lambda story: story.at), 0)
    told = {"real": len(real), "scores": {}, "costs": {}}
    liken_all()
    told["scores"]["without topics"] = scores(editions)
    tag(real, editions)
    search.rebuild()
    told["scores"]["with topics"] = scores(editions)
    told["named"] = (
        Likeness.objects.values("other").annotate(n=Count("pk")).order_by("-n").values_list("n", flat=True)[0]
    )
    told["shown"] = [shown(editions[name]) for name in list(dict.fromkeys(name for name, _ in PAIRS))[:SHOWN]]
    made_up = search_stories.made_up(real, max(many - len(real), 0) + 2 * TIMED)
    told["costs"][len(real)] = costs(made_up, len(real))
    write_all([next(made_up) for _ in range(max(many - len(real), 0))], len(real) + TIMED)
    told["costs"][Edition.objects.count()] = costs(made_up, Edition.objects.count())
    print(json.dumps(told))


def write_all(stories, start):
    """{name of a story: its edition}"""
    names = {}
    for at in range(0, len(stories), BATCH):
        written = write(stories[at : at + BATCH], start + at)
        names |= {name: key for key, name in written.items()}
    return names


def liken_all():
    for edition in Edition.objects.order_by("published_at", "pk"):
        search.liken(edition)


@transaction.atomic
def tag(stories, editions):
    """Give the stories their topics, as a desk would have."""
    tags = {}
    for story in stories:
        edition, window = (
            Edition.objects.get(pk=editions[story.name]),
            {"published_at": story.at, "live_from": story.at},
        )
        for topic in {key(topic): topic for topic in story.topics}.values():
            if key(topic) not in tags:
                tags[key(topic)] = Tag.objects.create(name=topic, slug=topic, key=key(topic))
            EditionTag.objects.create(edition=edition, tag=tags[key(topic)], **window)
        edition.tags = [{"name": topic, "slug": topic} for topic in story.topics]
        edition.save(update_fields=["tags"])


def scores(editions):
    """{way: (pairs found, [pairs not found])}"""
    ways = {"by topic or section": before, "by likeness": now}
    return {way: scored(beside, editions) for way, beside in ways.items()}


def scored(beside, editions):
    wrong = [(a, b) for a, b in PAIRS if editions[b] not in beside(Edition.objects.get(pk=editions[a]))[:FIRST]]
    return len(PAIRS) - len(wrong), wrong


def now(edition):
    return related.keys_beside(edition, timezone.now())


def before(edition):
    """As it was: the newest with the first topic that the story shares, else the newest of its section."""
    moment = timezone.now()
    rows = EditionTag.objects.at(moment).filter(tag__in=edition.tag_rows.values("tag")).exclude(edition=edition)
    if shared := rows.order_by("tag__name").values_list("tag", flat=True).first():
        return list(rows.filter(tag=shared).edition_ids()[: related.SHOWN])
    section = Edition.objects.at(moment).filter(section=edition.section).exclude(pk=edition.pk)
    return list(section.newest_first().values_list("pk", flat=True)[: related.SHOWN])


def shown(key):
    edition = Edition.objects.get(pk=key)
    headlines = Edition.objects.in_bulk([*before(edition), *now(edition)])
    return edition.headline, *([headlines[key].headline for key in way(edition)] for way in (before, now))


def costs(stories, start):
    """Milliseconds of this process's work that publishing and reading take beside the rest of them."""
    keys = [key for n in range(TIMED) for key in write([next(stories)], start + n)]
    editions = list(Edition.objects.filter(pk__in=keys).order_by("pk"))
    acts = {"what a story is about": taken_apart, "what it is like": search.liken, "what stands beside it": beside}
    return {name: percentiles([worked(act, edition) for edition in editions]) for name, act in acts.items()}


def taken_apart(edition):
    edition.search_row.delete()
    search.enlist(edition, tags=[], authors=[])


def beside(edition):
    related.of(edition, timezone.now())


def worked(act, edition):
    began = time.process_time()
    act(edition)
    return (time.process_time() - began) * 1000


if __name__ == "__main__":
    main(int(sys.argv[1]))
