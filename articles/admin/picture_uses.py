"""Where a picture is used: the stories that somebody may see, as what it stands there, and whether readers have it."""

from dataclasses import dataclass

from articles import permissions
from articles.models import Article

LISTED = 50


@dataclass(frozen=True)
class Uses:
    """`stories`: the newest, each with `lead_id`, `in_text` and `is_live`; `beyond`: how many others there are."""

    stories: list
    beyond: int


def of(image, user):
    """The rest may be many, or stories of sections that the account does not work in: those are counted, not named."""
    used = Article.objects.showing(image)
    seen = used.filter(permissions.stories_seen_by(user)) if permissions.may_see(user) else used.none()
    stories = list(seen.for_picture(image)[:LISTED])
    return Uses(stories, used.count() - len(stories))
