"""The only writer of tags and their aliases."""

from django.db import transaction

from articles.models import Tag, TagAlias
from articles.text import tags as names_of_tags
from articles.text.slugs import slug_of


class Refused(Exception):
    """A tag cannot be kept as asked; `code` is stable, the message says what to do."""

    def __init__(self, message, *, code):
        super().__init__(message)
        self.code = code


def known(names):
    """Map the key of every name that is a tag or an alias to its tag, in two queries."""
    keys = {names_of_tags.key(name) for name in names}
    found = {tag.key: tag for tag in Tag.objects.filter(key__in=keys)}
    for alias in TagAlias.objects.filter(key__in=keys - found.keys()).select_related("tag"):
        found[alias.key] = alias.tag
    return found


@transaction.atomic
def resolve(names):
    """The tags of these names, once each and in their order; an alias gives its tag, an unknown name a new tag."""
    names = [name.strip()[:100].strip() for name in names if name.strip()]
    found = known(names)
    tags = {}
    for name in names:
        key = names_of_tags.key(name)
        found[key] = tag = found.get(key) or _create(name, key)
        tags[tag.pk] = tag
    return list(tags.values())


def _create(name, key):
    """Another save may make the same tag at this moment: then that one is the tag."""
    return Tag.objects.get_or_create(key=key, defaults={"name": name, "slug": free_slug(name)})[0]


def free_slug(name, *, besides=None):
    """A slug that no tag and no alias has; the second of two gets -2."""
    stem, number = slug_of(name, fallback="tag"), 1
    slug = stem
    while _taken(slug, besides):
        number += 1
        slug = f"{stem}-{number}"
    return slug


def _taken(slug, besides):
    return (
        Tag.objects.filter(slug=slug).exclude(pk=besides).exists()
        or TagAlias.objects.filter(slug=slug).exclude(tag=besides).exists()
    )


@transaction.atomic
def save_tag(tag, *, aliases=None):
    """Keep a tag with its key and slug; `aliases` (names) replaces its other names where given.

    Raises Refused (name-taken) when the name or an alias already belongs to another tag.
    """
    tag.key = names_of_tags.key(tag.name)
    _refuse_if_taken([tag.name, *(aliases or [])], tag)
    tag.slug = tag.slug or free_slug(tag.name, besides=tag.pk)
    tag.save()
    if aliases is not None:
        _replace_aliases(tag, aliases)
    return tag


def _refuse_if_taken(names, tag):
    for key, other in known(names).items():
        if other.pk != tag.pk:
            raise Refused(f"“{key}” already belongs to the tag “{other.name}”. Use another name.", code="name-taken")


def _replace_aliases(tag, aliases):
    wanted = {names_of_tags.key(name): name.strip() for name in aliases if name.strip()}
    wanted.pop(tag.key, None)
    tag.aliases.exclude(key__in=wanted).delete()
    kept = set(tag.aliases.values_list("key", flat=True))
    for key, name in wanted.items():
        if key not in kept:
            TagAlias.objects.create(tag=tag, name=name, key=key, slug=free_slug(name, besides=tag.pk))


def suggest(typed, limit=8):
    """Tags whose name or alias begins with `typed`, then those that hold it: [{"name", "alias"}], alias "" if none."""
    key = names_of_tags.key(typed)
    if not key:
        return []
    rows = {}
    for lookup in ("key__startswith", "key__contains"):
        for tag in Tag.objects.filter(**{lookup: key}).order_by("name")[:limit]:
            rows.setdefault(tag.pk, {"name": tag.name, "alias": ""})
        for alias in TagAlias.objects.filter(**{lookup: key}).select_related("tag").order_by("name")[:limit]:
            rows.setdefault(alias.tag_id, {"name": alias.tag.name, "alias": alias.name})
    return list(rows.values())[:limit]


def index():
    """Every name and alias the desk uses, with its tag's name: what `text.tags.mentioned` looks for."""
    names = dict(Tag.objects.values_list("name", "name"))
    return names | dict(TagAlias.objects.values_list("name", "tag__name"))
