"""One newsItem of text as a record (IMPORT §2)."""

from articles.importers.bodies.unplaced import stand_at_end
from articles.importers.record import LeftOut, Link, Picture, Record, Unreadable
from articles.importers.wire import embargoes, names, statuses, texts, trees
from articles.importers.wire.moments import moment
from articles.importers.wire.subjects import subject

from .content import read_content

_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_NOT_STORIES = {
    "picture": "a picture",
    "graphic": "a graphic",
    "video": "a video",
    "audio": "a sound",
    "still": "a picture",
}
_NOT_STORIES |= {"animated": "an animation", "composite": "a package of other items"}
_META = frozenset("itemClass versionCreated firstCreated embargoed pubStatus edNote link provider".split())
_CONTENT = frozenset(
    "contentCreated urgency headline dateline by creator located slugline keyword subject genre language infoSource"
    " description creditline".split()
)


def read_item(element, asked, placed, *, raw):
    """The Record of a newsItem, or a LeftOut for a picture, a video or a sound. Raises Unreadable without a guid."""
    meta, about = trees.first(element, "itemMeta"), trees.first(element, "contentMeta")
    kind = _code(trees.first(meta, "itemClass"))
    if kind in _NOT_STORIES:
        message = f"This is {_NOT_STORIES[kind]} by itself; it comes in with the story it belongs to."
        return LeftOut(message, "not-a-story", trees.words(about, "headline"), placed)
    record = Record(placed=placed, raw=raw, external_id=element.get("guid", "").strip())
    if not record.external_id:
        raise Unreadable("the item has no guid, so it could not be known again; ask for one that has", code="no-id")
    record.external_version = element.get("version", "").strip()
    record.language = element.get(_LANG, "")
    _read_meta(record, meta, asked)
    _read_about(record, about, asked)
    _read_rights(record, trees.first(element, "rightsInfo"))
    read_content(record, trees.first(element, "contentSet"))
    record.extra |= {"assert": told} if (told := trees.as_data(element).get("assert")) else {}
    texts.drop_written_tags(record)
    texts.settle(record, asked=asked)
    stand_at_end(record)
    embargoes.hear_note(record, asked=asked)
    return record


def _read_meta(record, meta, asked):
    if meta is None:
        return
    status = trees.first(meta, "pubStatus")
    statuses.set_status(record, _code(status) or trees.text(status))
    record.updated_at = moment(record, "versionCreated", trees.words(meta, "versionCreated"), asked)
    record.first_created = moment(record, "firstCreated", trees.words(meta, "firstCreated"), asked)
    record.embargo_until = moment(record, "embargoed", trees.words(meta, "embargoed"), asked)
    provider = trees.first(meta, "provider")
    record.provider = trees.words(provider, "name") or (provider.get("literal", "") if provider is not None else "")
    record.keep_for_editors(*map(trees.text, trees.children(meta, "edNote")))
    _read_links(record, meta)
    _keep_rest(record, "itemMeta", meta, _META)


def _read_links(record, meta):
    """See-also links are related; an illustration is a picture; the rest is kept as it is."""
    for link in trees.children(meta, "link"):
        rel, href = link.get("rel", "").rpartition(":")[2], link.get("href", "") or link.get("residref", "")
        title = trees.words(link, "title") or trees.words(link, "headline")
        if rel.lower() in ("illustrates", "hasillustration") and href:
            record.pictures.append(Picture(href, caption=title, lead=not record.pictures))
        elif href:
            record.related.append(Link(href, title, rel))


def _read_about(record, about, asked):
    if about is None:
        return
    _read_headlines(record, about)
    created = moment(record, "contentCreated", trees.words(about, "contentCreated"), asked)
    record.published_at = record.first_created or created
    record.first_created = record.first_created or created
    urgency = trees.words(about, "urgency")
    record.urgency = int(urgency) if urgency.isdigit() and 1 <= int(urgency) <= 9 else None
    record.slugline = trees.words(about, "slugline")
    language = trees.first(about, "language")
    record.language = record.language or (language.get("tag", "") if language is not None else "")
    _read_people(record, about)
    _read_topics(record, about)
    _keep_rest(record, "contentMeta", about, _CONTENT)


def _read_headlines(record, about):
    """The headline of the first rank; what is called a sub-headline, or a summary, stands first in the text."""
    told = [(one.get("role", "").rpartition(":")[2], trees.text(one)) for one in trees.children(about, "headline")]
    told = [(role, words) for role, words in told if words]
    main = [words for role, words in told if role.lower() != "subheadline"]
    record.headline = main[0] if main else (told[0][1] if told else "")
    under = [words for _, words in told if words != record.headline]
    summaries = [trees.text(one) for one in trees.children(about, "description")]
    under += [words for words in summaries if words]
    record.standfirst = under[0] if under else ""
    if under[1:]:
        record.extra["headlines"] = under[1:]


def _read_people(record, about):
    for by in trees.children(about, "by"):
        names.credit(record, trees.text(by))
    if not record.credits:
        for creator in trees.children(about, "creator"):
            _read_creator(record, creator)
    located = trees.first(about, "located")
    place = trees.words(located, "name") or (located.get("literal", "") if located is not None else "")
    record.dateline = trees.words(about, "dateline") or place
    creditline = trees.words(about, "creditline")
    if creditline and record.provider and creditline != record.provider:
        record.extra["creditline"] = creditline
    record.provider = record.provider or creditline
    sources = [trees.words(one, "name") or one.get("literal", "") for one in trees.children(about, "infoSource")]
    record.provider = record.provider or next(iter(filter(None, sources)), "")


def _read_creator(record, creator):
    """A creator with a name of two words; an account or initials (degenhardt.sandra, VRG) name nobody to a reader."""
    name = trees.words(creator, "name")
    if " " in name and not names.is_agency(name):
        names.credit(record, name)
    elif name or creator.get("literal"):
        record.extra.setdefault("creator", []).append(name or creator.get("literal"))


def _read_topics(record, about):
    for one in trees.children(about, "subject"):
        scheme, _, code = (one.get("qcode", "") or one.get("literal", "")).rpartition(":")
        if code:
            record.subjects.append(subject(code, _named(one, record.language), scheme))
    record.tags = [words for one in trees.children(about, "keyword") if (words := trees.text(one))]
    record.genre = ", ".join(filter(None, (trees.words(one, "name") for one in trees.children(about, "genre"))))


def _read_rights(record, rights):
    """Every notice in every language is kept; the first of each is what readers would be told."""
    if rights is None:
        return
    notices = [words for one in trees.children(rights, "copyrightNotice") if (words := trees.text(one))]
    holder = trees.first(rights, "copyrightHolder")
    held = trees.words(holder, "name") or (holder.get("literal", "") if holder is not None else "")
    record.copyright = " / ".join(notices) or held
    record.provider = record.provider or held
    record.usage_terms = " / ".join(filter(None, map(trees.text, trees.children(rights, "usageTerms"))))


def _named(element, language):
    """Its name in the story's language, else the first."""
    names_told = [(one.get(_LANG, ""), trees.text(one)) for one in trees.children(element, "name")]
    ours = [words for tag, words in names_told if tag and tag == language.split("-")[0]]
    return (ours or [words for _, words in names_told] or [""])[0]


def _code(element):
    return element.get("qcode", "").rpartition(":")[2].lower() if element is not None else ""


def _keep_rest(record, name, element, taken):
    rest = {key: value for key, value in trees.as_data(element).items() if key not in taken}
    if rest:
        record.extra[name] = rest
