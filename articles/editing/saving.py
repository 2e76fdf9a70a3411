"""Saving over what is there: the version is checked and counted in the UPDATE that writes."""

from django.db import transaction
from django.utils import timezone

from articles import copydesk, pictures, record, windows
from articles.copydesk.desk_copy import story_of
from articles.models import Article, ArticlePicture, Byline, Image, Revision, TaggedArticle, Transition
from articles.text import prose
from articles.text.findings import errors
from articles.text.markup import sanitise
from articles.text.parts import pictures_of
from articles.text.slugs import slug_of

from . import translating
from .refusals import Conflict, Refused
from .snapshots import FIELDS, snapshot


def save(article, fields, *, by, base_version, bylines=None, tags=None, origin=Revision.Origin.EDITED, note=""):
    """Write `fields` (and bylines and tags where given) over `base_version`; raise Conflict if it is not the newest.

    A later embargo takes back a schedule that would break it: those editions are then in `article.called_off`.
    Raises Refused: binned, and what `translating` refuses.
    """
    article.changed_at, article.changed_by = timezone.now(), by
    before = _family_of(article)
    fill(article, fields)
    bylines = [(b.author, b.role) for b in article.bylines.select_related("author")] if bylines is None else bylines
    tags = list(article.tags.all()) if tags is None else tags
    derive(article, [author.name for author, _ in bylines], [tag.name for tag in tags])
    with transaction.atomic():
        if before != _family_of(article):
            translating.settle(article)
        _claim(article, base_version)
        _set_bylines(article, bylines)
        _set_tags(article, tags)
        _set_pictures(article)
        revision_of(article, bylines, tags, origin=origin, note=note).save(force_insert=True)
        article.called_off = _call_off(article, by)
    return article


def assign(article, *, to, by):
    """Give a story to somebody, as a save of its own."""
    return save(article, {"assignee": to}, by=by, base_version=article.version, origin=Revision.Origin.BULK)


def name_revision(revision, name):
    """Call a version something: "As sent to the lawyer". An empty name takes it away."""
    revision.name = " ".join(name.split())[:80]
    revision.save(update_fields=["name"])


def fill(article, fields):
    unknown = fields.keys() - set(FIELDS)
    if unknown:
        raise ValueError(f"not fields of the desk's text: {sorted(unknown)}")
    for name, value in fields.items():
        setattr(article, name, value)


def derive(article, bylines, tags):
    article.headline = " ".join(article.headline.split())
    article.body = sanitise(article.body)
    article.slug = article.slug or slug_of(article.headline)
    article.words = prose.word_count(prose.plain_text(article.body))
    findings = copydesk.read(story_of(article, bylines=bylines, tags=tags, library=pictures.library_of(article.body)))
    article.findings, article.errors = [finding.as_dict() for finding in findings], len(errors(findings))


def byline_rows(article, bylines):
    return [
        Byline(article=article, author=author, role=role, position=position)
        for position, (author, role) in enumerate(bylines, 1)
    ]


def revision_of(article, bylines, tags, *, origin, note):
    return Revision(
        article=article,
        version=article.version,
        data=snapshot(article, bylines, tags),
        origin=origin,
        note=note,
        created_at=article.changed_at,
        created_by=article.changed_by,
    )


def _family_of(article):
    """What decides which stories are this one in other languages."""
    return article.translation_of_id, article.language


def _claim(article, base_version):
    """Write the row if nobody else did since: the version is checked and counted in the same UPDATE."""
    names = [*FIELDS, "words", "findings", "errors", "changed_at", "changed_by"]
    values = {name: getattr(article, name) for name in names}
    mine = Article.objects.filter(pk=article.pk, version=base_version, binned_at=None)
    if not mine.update(version=base_version + 1, **values):
        current = Article.objects.select_related("section", "lead", "changed_by").get(pk=article.pk)
        if current.binned_at:
            raise Refused("This story is in the bin. Take it out first; nothing was saved.", code="binned")
        raise Conflict(current)
    article.version = base_version + 1


def _set_bylines(article, bylines):
    article.bylines.all().delete()
    Byline.objects.bulk_create(byline_rows(article, bylines))


def _set_tags(article, tags):
    article.tagged.exclude(tag__in=tags).delete()
    TaggedArticle.objects.bulk_create(
        [TaggedArticle(content_object=article, tag=tag) for tag in tags], ignore_conflicts=True
    )


def picture_rows(articles):
    """For the pictures in the texts of these stories; a key that no picture has stands in the text alone."""
    wanted = [(article, key) for article in articles for key in pictures_of(article.body)]
    there = set(Image.objects.filter(pk__in={key for _, key in wanted}).values_list("pk", flat=True)) if wanted else ()
    return [ArticlePicture(article=article, image_id=key) for article, key in wanted if key in there]


def _set_pictures(article):
    rows = picture_rows([article])
    article.picture_rows.exclude(image__in=[row.image_id for row in rows]).delete()
    ArticlePicture.objects.bulk_create(rows, ignore_conflicts=True)


def _call_off(article, by):
    """Take back what is scheduled before the embargo ends."""
    if article.embargo_until is None:
        return []
    early = [e for e in windows.scheduled(article) if e.live_from < article.embargo_until]
    until = timezone.localtime(article.embargo_until)
    for edition in early:
        windows.cancel(edition)
        note = f"The embargo was set to {until:%-d %B %Y, %H:%M %Z}."
        record.keep(article, Transition.Action.CANCELED, by=by, edition=edition, note=note)
    return early
