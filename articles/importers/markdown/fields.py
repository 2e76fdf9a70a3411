"""Front matter's names for what a story has (IMPORT §2); what is not among them is kept under its own name."""

from datetime import UTC, datetime

from articles.importers import bodies
from articles.importers.moments import read_moment
from articles.importers.plaintext.bylines import people
from articles.importers.record import Credit, Link, Picture

_STANDFIRSTS = ("deck", "dek", "standfirst", "subtitle", "summary", "description", "excerpt")
_AUTHORS = ("authors", "author", "byline")
_PICTURES = ("featured_image", "primary_image", "image", "hero_image", "cover")
_TAGS = ("tags", "topics", "keywords", "tag")
_WORDS = {  # field of the record -> names
    "headline": ("title", "headline"),
    "dateline": ("dateline", "location"),
    "slugline": ("slugline",),
    "url_slug": ("slug",),
    "ednote": ("ednote",),
    "language": ("lang", "language", "locale"),
    "external_id": ("id", "guid", "uid"),
    "canonical_url": ("canonical_url", "canonical"),
    "provider": ("source",),
    "usage_terms": ("license", "licence"),
    "copyright": ("copyright",),
}
_MOMENTS = {
    "published_at": (("date", "published", "published_at", "publishdate"), "date"),
    "updated_at": (("lastmod", "updated", "modified"), "date of the update"),
    "expires_at": (("expirydate", "expires"), "date of expiry"),
    "embargo_until": (("embargo", "embargoed"), "embargo"),
}
_TRUE = ("true", "yes", "on", "1")
_FALSE = ("false", "no", "off", "0")


def fill(record, fields, *, asked):
    """Move `fields` into `record`; what has no place there stays in `extra`."""
    left = dict(fields)
    for name, names in _WORDS.items():
        setattr(record, name, _word(left, names))
    record.headline, record.dateline = bodies.plain(record.headline), bodies.plain(record.dateline)
    record.standfirst = bodies.plain(_word(left, _STANDFIRSTS))
    _credits(record, left)
    _times(record, left, asked)
    _topics(record, left)
    _pictures(record, left)
    _status(record, left)
    _links(record, left)
    record.extra |= {"front_matter": left} if left else {}


def _word(left, names):
    """The first of these fields that says something, as one text, taken out of `left`."""
    for name in names:
        if isinstance(left.get(name), str) and left[name].strip():
            return left.pop(name).strip()
    return ""


def _listed(left, names):
    """The values of the first of these fields that has any, taken out."""
    for name in names:
        value = left.get(name)
        values = value if isinstance(value, list) else [value]
        if values and all(isinstance(one, str) and one.strip() for one in values):
            left.pop(name)
            return [one.strip() for one in values]
    return []


def _credits(record, left):
    for name in _AUTHORS:
        value = left.get(name)
        many = value if isinstance(value, list) else [value]
        found = [credit for one in many for credit in _people(one, alone=isinstance(value, list))]
        if found and all(isinstance(one, str | dict) for one in many):
            left.pop(name)
            record.credits = list(dict.fromkeys(found))
            record.byline = "" if isinstance(value, list) else str(value)
            return


def _people(value, *, alone):
    """A name in a list is one person's; a line by itself may name several."""
    if isinstance(value, dict):
        name = next((value[key] for key in ("name", "title") if isinstance(value.get(key), str)), "").strip()
        role, email = (value[key] if isinstance(value.get(key), str) else "" for key in ("role", "email"))
        return [Credit(name, role, email)] if name else []
    name = " ".join(value.split()) if isinstance(value, str) else ""
    if not name:
        return []
    return [Credit(name)] if alone else people(name.removeprefix("By ")) or [Credit(name)]


def _times(record, left, asked):
    """`published` is a time with some and a yes or no with others, which `_status` reads."""
    for name, (names, what) in _MOMENTS.items():
        times = [one for one in names if str(left.get(one)).lower() not in (*_TRUE, *_FALSE)]
        setattr(record, name, read_moment(record, _word(left, times), asked=asked, what=what))
    if record.published_at and not record.embargo_until and record.published_at > datetime.now(UTC):
        record.embargo_until = record.published_at
        record.note("embargo-from-date", "The date lies ahead; it was taken as an embargo.", level="hint")


def _topics(record, left):
    sections = _listed(left, ("section", "category", "kicker")) or _listed(left, ("categories",))
    record.section = bodies.plain(sections[0]) if sections else ""
    tags = [one for name in _TAGS for one in _listed(left, (name,))]
    split = (piece for one in tags for piece in (one.split(",") if len(tags) == 1 else [one]))
    record.tags = list(dict.fromkeys(filter(None, map(bodies.plain, [*sections[1:], *split]))))


def _pictures(record, left):
    for name in _PICTURES:
        value = left.get(name)
        told = value if isinstance(value, dict) else {"src": value}
        src = next((told[key] for key in ("src", "url", "href", "path", "uid") if isinstance(told.get(key), str)), "")
        if src.strip():
            left.pop(name)
            record.pictures.append(_picture(src.strip(), told, left))
            return


def _picture(src, told, left):
    words = {
        field: next((told.pop(key) for key in (field, *others) if isinstance(told.get(key), str)), "")
        or _word(left, (f"image_{field}", *(f"image_{other}" for other in others)))
        for field, others in (("alt", ()), ("caption", ("figcaption",)), ("credit", ()))
    }
    words = {field: bodies.plain(value) for field, value in words.items()}
    rest = {name: value for name, value in told.items() if value not in ("", src)}
    return Picture(src, lead=True, extra=rest, **words)


def _status(record, left):
    draft = str(left.get("draft", "")).lower() in _TRUE
    hidden = str(left.get("published", "")).lower() in _FALSE
    if draft or hidden:
        record.withheld = True
        record.note("withheld", "The file says that this is a draft; ask before publishing it.")


def _links(record, left):
    if source := _word(left, ("source_url", "external_url", "redirect_to", "redirectto")):
        record.related.append(Link(source, rel="source"))
        record.keep_for_editors(f"Source: {source}")
    record.old_addresses = [one for name in ("aliases", "redirect_from", "permalink") for one in _listed(left, (name,))]
