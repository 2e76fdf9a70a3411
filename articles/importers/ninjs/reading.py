"""One ninjs item as a record (IMPORT §2): every member has its place, or stands in `extra` under its own name."""

import json

from articles.importers import bodies, leftovers
from articles.importers.bodies.unplaced import stand_at_end
from articles.importers.nitf import reading as nitf
from articles.importers.record import LeftOut, Pubstatus, Record, Unreadable
from articles.importers.wire import embargoes, names, statuses, texts
from articles.importers.wire.moments import moment
from articles.importers.wire.subjects import subject

from .parts import bodies_of, headlines_of, summary_of
from .pictures import read_associations

_NOT_STORIES = {
    "picture": "a picture",
    "photo": "a picture",
    "graphic": "a graphic",
    "audio": "a sound",
    "video": "a video",
}
_NOT_STORIES |= {
    "event": "an event",
    "planning": "a plan",
    "package": "a package of other items",
    "component": "a part",
}
_STORIES = {"", "text", "composite", "article"}


def read_item(item, asked, placed):
    """The Record of an Item, or a LeftOut for what is no story. Raises Unreadable without an id."""
    kind = item.text("type").lower()
    if kind in _NOT_STORIES:
        message = f"This is {_NOT_STORIES[kind]} by itself; it comes in with the story it belongs to."
        return LeftOut(message, "not-a-story", item.text("headline", "slugline", "uri"), placed)
    record = Record(placed=placed, raw=json.dumps(item.told, ensure_ascii=False).encode("utf-8", "surrogatepass"))
    _read_identity(record, item, asked)
    if kind not in _STORIES:
        record.pubstatus = Pubstatus.WITHHELD
        record.note("not-a-story", f"The wire calls this “{kind}”; read it before it goes out as a story.")
        record.extra["type"] = kind
    _read_words(record, item)
    _read_people(record, item)
    _read_rights(record, item)
    _read_topics(record, item)
    read_associations(record, item)
    record.extra |= item.rest()
    texts.drop_written_tags(record)
    texts.settle(record, asked=asked)
    stand_at_end(record)
    embargoes.hear_note(record, asked=asked)
    leftovers.keep_unread(record, leftovers.of_json(item.told))
    return record


def _read_identity(record, item, asked):
    record.external_id = item.text("uri", "guid")
    if not record.external_id:
        raise Unreadable("the item has no uri, so it could not be known again; ask for one that has", code="no-id")
    item.take("guid")
    record.external_version = item.text("version", "versioncreated")
    statuses.set_status(record, item.text("pubstatus"))
    record.first_created = moment(record, "firstcreated", item.text("firstcreated"), asked)
    record.updated_at = moment(record, "versioncreated", item.text("versioncreated"), asked)
    published = item.text("firstpublished", "contentcreated")
    record.published_at = moment(record, "firstpublished", published, asked) or record.first_created
    record.embargo_until = moment(record, "embargoed", item.text("embargoed", "embargoeduntil"), asked)
    record.expires_at = moment(record, "expires", item.text("expires"), asked)
    record.language = item.text("language")


def _read_words(record, item):
    record.headline, others = headlines_of(item)
    record.extra |= {"headlines": others} if others else {}
    record.standfirst = summary_of(item)
    html, text = bodies_of(item)
    if html.lstrip().startswith("<?xml") or html.lstrip().startswith("<nitf"):
        nitf.read_document(record, html)
    elif html:
        bodies.set_body(record, html)
    elif text:
        texts.set_text(record, text)
    record.slugline = item.text("slugline")
    note = item.take("ednote")
    record.keep_for_editors(note if isinstance(note, str) else "")


def _read_people(record, item):
    record.provider = item.text("source", "provider")
    names.credit(record, item.text("byline", "by"))
    if not record.credits:
        for author in item.objects("authors"):
            names.credit(record, author.text("name"), role=author.text("role"))
    record.dateline = item.text("located")


def _read_rights(record, item):
    record.copyright = item.text("copyrightnotice")
    holder = item.text("copyrightholder")
    record.copyright = record.copyright or holder
    record.provider = record.provider or holder
    record.usage_terms = item.text("usageterms")
    urgency = item.text("urgency", "priority")
    record.urgency = int(urgency) if urgency.isdigit() and 1 <= int(urgency) <= 9 else None


def _read_topics(record, item):
    record.subjects = [_subject(one) for one in item.objects("subject", "subjects")]
    keywords = item.take("keyword", "keywords")
    listed = (
        keywords if isinstance(keywords, list) else (keywords or "").split(",") if isinstance(keywords, str) else []
    )
    record.tags = [" ".join(str(one).split()) for one in listed if isinstance(one, str) and one.strip()]
    genres = [one.text("name", "code", "literal") for one in item.objects("genre", "genres")]
    record.genre = ", ".join(filter(None, genres))
    record.section = next((one.text("name") for one in item.objects("service") if one.text("name")), "")


def _subject(one):
    """A topic by its code; version 3 writes scheme and code as one address."""
    code, scheme = one.text("code", "literal"), one.text("scheme")
    if uri := one.text("uri"):
        scheme, _, code = uri.rpartition("/") if not code else (uri, "", code)
    return subject(code, one.text("name"), scheme)
