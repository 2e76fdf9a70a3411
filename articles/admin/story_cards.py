"""The cards beside a story's text that are not fields: status, copy desk, origin."""

from django.conf import settings

from articles import permissions, publishing
from articles.text.tags import key


def context(user, article):
    """What the cards show of `article` (None while it is being begun)."""
    if article is None:
        return {"story": None}
    return {
        "story": article,
        "standing": publishing.standing(article),
        "moves": permissions.moves(user, article),
        "may_publish": permissions.may_publish(user, article),
        "origins": [_origin(user, article, record) for record in _records(article)],
        "site_url": settings.SITE_URL,
    }


def _records(article):
    return article.import_records.select_related("source", "original").order_by("first_seen_at")


def _origin(user, article, record):
    return {
        "record": record,
        "may_see_original": permissions.may_see_original(user, record),
        "suggested": _not_yet(article, record.suggested_tags),
    }


def _not_yet(article, names):
    there = {key(tag.name) for tag in article.tags.all()}
    return [name for name in names if key(name) not in there]
