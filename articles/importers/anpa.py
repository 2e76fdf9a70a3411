"""ANPA 1312, the text format of American wires: fields begin with a caret and end in < or =, then comes the text."""

import re

from articles.importers import plaintext
from articles.importers.formats import Format, Sure
from articles.importers.record import Unreadable
from articles.importers.wire import embargoes, envelopes, names
from articles.text import cleaning
from articles.text.decoding import Undecodable, decode

_HEADER = re.compile(r"(?P<service>[A-Z])(?P<number>\d{4}).*\n(?P<priority>[a-z]) (?P<category>[a-z])\W", re.DOTALL)
_BEFORE_SLUG = re.compile(r"(?:\*\d+<\s*)?\^?")
_NOTES = re.compile(r"(?:Eds?:|EDITOR|AP Photo|AP Video|With|EDS:|Precede)", re.IGNORECASE)
_VERSION = re.compile(r"(?<!\d)(\d{1,3})(?:st|nd|rd|th) ?Ld", re.IGNORECASE)
_PRIORITIES = {"f": 1, "b": 2, "u": 3, "r": 4, "d": 5, "a": 5, "s": 6}
_BYLINE = re.compile(r"by\s", re.IGNORECASE)


def recognises(head, name):
    header = envelopes.header_of(head)
    return Sure.CERTAIN if header is not None and _HEADER.match(header) else Sure.NO


def read(file, asked):
    data = file.read()
    header = envelopes.header_of(data)
    decoded = _decoded(data, asked)
    text, _, trailer = cleaning.line_ends(decoded.text).partition("\x02")[2].rpartition("\x03")
    fields, body = _parted(text)
    headline, told = _sorted_out(fields, header)
    record = _read_text(headline or told["slug"], ", ".join(told["byline"]), body, asked)
    record.encoding, record.encoding_certain = decoded.encoding, decoded.certain
    told_of = _HEADER.match(header)
    record.slugline = told["slug"]
    record.standfirst = record.standfirst or told["standfirst"]
    record.urgency = _PRIORITIES.get(told_of["priority"])
    record.external_version = told["version"]
    record.provider = record.provider or told["provider"]
    record.keep_for_editors(*told["notes"])
    record.extra["wire"] = {**told_of.groupdict(), "header": cleaning.pictured(header).strip(), "fields": fields}
    record.remove("wire-trailer", cleaning.pictured(trailer).strip())
    record.published_at = record.updated_at = envelopes.sent_at(trailer, asked)
    embargoes.hear_note(record, asked=asked)
    yield record


def _decoded(data, asked):
    try:
        return decode(data, asked.encoding)
    except Undecodable as problem:
        raise Unreadable(str(problem), code=problem.code, line=problem.line, column=problem.column) from problem


def _parted(text):
    """([fields], the text): the lines at the top that begin with a caret, and all that follows."""
    lines = text.split("\n")
    cut = next((number for number, line in enumerate(lines) if number and not _is_field(line)), len(lines))
    return lines[:cut], "\n".join(map(_text_line, lines[cut:]))


def _text_line(line):
    """A line without the signs that told a machine where it begins and ends."""
    line = line.rstrip().removesuffix("<")
    return f"\n{line[1:]}" if line.startswith("^") else line


def _is_field(line):
    """A headline in a list of headlines has a caret and no end: it is text."""
    return line.startswith("^") and line.rstrip().endswith(("<", "="))


def _sorted_out(fields, header):
    """(the headline, what the other fields say)."""
    told = {"slug": "", "byline": [], "standfirst": "", "provider": "", "version": "", "notes": []}
    told["slug"] = _slug(fields[0]) if fields else ""
    if version := _VERSION.search(f"{told['slug']} {header}"):
        told["version"] = version[1]
    headline = ""
    for line in fields[1:]:
        words, end = _words(line)
        if _BYLINE.match(words):
            told["byline"] = [words]
        elif end == "=":
            _read_signature(told, words)
        elif _NOTES.match(words):
            told["notes"].append(words)
        elif not headline:
            headline = words
        else:
            told["standfirst"] = told["standfirst"] or words
    return headline, told


def _slug(line):
    """BC-Soccer-Cup of “^BC-Soccer-Cup, 1st Ld-Writethru,600<”: all before the number of words."""
    slug, comma, count = line.strip().removeprefix("^").removesuffix("<").rpartition(",")
    if comma and (not count.strip() or count.strip().isdecimal()):
        return slug[_BEFORE_SLUG.match(slug).end() :].strip(" ,")
    return line.strip("^< ")


def _words(line):
    """(what a field says, the sign that ends it)."""
    line = line.rstrip()
    end = line[-1:] if line.endswith(("<", "=")) else ""
    return line.removeprefix("^").removesuffix(end).rstrip(), end


def _read_signature(told, words):
    """What stands under a byline: the agency, or what the writer is."""
    if names.is_agency(words):
        told["provider"] = words
    elif told["byline"]:
        told["byline"].append(words)


def _read_text(headline, byline, body, asked):
    text = "\n\n".join(part for part in (headline, _quoted(body)) if part.strip())
    record = plaintext.parse(text.encode(), encoding="utf-8", language=asked.language, timezone=asked.timezone)
    if byline:
        record.byline, record.credits = "", []
        names.credit(record, byline)
        record.findings = [finding for finding in record.findings if finding.code != "no-byline"]
    return record


def _quoted(text):
    """``These'' are the double quotation marks of a teletype, and ` the single one."""
    return text.replace("``", "“").replace("''", "”").replace("`", "'")


FORMAT = Format("anpa", "ANPA 1312 (wire text)", recognises, read)
