"""New stories, one or many."""

from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from articles import record
from articles.models import Article, ArticlePicture, Byline, Revision, TaggedArticle, Transition

from . import translating
from .saving import byline_rows, derive, fill, picture_rows, revision_of


@dataclass(frozen=True)
class Beforehand:
    """A new story that the copy desk has read, and as what: its fields, names of authors, names of tags."""

    article: Article
    of: tuple


@dataclass(frozen=True)
class Draft:
    """What a new story is made of. `bylines`: (Author, role) pairs; `tags`: Tag objects; `fields`: as in FIELDS;
    `beforehand`: see `read_beforehand`.
    """

    fields: dict
    bylines: tuple = ()
    tags: tuple = ()
    note: str = ""
    beforehand: Beforehand | None = None


def read_beforehand(fields, *, authors, tags):
    """Do what takes longest about a new story, reading it, before the transaction that writes it.

    `authors` and `tags` are the names it will have. A Draft that turns out otherwise is read once more.
    """
    article = Article()
    fill(article, fields)
    derive(article, authors, tags)
    return Beforehand(article, (_read_of(fields), authors, tags))


def create(fields, *, by, bylines=(), tags=(), origin=Revision.Origin.EDITED, note=""):
    """Write a new draft at version 1 with its first revision."""
    return create_many([Draft(fields, tuple(bylines), tuple(tags), note)], by=by, origin=origin)[0]


@transaction.atomic
def create_many(drafts, *, by, origin=Revision.Origin.EDITED):
    """Write new drafts in a number of statements that does not grow with them; the articles come back in order."""
    now = timezone.now()
    articles = [_begin(draft, by=by, now=now) for draft in drafts]
    for article in articles:
        if article.translation_of_id:
            translating.settle(article)
    Article.objects.bulk_create(articles)
    pairs = list(zip(articles, drafts, strict=True))
    Byline.objects.bulk_create(row for article, draft in pairs for row in byline_rows(article, draft.bylines))
    TaggedArticle.objects.bulk_create(
        TaggedArticle(content_object=article, tag=tag) for article, draft in pairs for tag in draft.tags
    )
    ArticlePicture.objects.bulk_create(picture_rows(articles))
    Revision.objects.bulk_create(
        revision_of(article, draft.bylines, draft.tags, origin=origin, note=draft.note) for article, draft in pairs
    )
    action = Transition.Action.IMPORTED if origin == Revision.Origin.IMPORTED else Transition.Action.CREATED
    Transition.objects.bulk_create(
        record.entry(article, action, after=article.stage, at=now, by=by) for article in articles
    )
    return articles


def _begin(draft, *, by, now):
    authors, tags = [author.name for author, _ in draft.bylines], [tag.name for tag in draft.tags]
    ready = draft.beforehand
    if ready is None or ready.of != (_read_of(draft.fields), authors, tags):
        ready = read_beforehand(draft.fields, authors=authors, tags=tags)
    article = ready.article
    article.slug = draft.fields.get("slug") or article.slug
    article.created_at = article.changed_at = now
    article.created_by = article.changed_by = by
    return article


def _read_of(fields):
    """An address may be settled last: nobody reads it."""
    return {name: value for name, value in fields.items() if name != "slug"}
