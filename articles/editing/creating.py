"""New stories, one or many."""

from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from articles import record
from articles.models import Article, ArticlePicture, Byline, Revision, TaggedArticle, Transition

from . import translating
from .saving import byline_rows, derive, fill, picture_rows, revision_of


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
    article = Article(created_at=now, created_by=by, changed_at=now, changed_by=by)
    fill(article, draft.fields)
    derive(article, [author.name for author, _ in draft.bylines], [tag.name for tag in draft.tags])
    return article
