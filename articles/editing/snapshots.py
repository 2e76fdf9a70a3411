"""A story as plain values: what a revision keeps, a comparison reads, an import recognises."""

import hashlib
import json
from datetime import UTC, datetime

from django.core.serializers.json import DjangoJSONEncoder

from articles.text import backing

BACKING = (*backing.FIELDS, "desk_sources", "licence")
TEXT = ("kicker", "headline", "standfirst", "dateline", "body")
FIELDS = (
    *TEXT,
    "slug",
    "kind",
    "section",
    "lead",
    "weight",
    "language",
    "translation_of",
    "source_line",
    "rights",
    "ednote",
    "embargo_until",
    "planned_for",
    "assignee",
    "due",
    "priority",
    "public_changes",
    *BACKING,
)
# What an import brings: a change to any of these on the desk is an editor's work, which no import writes over.
CONTENT = ("headline", "standfirst", "dateline", "body", "language", "source_line", "ednote", "embargo_until")
_POINTERS = ("section", "lead", "assignee", "translation_of")


def snapshot(article, bylines=None, tags=None):
    """All that an editor can change, as JSON-able values: what a revision keeps and a comparison reads."""
    bylines = [(b.author, b.role) for b in article.bylines.select_related("author")] if bylines is None else bylines
    tags = article.tags.all() if tags is None else tags
    data = {name: _plain(getattr(article, name)) for name in FIELDS if name not in _POINTERS}
    data |= {
        "section": article.section.slug if article.section else "",
        "lead": article.lead_id,
        "assignee": article.assignee_id,
        "translation_of": article.translation_of_id,
        "bylines": [{"author": author.pk, "name": author.name, "role": role} for author, role in bylines],
        "tags": sorted(tag.name for tag in tags),
    }
    return json.loads(json.dumps(data, cls=DjangoJSONEncoder))


def content_hash(data):
    """A digest of what an import brings, of a snapshot: equal for two saves between which nobody touched any of it."""
    content = {name: data[name] for name in CONTENT}
    content["bylines"] = [[byline["name"], byline["role"]] for byline in data["bylines"]]
    return hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()


def _plain(value):
    """A moment in UTC and line breaks as one character: one value has one spelling, whoever brought it."""
    if isinstance(value, datetime):
        return value.astimezone(UTC)
    return value.replace("\r\n", "\n") if isinstance(value, str) else value
