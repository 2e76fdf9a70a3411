"""Writes a list of topics over what is known: what is told already is not written again, and nothing is taken away."""

from dataclasses import dataclass

from django.db import transaction

from articles.importers.wire.subjects import OLD
from articles.models import Topic

AT_ONCE = 200


@dataclass
class Loaded:
    """How many topics of a list were what, each counted once, and how many old codes it led to today's."""

    new: int = 0
    renamed: int = 0  # or taken into use again
    retired: int = 0
    unchanged: int = 0
    led: int = 0


@transaction.atomic
def load(entries):
    """Keep the names of `entries` and where they lead from old codes; return what changed. A list in one language adds
    its names to those in others.
    """
    topics, loaded = _known({entry.scheme for entry in entries} | {OLD}), Loaded()
    changed = [topic for entry in entries if (topic := _taken(entry, topics, loaded))]
    _keep(changed, ["names", "retired"])
    led = [old for code, topic in _todays(entries, topics).items() if (old := _led(code, topic, topics))]
    _keep(led, ["same_as"])
    loaded.led = len(led)
    return loaded


def _known(schemes):
    return {(topic.scheme, topic.code): topic for topic in Topic.objects.filter(scheme__in=schemes)}


def _taken(entry, topics, loaded):
    """The topic with what the entry says of it, None where that is known."""
    topic = topics.setdefault((entry.scheme, entry.code), Topic(scheme=entry.scheme, code=entry.code))
    names, retires = topic.names | entry.names, entry.retired and not topic.retired
    if topic.pk and topic.names == names and topic.retired == entry.retired:
        loaded.unchanged += 1
        return None
    outcome = "new" if not topic.names else "retired" if retires else "renamed"
    setattr(loaded, outcome, getattr(loaded, outcome) + 1)
    topic.names, topic.retired = names, entry.retired
    return topic


def _todays(entries, topics):
    """{old code: the topic that means the same}: of several one that is in use, of these the first by its code."""
    newer = [entry for entry in entries if entry.scheme != OLD]
    newer.sort(key=lambda entry: (entry.retired, entry.code), reverse=True)
    return {old: topics[entry.scheme, entry.code] for entry in newer for old in entry.matches}


def _led(code, topic, topics):
    """The old code led to `topic`, None where it is."""
    old = topics.setdefault((OLD, code), Topic(scheme=OLD, code=code))
    if old.same_as_id == topic.pk:
        return None
    old.same_as = topic
    return old


def _keep(topics, fields):
    known = [topic for topic in topics if topic.pk]
    Topic.objects.bulk_create([topic for topic in topics if not topic.pk], batch_size=AT_ONCE)
    Topic.objects.bulk_update(known, fields, batch_size=AT_ONCE)
