"""Where on the front page."""

from articles import fronts
from articles.models import Edition

from .place import Place


def of(edition, at):
    newest = list(Edition.objects.at(at).for_cards().newest_first()[: fronts.TAKEN])
    where = _where(edition, fronts.arrange(newest, now=at))
    return [Place("front", "Front page", "/", where, passing=True)] if where else []


def _where(edition, front):
    if front.lead == edition:
        return "leads the page"
    rows = [story for row in front.river for story in row.stories]
    zones = (
        ("under the lead", front.companions),
        ("main stories", front.seconds),
        ("more stories", rows),
        ("opinion", front.voices),
        ("in brief", front.briefs),
        ("also in the paper", front.latest),
    )
    for name, stories in zones:
        if edition in stories:
            return f"{name}, {stories.index(edition) + 1} of {len(stories)}"
    return ""
