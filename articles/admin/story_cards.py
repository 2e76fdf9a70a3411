"""The cards beside a story's text that are not fields: status, copy desk, origin."""

from articles import permissions
from articles.text.tags import key

from . import reports, status_card


def context(user, article):
    """What the cards show of `article` (None while it is being begun)."""
    if article is None:
        return {"story": None}
    return {
        "story": article,
        **status_card.context(user, article),
        "reported": reports.waiting_about(user, article),
        "origins": [_origin(user, article, record) for record in _records(article)],
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
