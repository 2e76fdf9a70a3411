"""The boxes beside other stories in which a story stands, and its neighbours in the section."""

from itertools import islice

from articles import related
from articles.models import Edition

from .place import Place

NAMED = 5  # boxes that are told
LOOKED_AT = 60  # stories that are asked what stands beside them: the likest, then the newest of its topics and section


def of(edition, at):
    beside = (story for story in _near(edition, at) if edition.pk in related.keys_beside(story, at))
    told = sorted(islice(beside, NAMED), key=lambda story: (story.published_at, story.pk), reverse=True)
    return [Place("related", story.headline, story.path, "beside the story", passing=True) for story in told]


def neighbours(edition, at):
    """The stories just before and just after in the section, which lead to this one."""
    if edition.section is None:
        return []
    others = Edition.objects.at(at).filter(section=edition.section).exclude(pk=edition.pk).for_cards()
    before = others.filter(published_at__lt=edition.published_at).order_by("-published_at", "-id")[:1]
    after = others.filter(published_at__gt=edition.published_at).order_by("published_at", "id")[:1]
    where = "the next story in its section"
    told = [Place("neighbour", story.headline, story.path, where, passing=True) for story in before]
    where = "the story before it in its section"
    return [*told, *(Place("neighbour", story.headline, story.path, where, passing=True) for story in after)]


def _near(edition, at):
    """The stories beside which it may stand: those it is like, and others of its topics and its section."""
    stories = Edition.objects.at(at).exclude(article=edition.article).for_cards()
    tags = edition.tag_rows.values("tag")
    listed = [stories.filter(tag_rows__tag__in=tags).distinct(), stories.filter(section=edition.section_id)]
    lists = [stories.alike_to(edition), *listed]
    found = {story.pk: story for each in lists for story in each.newest_first()[: LOOKED_AT // len(lists)]}
    return found.values()
