"""The only writer of text on the desk: the admin form and every import save through here.

A save sanitises, reads the copy desk, counts the version up in the UPDATE that writes, and keeps a revision.
"""

import hashlib
import json
from dataclasses import dataclass
from datetime import UTC, datetime

from django.core.serializers.json import DjangoJSONEncoder
from django.db import transaction
from django.utils import timezone

from articles import copydesk
from articles.copydesk.desk_copy import story_of
from articles.models import Article, Byline, Revision, TaggedArticle, Transition
from articles.text import prose
from articles.text.findings import errors
from articles.text.markup import sanitise
from articles.text.slugs import slug_of

TEXT = ("kicker", "headline", "standfirst", "dateline", "body")
FIELDS = (
    *TEXT,
    "slug",
    "kind",
    "section",
    "lead",
    "weight",
    "language",
    "source_line",
    "rights",
    "ednote",
    "embargo_until",
    "planned_for",
    "assignee",
    "due",
)
# What an import brings: a change to any of these on the desk is an editor's work, which no import writes over.
CONTENT = ("headline", "standfirst", "dateline", "body", "language", "source_line", "ednote", "embargo_until")


class Refused(Exception):
    """A change that may not be made; `code` is stable, the message says what to do."""

    def __init__(self, message, *, code):
        super().__init__(message)
        self.code = code


class Conflict(Refused):
    """Somebody saved since `base_version`: nothing was written. `current` is the story as it is now."""

    def __init__(self, current):
        super().__init__("Somebody saved this story after you opened it.", code="conflict")
        self.current = current
        self.revision = current.revisions.select_related("created_by").first()


@dataclass(frozen=True)
class Draft:
    """What a new story is made of. `bylines`: (Author, role) pairs; `tags`: Tag objects; `fields`: as in FIELDS."""

    fields: dict
    bylines: tuple = ()
    tags: tuple = ()
    note: str = ""


def create(fields, *, by, bylines=(), tags=(), origin=Revision.Origin.EDITED, note=""):
    """Write a new draft at version 1 with its first revision."""
    return create_many([Draft(fields, tuple(bylines), tuple(tags), note)], by=by, origin=origin)[0]


@transaction.atomic
def create_many(drafts, *, by, origin=Revision.Origin.EDITED):
    """Write new drafts in a number of statements that does not grow with them; the articles come back in order."""
    now = timezone.now()
    articles = [_begin(draft, by=by, now=now) for draft in drafts]
    Article.objects.bulk_create(articles)
    pairs = list(zip(articles, drafts, strict=True))
    Byline.objects.bulk_create(row for article, draft in pairs for row in _byline_rows(article, draft.bylines))
    TaggedArticle.objects.bulk_create(
        TaggedArticle(content_object=article, tag=tag) for article, draft in pairs for tag in draft.tags
    )
    Revision.objects.bulk_create(
        _revision(article, draft.bylines, draft.tags, origin=origin, note=draft.note) for article, draft in pairs
    )
    action = Transition.Action.IMPORTED if origin == Revision.Origin.IMPORTED else Transition.Action.CREATED
    Transition.objects.bulk_create(
        Transition(article=article, action=action, after=article.stage, at=now, by=by) for article in articles
    )
    return articles


def _begin(draft, *, by, now):
    article = Article(created_at=now, changed_at=now, changed_by=by)
    _fill(article, draft.fields)
    _derive(article, [author.name for author, _ in draft.bylines], [tag.name for tag in draft.tags])
    return article


def save(article, fields, *, by, base_version, bylines=None, tags=None, origin=Revision.Origin.EDITED, note=""):
    """Write `fields` (and bylines and tags where given) over `base_version`; raise Conflict if it is not the newest."""
    article.changed_at, article.changed_by = timezone.now(), by
    _fill(article, fields)
    bylines = [(b.author, b.role) for b in article.bylines.select_related("author")] if bylines is None else bylines
    tags = list(article.tags.all()) if tags is None else tags
    _derive(article, [author.name for author, _ in bylines], [tag.name for tag in tags])
    with transaction.atomic():
        _claim(article, base_version)
        _set_bylines(article, bylines)
        _set_tags(article, tags)
        _revision(article, bylines, tags, origin=origin, note=note).save(force_insert=True)
    return article


def move(article, *, to, by, note=""):
    """Move a story to another stage. Refused (no-move) if it already stands there."""
    with transaction.atomic():
        moved = Article.objects.filter(pk=article.pk, stage=article.stage).exclude(stage=to).update(stage=to)
        if not moved:
            raise Refused(f"“{article.headline}” is not there to be moved any more. Reload the page.", code="no-move")
        _record_move(article, to=to, by=by, note=note)
    article.stage = to


def _record_move(article, **to_whom):
    moved = {"action": Transition.Action.MOVED, "before": article.stage, "after": to_whom["to"], "at": timezone.now()}
    Transition.objects.create(article=article, note=to_whom["note"], by=to_whom["by"], **moved)


def assign(article, *, to, by):
    """Give a story to somebody, as a save of its own."""
    return save(article, {"assignee": to}, by=by, base_version=article.version, origin=Revision.Origin.BULK)


def snapshot(article, bylines=None, tags=None):
    """All that an editor can change, as JSON-able values: what a revision keeps and a comparison reads."""
    bylines = [(b.author, b.role) for b in article.bylines.select_related("author")] if bylines is None else bylines
    tags = article.tags.all() if tags is None else tags
    data = {name: _plain(getattr(article, name)) for name in FIELDS if name not in ("section", "lead", "assignee")}
    data |= {
        "section": article.section.slug if article.section else "",
        "lead": article.lead_id,
        "assignee": article.assignee_id,
        "bylines": [{"author": author.pk, "name": author.name, "role": role} for author, role in bylines],
        "tags": sorted(tag.name for tag in tags),
    }
    return json.loads(json.dumps(data, cls=DjangoJSONEncoder))


def _plain(value):
    """A moment in UTC and line breaks as one character: one value has one spelling, whoever brought it."""
    if isinstance(value, datetime):
        return value.astimezone(UTC)
    return value.replace("\r\n", "\n") if isinstance(value, str) else value


def content_hash(data):
    """A digest of what an import brings, of a snapshot: equal for two saves between which nobody touched any of it."""
    content = {name: data[name] for name in CONTENT}
    content["bylines"] = [[byline["name"], byline["role"]] for byline in data["bylines"]]
    return hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()


def _fill(article, fields):
    unknown = fields.keys() - set(FIELDS)
    if unknown:
        raise ValueError(f"not fields of the desk's text: {sorted(unknown)}")
    for name, value in fields.items():
        setattr(article, name, value)


def _derive(article, bylines, tags):
    article.headline = " ".join(article.headline.split())
    article.body = sanitise(article.body)
    article.slug = article.slug or slug_of(article.headline)
    article.words = prose.word_count(prose.plain_text(article.body))
    findings = copydesk.read(story_of(article, bylines=bylines, tags=tags))
    article.findings, article.errors = [finding.as_dict() for finding in findings], len(errors(findings))


def _claim(article, base_version):
    """Write the row if nobody else did since: the version is checked and counted in the same UPDATE."""
    names = [*FIELDS, "words", "findings", "errors", "changed_at", "changed_by"]
    values = {name: getattr(article, name) for name in names}
    won = Article.objects.filter(pk=article.pk, version=base_version).update(version=base_version + 1, **values)
    if not won:
        raise Conflict(Article.objects.select_related("section", "lead", "changed_by").get(pk=article.pk))
    article.version = base_version + 1


def _byline_rows(article, bylines):
    return [
        Byline(article=article, author=author, role=role, position=position)
        for position, (author, role) in enumerate(bylines, 1)
    ]


def _set_bylines(article, bylines):
    article.bylines.all().delete()
    Byline.objects.bulk_create(_byline_rows(article, bylines))


def _set_tags(article, tags):
    article.tagged.exclude(tag__in=tags).delete()
    TaggedArticle.objects.bulk_create(
        [TaggedArticle(content_object=article, tag=tag) for tag in tags], ignore_conflicts=True
    )


def _revision(article, bylines, tags, *, origin, note):
    return Revision(
        article=article,
        version=article.version,
        data=snapshot(article, bylines, tags),
        origin=origin,
        note=note,
        created_at=article.changed_at,
        created_by=article.changed_by,
    )
