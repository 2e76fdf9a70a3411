"""Names what a file is by its first bytes, for files that only pretend to be text, and for text that machines read."""

import re

from . import prologs

_SIGNATURES = [
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"\x89PNG\r\n", "a PNG picture"),
    (b"GIF87a", "a GIF picture"),
    (b"GIF89a", "a GIF picture"),
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a Word document or another zip archive"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"{\\rtf", "a Rich Text document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh91AY", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"ID3\x03", "a sound"),
    (b"ID3\x04", "a sound"),
    (b"OggS", "a sound"),
    (b"SQLite format 3\0", "a database"),
    (b"\x7fELF", "a program"),
    (b"\0\0\0\x01Bud1", "a folder's .DS_Store file"),
]

# An element that begins with another, is empty, or ends where the text does.
_ELEMENT = re.compile(
    r"<([A-Za-z][\w.:-]{0,60})(?:\s[^<>]{0,2000})?(?:>\s*<[A-Za-z][^<>]{0,2000}>|/>\s*(?:<|\Z)|>.*</\1\s*>\s*\Z)",
    re.DOTALL,
)
# An object, empty or with its first name, or a list of them. What only begins with a bracket is text.
_JSON = re.compile(r"(?:\[\s*)?\{\s*(?:\"[^\"\n]{0,200}\"\s*:|\}\s*\Z)|\[\s*(?:\]\s*\Z|\{\s*\}\s*[\],])")


def markup_of(head):
    """What text is by its beginning, in whatever encoding (“XML”, “JSON”), else an empty string."""
    before, rest = prologs.opened(prologs.readable(head))
    return "XML" if _is_xml(before, rest) else "JSON" if _JSON.match(rest) else ""


def _is_xml(before, rest):
    """Whether a file opens as XML does. A comment by itself makes none of the words behind it."""
    if any(part.startswith("<?") for part in before) or rest.startswith(("<!", "<?")):
        return True
    return bool((before and (not rest or rest.startswith("<"))) or _ELEMENT.match(rest))


def kind_of(data):
    """What `data` is when it is not text ("a JPEG picture"), else an empty string."""
    if data[4:8] == b"ftyp":
        return "a film or a phone's picture"
    return next((kind for signature, kind in _SIGNATURES if data.startswith(signature)), "")


def is_picture(data):
    return kind_of(data).endswith("picture") or (data[:4] == b"RIFF" and data[8:12] == b"WEBP")


def remedy(data):
    """What to do with a file that is not text."""
    convertible = (b"%PDF-", b"\xd0\xcf\x11\xe0", b"{\\rtf")
    return "convert it to .docx" if data.startswith(convertible) else "save it as plain text"
