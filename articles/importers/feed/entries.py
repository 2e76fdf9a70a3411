"""One item of a feed as a record (IMPORT §2)."""

import calendar
import hashlib
import json
from datetime import UTC, datetime

from articles.importers import bodies
from articles.importers.record import Link, Picture, Placed, Record
from articles.importers.wire import names, texts

_READ = frozenset(
    """id guidislink link links title title_detail summary summary_detail content author author_detail authors tags
    published published_parsed updated updated_parsed media_content media_thumbnail media_credit rights rights_detail
    language source created created_parsed""".split()
)
_MANY = 20  # pictures of an item


class Channel:
    def __init__(self, parsed, asked, *, trouble=""):
        feed = parsed.get("feed", {})
        self._asked, self._trouble = asked, trouble
        self._encoding = (parsed.get("encoding") or "utf-8").lower()
        self._name, self._rights = feed.get("title", ""), feed.get("rights", "")
        self._language, self._link = feed.get("language", ""), feed.get("link", "")

    def read(self, entry, number):
        raw = json.dumps(entry, ensure_ascii=False, default=str).encode("utf-8", "surrogatepass")
        record = Record(placed=Placed(number), raw=raw, headline=bodies.plain(entry.get("title", "")))
        record.encoding = self._encoding
        record.external_id = _id_of(entry)
        _read_times(record, entry)
        _read_pictures(record, entry)
        self._read_words(record, entry)
        for author in entry.get("authors", []) or [{"name": entry.get("author", "")}]:
            names.credit(record, str(author.get("name") or author.get("email") or ""))
        record.tags = list(dict.fromkeys(str(tag["term"]) for tag in entry.get("tags", []) if tag.get("term")))
        record.canonical_url = str(entry.get("link", ""))
        record.related = [
            Link(str(one["href"]), str(one.get("title", "")), str(one.get("rel", ""))) for one in _others(entry)
        ]
        record.provider = record.provider or bodies.plain(entry.get("source", {}).get("title", "") or self._name)
        record.copyright = bodies.plain(entry.get("rights", "") or self._rights)
        record.language = str(entry.get("language", "") or self._language)
        record.extra |= {key: value for key, value in json.loads(raw).items() if key not in _READ}
        if self._trouble:
            record.note("feed-flawed", f"The feed has a flaw ({self._trouble}); look whether the item is whole.")
        return texts.settle(record, asked=self._asked)

    def _read_words(self, record, entry):
        """The content or, where it is longer, the summary; a summary beside a content is the standfirst."""
        content = max((str(one.get("value", "")) for one in entry.get("content", [])), key=len, default="")
        summary = str(entry.get("summary", ""))
        body = content if len(content) >= len(summary) else summary
        bodies.set_body(record, body, base=str(entry.get("link", "") or self._link))
        if content and summary and body is content and summary != content:
            record.standfirst = bodies.plain(summary)
        elif not content:
            record.note("summary-only", "The feed gives a summary, perhaps not the whole story.")


def _id_of(entry):
    """Its guid, else its link, else a digest of what it says: never nothing."""
    told = str(entry.get("id", "") or entry.get("link", ""))
    words = f"{entry.get('title', '')}\n{entry.get('summary', '')}"
    return told or f"sha256:{hashlib.sha256(words.encode('utf-8', 'surrogatepass')).hexdigest()}"


def _read_times(record, entry):
    record.published_at = _moment(entry.get("published_parsed") or entry.get("created_parsed"))
    record.updated_at = _moment(entry.get("updated_parsed")) or record.published_at
    record.first_created = record.published_at
    record.external_version = record.updated_at.isoformat() if record.updated_at else ""
    for name in ("published", "updated"):
        if entry.get(name) and not entry.get(f"{name}_parsed"):
            record.extra[name] = str(entry[name])
            record.note("time-unreadable", f"{name} says “{str(entry[name])[:60]}”, which is no time. Set it by hand.")


def _moment(parsed):
    """feedparser's times are UTC without saying so."""
    try:
        return datetime.fromtimestamp(calendar.timegm(parsed), UTC) if parsed else None
    except (ValueError, OverflowError, OSError):
        return None


def _read_pictures(record, entry):
    """Pictures beside the text: media:content, media:thumbnail, enclosures. The first leads."""
    beside = [*entry.get("media_content", []), *entry.get("media_thumbnail", [])]
    beside += [link for link in entry.get("links", []) if link.get("rel") == "enclosure"]
    credit = "; ".join(str(one.get("content", "")) for one in entry.get("media_credit", []) if one.get("content"))
    seen = set()
    for one in beside[:_MANY]:
        href, kind = str(one.get("url") or one.get("href") or ""), str(one.get("type") or one.get("medium") or "image")
        if href and kind.startswith("image") and href not in seen:
            seen.add(href)
            record.pictures.append(Picture(href, credit=credit, lead=not record.pictures))


def _others(entry):
    return [one for one in entry.get("links", []) if one.get("rel") in ("related", "via") and one.get("href")]
