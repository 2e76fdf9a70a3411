"""Names in an archive: which are refused, how one is shown, what is left of one without its ending."""

import re
import unicodedata

_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
_HERE = re.compile(r"(?:(?<=/)|^)(?:\./)+")


def plain(name):
    """Without the `./` that `tar cf archive.tar .` puts before each; every other way around stays, to be refused."""
    return _HERE.sub("", name)


def refusal(name, is_link, links):
    """Why an entry is not read, as the end of a sentence; empty if it is."""
    parts = unicodedata.normalize("NFKC", name).replace("\\", "/").split("/")
    if is_link or any(name.startswith(f"{link}/") for link in _parents(name) & links):
        return "is a link or a device, or lies behind one; it was left out"
    if name.startswith(("/", "\\")) or re.match(r"[A-Za-z]:", name) or ".." in parts or "." in parts or not name:
        return "has a name that leads out of its archive; it was left out"
    if _CONTROL.search(name) or len(name) > 1000 or max(map(len, parts)) > 255:
        return "has a name that no file has; it was left out"
    return "is a side file of a Mac; it was left out" if parts[0] == "__MACOSX" else ""


def _parents(name):
    parts = name.split("/")
    return {"/".join(parts[:count]) for count in range(1, min(len(parts), 50))}


def stem(name):
    return re.sub(r"(?:\.tar)?\.[a-z0-9]{1,4}$", "", name, flags=re.IGNORECASE)


def shown(name):
    return _CONTROL.sub("\N{REPLACEMENT CHARACTER}", name)[:400]
