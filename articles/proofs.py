"""A proof: the page that a snapshot of a story would make, exactly, and never written anywhere."""

import hashlib
import json
from copy import copy

from django.conf import settings
from django.utils import timezone

from articles import pictures, tagging
from articles.freezing import first_published, free_path, last_updated
from articles.models import Author, Edition, Image, Section, Tag
from articles.querysets import FOUND
from articles.text import backing, prose
from articles.text.languages import direction_of
from articles.text.markup import sanitise
from articles.text.slugs import slug_of
from articles.text.tags import key

_PLAIN = ("kicker", "headline", "standfirst", "dateline", "kind", "weight", "source_line", "rights", "slug")


def proof(article, data, *, pictures_at, at=None):
    """The edition that `data` (see `editing.snapshot`) would be `at` a moment, now if none is given. `pictures_at`: the
    address that its pictures are fetched under in place of /pictures/, since readers are not served those of
    unpublished stories.
    """
    now = at or timezone.now()
    earlier = list(article.editions.order_by("number")) if article.pk else []
    body, language = sanitise(data["body"]), data["language"] or settings.LANGUAGE_CODE
    lead = Image.objects.filter(pk=data["lead"] or None).first()
    text = prose.plain_text(body)
    seen = [edition for edition in earlier if edition.live_from <= now]
    edition = Edition(
        **{name: data[name] for name in _PLAIN},
        article=article,
        version=article.version,
        number=len(earlier) + 1,
        path=_path(article, data["slug"], earlier, now),
        language=language,
        direction=direction_of(language),
        translation_of_id=data.get("translation_of"),
        body_html=body,
        body_text=text,
        words=prose.word_count(text),
        section=Section.objects.filter(slug=data["section"]).first(),
        bylines=_names(data["bylines"]),
        tags=_tags(data["tags"]),
        lead=lead,
        picture=_picture(lead, pictures_at),
        figures=_readdressed(pictures.frozen_in(body), pictures_at),
        corrections=list(seen[-1].corrections) if seen else [],
        public_changes=data.get("public_changes", ""),
        licence=data.get("licence", ""),
        backing=backing.backing(data),
        live_from=now,
        published_at=first_published(earlier, now),
        made_at=now,
    )
    edition.translations, edition.originals = _translations(edition, now), []
    edition.updated_at = last_updated(seen, edition, now)
    edition.digest = hashlib.sha256(json.dumps(data, sort_keys=True).encode()).hexdigest()
    return edition


def _path(article, slug, earlier, now):
    """The address under the slug of the snapshot, which need not be the one that is saved."""
    named = copy(article)
    named.slug = slug or article.slug
    return free_path(named, earlier, now)


def _translations(edition, now):
    """As publishing would link them: those that readers have, whatever is being written beside it."""
    others = Edition.objects.at(now).of_family(edition.translation_of_id or edition.article_id, edition.article_id)
    return list(others.values(*FOUND)) if edition.article_id else []


def _tags(names):
    """As publishing would have them: another name gives its tag, and a name that is no tag yet would become one."""
    known = tagging.known(names)
    there = Tag.objects.filter(pk__in=[tag.pk for tag in known.values()]).order_by("name")
    new = [name for name in names if key(name) not in known]
    told = [{"name": tag.name, "slug": tag.slug} for tag in there]
    return told + [{"name": name, "slug": slug_of(name, fallback="tag")} for name in new]


def _names(rows):
    authors = Author.objects.in_bulk([row["author"] for row in rows])
    pairs = [(row, authors[row["author"]]) for row in rows if row["author"] in authors]
    return [{"name": author.name, "slug": author.slug, "role": row["role"] or author.role} for row, author in pairs]


def _picture(lead, address):
    frozen = pictures.frozen(lead) if lead else None
    return _readdressed(frozen, address) if frozen else None


def _readdressed(value, address):
    """Every address of a picture's file in a frozen picture, under another folder."""
    if isinstance(value, dict):
        return {key: _readdressed(item, address) for key, item in value.items()}
    if isinstance(value, list):
        return [_readdressed(item, address) for item in value]
    return (
        value.replace("/pictures/", address, 1) if isinstance(value, str) and value.startswith("/pictures/") else value
    )
