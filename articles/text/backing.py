"""How a story was reported, as readers are told: what an editor typed becomes the plain values that an edition keeps.

    {"method": text, "sources": [{"label", "url"}], "reply": {"on": "2026-11-03", "came": text}, "conflicts": text,
     "ai": {"use": "assisted" or "generated", "purpose": text, "reviewer": name}, "checked_by": name}

What there is nothing of is left out; nothing at all is {}. What is for the desk alone never comes here.
"""

import re
from urllib.parse import urlsplit

FIELDS = (
    "method",
    "sources",
    "reply_sought",
    "reply_on",
    "reply_came",
    "conflicts",
    "ai_use",
    "ai_purpose",
    "ai_reviewer",
    "checked_by",
)
_LINKED = re.compile(r"^(.*?)[\s:|,–—-]*(https?://[^\s<>\"']+)$", re.IGNORECASE)


def backing(told):
    """`told`: {name: value} of FIELDS, as a story or a snapshot has them; a snapshot from before may lack some."""
    said = {name: _plain(told.get(name)) for name in FIELDS}
    sought = said["reply_sought"] == "yes"
    parts = {
        "method": said["method"],
        "sources": parse_sources(said["sources"]),
        "reply": {"on": said["reply_on"], "came": said["reply_came"]} if sought else {},
        "conflicts": said["conflicts"],
        "ai": _ai(said),
        "checked_by": said["checked_by"],
    }
    return {name: part for name, part in parts.items() if part}


def parse_sources(text):
    """A source a line, its link last: [{"label", "url"}]. `parse_sources(join_sources(found)) == found`."""
    return [_source(line) for line in map(str.strip, text.splitlines()) if line]


def join_sources(sources):
    return "\n".join(" ".join(filter(None, (source["label"], source["url"]))) for source in sources)


def _source(line):
    found = _LINKED.match(line)
    if not found:
        return {"label": line, "url": ""}
    label, url = found.groups()
    return {"label": label.strip() or _host(url), "url": url}


def _host(url):
    """What a link without a name is called: where it leads."""
    parts = urlsplit(url)
    return f"{parts.netloc.removeprefix('www.')}{parts.path.rstrip('/')}"


def _ai(said):
    """What a machine was used for is told where it helped, who read it over where it wrote."""
    if not said["ai_use"]:
        return {}
    return {"use": said["ai_use"], "purpose": said["ai_purpose"].rstrip("."), "reviewer": said["ai_reviewer"]}


def _plain(value):
    """Text without space around it; a day as it is written in JSON."""
    return str(value or "").replace("\r\n", "\n").strip()
