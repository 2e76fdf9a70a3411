"""Brings an earlier version of a story back, as a new version on top of the newest."""

from django.utils.dateparse import parse_date, parse_datetime

from articles import editing, tagging
from articles.models import Author, Image, Revision, Section
from articles.text.tags import key

MOMENTS, DAYS = ("embargo_until", "planned_for", "due"), ("reply_on",)
# What says who works on a story and when, and which stories belong to it, is not part of what it said: a restored
# text leaves it as it is.
POINTERS = ("section", "lead", "assignee", "translation_of")
LEFT = ("assignee", "due", "planned_for", "priority", "translation_of")


def restore(article, revision, *, by, base_version, locked=()):
    """Save what `revision` says over `base_version`; return the story. Raises editing.Conflict.

    `locked`: fields that whoever restores may not change; they stay as they are, as a planned date and the like do.
    What a version names and is gone by now (a section, a picture, an author) is left as the story has it.
    """
    data = revision.data
    fields = _taken(data, locked)
    told = {"origin": Revision.Origin.RESTORED, "note": f"Version {revision.version} restored"}
    return editing.save(
        article,
        fields,
        by=by,
        base_version=base_version,
        bylines=_bylines(data["bylines"]),
        tags=_tags(data["tags"]),
        **told,
    )


def outcome(article, revision, *, locked=()):
    """The snapshot that the story will be when `revision` is restored; what is gone by now is not in it."""
    data, names = revision.data, [*_taken(revision.data, locked)]
    bylines = [{"author": author.pk, "name": author.name, "role": role} for author, role in _bylines(data["bylines"])]
    lists = {"bylines": bylines, "tags": sorted(tag.name for tag in _tags(data["tags"]))}
    return editing.snapshot(article) | {name: data[name] for name in names} | lists


def changed_locked_fields(article, revision, locked):
    """The locked fields in which the version differs from the story: what a restore will leave alone."""
    now = editing.snapshot(article)
    return sorted(name for name in locked if name not in LEFT and now.get(name) != revision.data.get(name))


def _taken(data, locked):
    return {name: value for name, value in _fields(data).items() if name not in (*LEFT, *locked)}


def _fields(data):
    """A snapshot as fields that `editing.save` takes; what points nowhere any more is left out."""
    plain = {name: data[name] for name in editing.FIELDS if name in data and name not in POINTERS}
    plain |= {name: parse_datetime(data[name]) if data.get(name) else None for name in MOMENTS}
    plain |= {name: parse_date(data[name]) if data[name] else None for name in DAYS if name in data}
    section, lead = _found(Section, slug=data["section"]), _found(Image, pk=data["lead"])
    plain |= {"section": section} if section or not data["section"] else {}
    plain |= {"lead": lead} if lead or not data["lead"] else {}
    return plain


def _found(model, **by):
    return model.objects.filter(**by).first() if all(by.values()) else None


def _bylines(rows):
    authors = Author.objects.in_bulk([row["author"] for row in rows])
    return [(authors[row["author"]], row["role"]) for row in rows if row["author"] in authors]


def _tags(names):
    known = tagging.known(names)
    return list({tag.pk: tag for name in names if (tag := known.get(key(name)))}.values())
