"""From the bytes of a page to a record: its head, what the page says of itself, its story, and the rest set aside."""

import base64
import codecs
import re
from urllib.parse import unquote_to_bytes

from articles.importers import bodies
from articles.importers.moments import read_moment
from articles.importers.opening import read_opening
from articles.importers.plaintext.bylines import people
from articles.importers.record import Credit, Picture, Record, Unreadable
from articles.text.counted import counted
from articles.text.decoding import Undecodable, decode

from .head import read_head, split
from .heading import without_site
from .region import Region, story_of

_CHARSET = re.compile(
    rb"<(?:meta[^>]{0,200}|\?xml[^>]{0,60})(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE
)
_INSIDE = re.compile(r"data:image/[\w.+-]{1,40};base64,[A-Za-z0-9+/%=]{100,}")
_LONGEST = 2 * 1024 * 1024  # characters, without the pictures


def parse(data, asked):
    """Read one story from the bytes of a page. Raises Unreadable."""
    record, inside = Record(), []
    html = _lightened(_decoded(record, data, asked), inside)
    head, body = split(html)
    told = read_head(head, html)
    region = story_of(list(bodies.read(body, record)), told)
    _fill(record, _called(told | region.told), asked)
    if region.byline:
        record.byline, record.credits = region.byline.text, record.credits or region.byline.credits
    bodies.set_body_from(record, region.events, base=record.canonical_url)
    _give_bytes(record, inside)
    _set_aside(record, region)
    read_opening(record, asked=asked, named=told.get("title", ""))
    return record


def _decoded(record, data, asked):
    """The text; a page that names its encoding is believed where its bytes agree."""
    named = _CHARSET.search(data[:4096])
    encoding = asked.encoding or (_codec(named[1]) if named else None)
    try:
        decoded = decode(data, encoding)
    except Undecodable as problem:
        if asked.encoding or not encoding:
            raise Unreadable(str(problem), code=problem.code, line=problem.line, column=problem.column) from problem
        decoded = _without_its_word(data)
    record.encoding, record.encoding_certain = decoded.encoding, decoded.certain
    if not decoded.certain:
        message = f"The encoding was guessed as {decoded.encoding}; look at accents and quotation marks."
        record.note("encoding-guessed", message)
    return decoded.text


def _without_its_word(data):
    try:
        return decode(data)
    except Undecodable as problem:
        raise Unreadable(str(problem), code=problem.code, line=problem.line, column=problem.column) from problem


def _lightened(html, inside):
    """The page without the pictures it holds in addresses, which go `inside`; each is named by its place there."""

    def take(found):
        inside.append(found[0])
        return f"cid:{len(inside) - 1}"

    html = _INSIDE.sub(take, html) if "data:image/" in html else html
    if len(html) > _LONGEST:
        message = (
            f"the page is {len(html) / 1024 / 1024:.1f} MB without its pictures; a story is at most 2 MB. Split it"
        )
        raise Unreadable(message, code="too-large")
    return html


def _give_bytes(record, inside):
    for picture in record.pictures:
        number = picture.href.removeprefix("cid:")
        if number.isascii() and number.isdigit() and int(number) < len(inside):
            picture.data, picture.href = _bytes_in(inside[int(number)]), ""


def _bytes_in(address):
    """The bytes that an address holds; none that are a picture if it was cut off."""
    try:
        return base64.b64decode(unquote_to_bytes(address.partition(",")[2]))
    except ValueError:
        return b""


def _codec(name):
    """The codec that browsers take for a name: Latin-1 and ASCII mean Windows-1252, UTF-7 is never read."""
    try:
        found = codecs.lookup(name.decode("ascii")).name
    except (LookupError, ValueError):
        return None
    if found in ("utf-7", "utf-16", "utf-16-le", "utf-16-be", "utf-32"):
        return None  # a page that can be read so far is in none of these
    return "cp1252" if found in ("iso8859-1", "ascii") else found


def _called(told):
    """With a headline; a title that is not it, or not all of it, stays with what else the page says of itself."""
    title = told.get("title", "")
    headline = told.get("headline") or without_site(title, told)
    kept = {"title": title} if title and (told.get("headline") or title != headline) else {}
    return told | {"headline": headline, "extra": told.get("extra", {}) | kept}


def _fill(record, told, asked):
    record.headline = told.get("headline", "")
    record.standfirst = told.get("description", "")
    record.language = told.get("language", "")
    record.provider = told.get("site", "")
    record.canonical_url = told.get("url", "")
    record.section = told.get("section", "")
    record.tags = told.get("tags", [])
    record.copyright = told.get("copyright", "")
    for name, what in (("published_at", "time of publication"), ("updated_at", "time of the update")):
        setattr(record, name, read_moment(record, told.get(name), asked=asked, what=what))
    for name in told.get("authors", []):
        record.credits += [credit for credit in people(name) if credit not in record.credits] or [Credit(name)]
    if image := told.get("image"):
        record.pictures.append(Picture(image, alt=told.get("image_alt", ""), lead=True))
    record.extra |= told.get("extra", {})


def _set_aside(record, region: Region):
    if not region.aside:
        return
    record.remove("page-furniture", region.aside)
    words = counted(len(region.aside.split()), "{} word", "{} words")
    message = f"Set aside from around the story (menus, footers): {words}, kept with the import."
    record.note("page-furniture", message, level="hint", excerpt=region.aside)
