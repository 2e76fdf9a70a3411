"""One NITF story as a record (IMPORT §2)."""

import re

from articles.importers import leftovers
from articles.importers.bodies.unplaced import stand_at_end
from articles.importers.record import Pubstatus, Record
from articles.importers.wire import embargoes, names, statuses, texts, trees
from articles.importers.wire.moments import moment
from articles.importers.wire.subjects import subject

from .body import read_content

_DECLARATION = re.compile(r"^<\?xml[^>]{0,200}\?>")  # it speaks of bytes, and this is text already
_HEAD_TAKEN = {"title", "docdata", "tobject"}
_DATA_TAKEN = {"doc-id", "date.issue", "date.release", "date.expire", "urgency", "ed-msg", "doc.copyright", "key-list"}


def read_story(root, asked, placed):
    record = Record(placed=placed)
    head, body = trees.first(root, "head"), trees.first(root, "body")
    docdata = trees.first(head, "docdata")
    record.language = root.get("{http://www.w3.org/XML/1998/namespace}lang", "")
    if docdata is not None:
        _read_docdata(record, docdata, asked)
    if head is not None:
        _read_subjects(record, head)
        record.extra |= {"head": told} if (told := _rest(head, _HEAD_TAKEN)) else {}
    read_body_head(record, trees.first(body, "body.head"))
    record.headline = record.headline or trees.words(head, "title")
    read_content(record, trees.first(body, "body.content"))
    read_end(record, trees.first(body, "body.end"))
    texts.drop_written_tags(record)
    texts.settle(record, asked=asked)
    stand_at_end(record)
    embargoes.hear_note(record, asked=asked)
    leftovers.keep_unread(record, leftovers.of_xml(root))
    return record


def read_document(record, text):
    """A whole NITF document that is the body of another format's item: what its head says is said there already."""
    body = trees.first(trees.parse(_DECLARATION.sub("", text.strip()).encode()), "body")
    headline, standfirst = record.headline, record.standfirst
    read_body_head(record, trees.first(body, "body.head"))
    record.headline, record.standfirst = headline or record.headline, standfirst or record.standfirst
    read_content(record, trees.first(body, "body.content"))
    read_end(record, trees.first(body, "body.end"))


def _read_docdata(record, docdata, asked):
    def norm(name):
        element = trees.first(docdata, name)
        return moment(record, name, element.get("norm", "") if element is not None else "", asked)

    identity = trees.first(docdata, "doc-id")
    record.external_id = identity.get("id-string", "").strip() if identity is not None else ""
    status = docdata.get("management-status", "")
    statuses.set_status(record, status)
    released = norm("date.release")
    record.updated_at, record.expires_at = norm("date.issue"), norm("date.expire")
    record.published_at = released or record.updated_at
    if status.lower() == "embargoed":
        record.embargo_until = released
        if released is None:
            record.pubstatus = Pubstatus.WITHHELD
            record.note("embargo-without-time", "The story is embargoed and does not say until when; it is held.")
    _read_family(record, docdata)
    _read_rights(record, docdata)
    record.extra |= {"docdata": told} if (told := _rest(docdata, _DATA_TAKEN)) else {}


def _read_family(record, docdata):
    """What it says of another document: which one it replaces or takes back."""
    other, status = docdata.get("management-doc-idref", ""), docdata.get("management-idref-status", "")
    if other:
        record.extra["replaces"] = {"id": other, "status": status}
        record.note("names-another", f"It says that {other} is {status or 'replaced'}. See to that story, too.")


def _read_rights(record, docdata):
    urgency = trees.first(docdata, "urgency")
    level = urgency.get("ed-urg", "") if urgency is not None else ""
    record.urgency = int(level) if level.isdigit() and 1 <= int(level) <= 9 else None
    record.keep_for_editors(*(message.get("info", "") for message in trees.children(docdata, "ed-msg")))
    for rights in trees.children(docdata, "doc.copyright"):
        holder = rights.get("holder", "")
        record.copyright = " ".join(filter(None, ("©", rights.get("year", ""), holder))) if holder else ""
        record.provider = record.provider or holder
    keywords = trees.children(trees.first(docdata, "key-list"), "keyword")
    record.tags = [tag for one in keywords if (tag := one.get("key", "").strip() or trees.text(one))]
    key = trees.first(docdata, "du-key")
    record.slugline = key.get("key", "") if key is not None else ""


def _read_subjects(record, head):
    for one in trees.descendants(head, "tobject.subject"):
        told = [one.get(f"tobject.subject.{part}", "") for part in ("type", "matter", "detail")]
        code = one.get("tobject.subject.refnum", "") or one.get("tobject.subject.code", "")
        if code or any(told):
            record.subjects.append(subject(code, ", ".join(filter(None, told))))


def read_body_head(record, head):
    """Headline, standfirst, byline, dateline and notes; what a body.head has besides is kept in `extra`."""
    if head is None:
        return
    record.headline = trees.words(head, "hedline", "hl1") or record.headline
    others = [trees.text(one) for one in trees.children(trees.first(head, "hedline"), "hl2")]
    summary = " ".join(filter(None, map(trees.text, trees.children(trees.first(head, "abstract"))))) or trees.words(
        head, "abstract"
    )
    record.standfirst = next(iter(filter(None, others)), "") or summary
    told = {
        "hl2": [other for other in others[1:] if other],
        "abstract": summary if summary != record.standfirst else "",
    }
    record.extra |= {name: value for name, value in told.items() if value}
    for byline in trees.children(head, "byline"):
        _read_byline(record, byline)
    record.dateline = trees.words(head, "dateline") or record.dateline
    record.keep_for_editors(*map(trees.text, trees.children(head, "note")))
    record.provider = record.provider or trees.words(head, "distributor")


def _read_byline(record, byline):
    """People who are marked as such, else the line as it reads; a title goes to each."""
    title = trees.words(byline, "byttl")
    people = trees.children(byline, "person")
    line = trees.text(byline)
    if not people:
        names.credit(record, line.removesuffix(title).strip(" ,"), role=title)
        if title and names.is_agency(title):
            record.provider = record.provider or title
        return
    record.byline = record.byline or line
    for person in people:
        names.credit(record, trees.text(person), role=title)


def read_end(record, end):
    if end is not None:
        taglines = [trees.text(tagline) for tagline in trees.children(end, "tagline")]
        record.extra |= {"tagline": taglines} if taglines else {}
        record.keep_for_editors(*taglines, *map(trees.text, trees.children(end, "bibliography")))


def _rest(element, taken):
    return {name: value for name, value in trees.as_data(element).items() if name not in taken}
