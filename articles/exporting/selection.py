"""Which stories an export is of. The same question is asked of the desk and of what readers have."""

from django.db.models import Exists, F, Min, OuterRef
from django.db.models.functions import Coalesce

from articles.models import Article, EditionTag, ImportRecord, Section, Source, Tag, TaggedArticle
from articles.text import tags as tag_names

from .options import Refused


def stories(options):
    """The stories on the desk that `options` select, oldest first; spiked, killed and binned ones are among them.

    Raises Refused for a section, tag or source that is not there.
    """
    found = Article.objects.order_by("pk")
    if options.sections:
        found = found.filter(section__in=_known(Section, options.sections, "section"))
    if options.sources:
        rows = ImportRecord.objects.filter(source__in=_known(Source, options.sources, "source"))
        found = found.filter(Exists(rows.filter(article=OuterRef("pk"))))
    for name in options.tags:
        found = found.filter(_tagged(_tag(name)))
    return _within(found, options)


def _known(model, slugs, noun):
    rows = list(model.objects.filter(slug__in=slugs))
    missing = set(slugs) - {row.slug for row in rows}
    if missing:
        raise Refused(f"There is no {noun} “{min(missing)}”. Give its slug, as in its address.")
    return rows


def _tag(name):
    tag = Tag.objects.addressed(name).first() or Tag.objects.named(tag_names.key(name)).first()
    if tag is None:
        raise Refused(f"There is no tag “{name}”. Give its name, another name of it, or its slug.")
    return tag


def _tagged(tag):
    """On the desk or in an edition that readers have or will have."""
    here = TaggedArticle.objects.filter(tag=tag, content_object=OuterRef("pk"))
    there = EditionTag.objects.filter(tag=tag, edition__article=OuterRef("pk"))
    return Exists(here) | Exists(there)


def _within(found, options):
    if not (options.since or options.before):
        return found
    found = found.annotate(begun=Coalesce(Min("editions__published_at"), F("created_at")))
    if options.since:
        found = found.filter(begun__gte=options.since)
    return found.filter(begun__lt=options.before) if options.before else found
