"""Turns a desk copy into the frozen values of an edition, and works out its address and digest. Writes no row."""

import hashlib
import json

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.utils import timezone

from articles import cards, imprint, pictures
from articles.models import Edition
from articles.templatetags.stories import accent
from articles.text import backing, prose
from articles.text.languages import direction_of
from articles.text.markup import sanitise

COPIED = (
    "kicker",
    "headline",
    "standfirst",
    "dateline",
    "kind",
    "weight",
    "words",
    "source_line",
    "rights",
    "licence",
    "public_changes",
)
SHOWN = (
    "path",
    "picture",
    "figures",
    "bylines",
    "tags",
    "section",
)  # what can change on a page without a save of the story
WORDS = ("kicker", "headline", "standfirst", "dateline", "body_text", "corrections")
NOT_DIGESTED = {"id", "live_until", "digest", "made_by", "card"}  # the card is drawn of what is digested
# Digested where they say something: editions older than they hold too.
CAME_LATER = {"corrections", "public_changes", "figures", "translation_of_id", "licence", "backing"}


def freeze(article, editions, *, at):
    """The values of the next edition, as keyword arguments of Edition. `editions`: all there were, oldest first.

    `bylines`: [{"name", "slug", "role"}]; `tags`: [{"name", "slug"}]; `picture`: see `pictures.frozen`;
    `figures`: such a picture for each key of an Image that stands in the body.
    """
    path = free_path(article, editions, at)
    body, language = sanitise(article.body), article.language or settings.LANGUAGE_CODE
    bylines = article.bylines.select_related("author")
    return {
        **{name: getattr(article, name) for name in COPIED},
        "article": article,
        "revision": article.revisions.get(version=article.version),
        "version": article.version,
        "path": path,
        "slug": path.strip("/").rsplit("/", 1)[-1],
        "language": language,
        "direction": direction_of(language),
        "translation_of": article.translation_of,
        "body_html": body,
        "body_text": prose.plain_text(body),
        "section": article.section,
        "bylines": names_of(bylines),
        "backing": backing.backing({name: getattr(article, name) for name in backing.FIELDS}),
        "tags": [{"name": tag.name, "slug": tag.slug} for tag in article.tags.order_by("name")],
        "lead": article.lead,
        "picture": pictures.frozen(article.lead) if article.lead else None,
        "figures": pictures.frozen_in(body),
        "card": share_picture(article),
        "published_at": first_published(editions, at),
    }


def share_picture(article):
    """Where the share picture of a story lies, "" where its own picture is shown. It is drawn the first time."""
    if article.lead:
        return ""
    name, section = imprint.name(imprint.current()), article.section
    told = {"over": section.name if section else "", "ink": accent(section)}
    direction = direction_of(article.language or settings.LANGUAGE_CODE)
    return cards.keep(cards.Card(paper=name, headline=article.headline, direction=direction, **told))


def names_of(bylines):
    """Bylines as a page shows them: [{"name", "slug", "role"}]."""
    return [{"name": b.author.name, "slug": b.author.slug, "role": b.role or b.author.role} for b in bylines]


def first_published(editions, at):
    """When the story first appeared: windows that never opened do not count."""
    opened = [e.published_at for e in editions if e.live_from < at and e.live_until != e.live_from]
    return min([*opened, at])


def last_updated(editions, edition, at):
    """When the words or corrections last changed after the story first appeared; None while they never did."""
    seen = [earlier for earlier in editions if earlier.live_until is None or earlier.live_until > earlier.live_from]
    if not seen:
        return None
    return at if words_of(seen[-1]) != words_of(edition) else seen[-1].updated_at


def free_path(article, editions, at):
    """/YYYY/MM/DD/slug/ of the day it first appeared; an address that another story ever had gets -2.

    An address never changes under a reader: an edition with the same slug keeps the path it had.
    """
    day = timezone.localtime(first_published(editions, at))
    stem, number = f"/{day:%Y/%m/%d}/{article.slug}", 1
    path = f"{stem}/"
    while Edition.objects.filter(path=path).exclude(article=article).exists():
        number += 1
        path = f"{stem}-{number}/"
    return path


def words_of(edition):
    """What a reader would call the story: a change here is an update, a new picture or tag is not."""
    return tuple(getattr(edition, name) for name in WORDS)


def digest(edition):
    """A digest of everything frozen, chained to the edition before it through `previous_digest`."""
    names = [field.attname for field in edition._meta.concrete_fields if field.name not in NOT_DIGESTED]
    frozen = {name: value for name in names if (value := getattr(edition, name)) or name not in CAME_LATER}
    return hashlib.sha256(json.dumps(frozen, sort_keys=True, cls=DjangoJSONEncoder).encode()).hexdigest()
