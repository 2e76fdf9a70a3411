"""The boxes beside other stories: each shows the newest of one tag that its story shares, or else of its section."""

from django.db.models import Exists, OuterRef, Subquery

from articles.models import Edition, EditionTag
from articles.printing import RELATED

from .place import Place

NAMED = 5  # boxes that are told
LOOKED_AT = 200  # of each tag and of the section, the newest stories that are asked what stands beside them


def of(edition, at):
    tags = edition.tag_rows.values_list("tag", flat=True)
    found = {story.pk: story for tag in tags for story in _beside_tag(edition, tag, at)}
    found |= {story.pk: story for story in _beside_section(edition, at)}
    newest = sorted(found.values(), key=lambda story: (story.published_at, story.pk), reverse=True)
    return [Place("related", story.headline, story.path, "beside the story", passing=True) for story in newest[:NAMED]]


def neighbours(edition, at):
    """The stories just before and just after in the section, which lead to this one."""
    others = Edition.objects.at(at).filter(section=edition.section).exclude(pk=edition.pk).for_cards()
    if edition.section is None:
        return []
    before = others.filter(published_at__lt=edition.published_at).order_by("-published_at", "-id")[:1]
    after = others.filter(published_at__gt=edition.published_at).order_by("published_at", "id")[:1]
    where = "the next story in its section"
    told = [Place("neighbour", story.headline, story.path, where, passing=True) for story in before]
    where = "the story before it in its section"
    return [*told, *(Place("neighbour", story.headline, story.path, where, passing=True) for story in after)]


def _beside_tag(edition, tag, at):
    rows = EditionTag.objects.at(at).filter(tag=tag).edition_ids()
    return _beside(edition, list(rows[:LOOKED_AT]), at, shared=tag)


def _beside_section(edition, at):
    """Stories that share no tag with any other show what their section has."""
    of_section = Edition.objects.at(at).filter(section=edition.section_id).newest_first()
    return _beside(edition, list(of_section.values_list("pk", flat=True)[:LOOKED_AT]), at, shared=None)


def _beside(edition, keys, at, *, shared):
    """Of a list's stories those in whose box the edition stands: nobody stands beside themselves."""
    if edition.pk not in keys[: RELATED + 1]:
        return []
    first = keys.index(edition.pk) < RELATED
    others = [key for key in keys if key != edition.pk] if first else keys[:RELATED]
    editions = Edition.objects.filter(pk__in=others).for_cards().annotate(shared_tag=_shared_tag(at))
    return editions.filter(shared_tag=shared).newest_first()[:NAMED]


def _shared_tag(at):
    others = EditionTag.objects.at(at).filter(tag=OuterRef("tag")).exclude(edition=OuterRef("edition"))
    rows = EditionTag.objects.filter(Exists(others), edition=OuterRef("pk"))
    return Subquery(rows.order_by("tag__name").values("tag")[:1])
