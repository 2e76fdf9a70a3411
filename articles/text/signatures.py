"""Names what a file is by its first bytes, for files that only pretend to be text."""

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
