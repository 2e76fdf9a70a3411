"""Elements of XML by the bytes they stand in, from the `<` of their first tag to the `>` of their last."""

import codecs
import re
from collections import deque

_ENDS = {b"<!--": b"-->", b"<![CDATA[": b"]]>", b"<?": b"?>"}
_IN_TAG = re.compile(rb"[\"'<>]")
_HELD = 256  # bytes that the beginning of a tag, its prefix and name, may take
_SLASH = ord("/")
_WIDE = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"<\0", "utf-16-le"),
    (b"\0<", "utf-16-be"),
)
_DECLARED = re.compile(rb"(?:\xef\xbb\xbf)?\s*<\?xml\b[^>]{0,200}?\bencoding\s*=\s*[\"']([\w.:-]{1,40})")
# In these a byte below 128 is ASCII wherever it stands; in the encodings of East Asia it may be half a character.
_LIKE_ASCII = ("utf-8", "ascii", "iso8859-", "cp125", "koi8-")


def elements_in(data, *names):
    """The bytes of each element of these local names, in the order in which they end; None of one within another. An
    empty list where the encoding hides which bytes are markup.
    """
    wide = next((encoding for mark, encoding in _WIDE if data.startswith(mark)), None)
    if wide:
        return _wide_elements(data, wide, names)
    return _scanned(data, names) if is_like_ascii(data) else []


def is_like_ascii(head):
    """Whether XML that begins so can be read byte by byte."""
    declared = _DECLARED.match(head)
    try:
        return not declared or codecs.lookup(declared[1].decode()).name.startswith(_LIKE_ASCII)
    except LookupError:
        return False


def _wide_elements(data, encoding, names):
    """Both encodings are read strictly, so that going to UTF-8 and back changes no byte."""
    try:
        found = _scanned(data.decode(encoding).encode(), names)
    except UnicodeDecodeError:
        return []
    return [one if one is None else one.decode().encode(encoding) for one in found]


def _scanned(data, names):
    scanner = Scanner(*names)
    scanner.feed(data)
    return list(scanner.found)


class Heard:
    """A file that is read by somebody else, while `scanner` hears all of it."""

    def __init__(self, file, scanner):
        self._file, self._scanner = file, scanner

    def read(self, size):
        data = self._file.read(size)
        self._scanner.feed(data)
        return data


class Scanner:
    """Takes XML piece by piece and puts what `elements_in` gives into `found`. It holds one element at a time, looks at
    each byte once, and knows of XML what hides a tag: comments, CDATA, instructions, quoted values, declarations.
    """

    def __init__(self, *names):
        local = b"|".join(re.escape(name.encode()) for name in names)
        prefix = rb"(?:[^\s<>/:!?\"'=]{1,100}+:)?"
        self._opens = re.compile(rb"<(?:!--|!\[CDATA\[|\?|!|(/?)%s(?:%s)(?=[\s/>]))" % (prefix, local))
        self._buffer, self._at, self._until = bytearray(), 0, b""
        self._tag, self._start, self._depth = "", 0, 0
        self.found = deque()

    def feed(self, data):
        self._buffer += data
        while self._step():
            pass
        self._forget()

    def _step(self):
        """Read one mark; False where the next piece is needed for it."""
        if self._until:
            return self._pass_over()
        return self._read_tag() if self._tag else self._read_text()

    def _pass_over(self):
        end = self._buffer.find(self._until, self._at)
        if end < 0:
            self._at = max(self._at, len(self._buffer) - len(self._until) + 1)
            return False
        self._at, self._until = end + len(self._until), b""
        return True

    def _read_text(self):
        limit = self._whole()
        found = self._opens.search(self._buffer, self._at, limit)
        if not found:
            self._at = limit
            return False
        self._at, self._until = found.end(), _ENDS.get(found[0], b"")
        if not self._until:
            self._tag = "declaration" if found[1] is None else "last" if found[1] else "first"
            if not self._depth:
                self._start = found.start()
        return True

    def _whole(self):
        """As far as every mark is there whole: what a piece breaks off in is looked at with the next one."""
        last = self._buffer.rfind(b"<", max(self._at, len(self._buffer) - _HELD))
        return len(self._buffer) if last < 0 or self._buffer.find(b">", last) >= 0 else last

    def _read_tag(self):
        found = _IN_TAG.search(self._buffer, self._at)
        if not found:
            self._at = len(self._buffer)
            return False
        self._at, mark = found.end(), found[0]
        if mark == b">":
            self._end_tag(empty=self._buffer[found.start() - 1] == _SLASH)
        elif mark == b"<":  # within a declaration, which may hold others and comments; else the tag is broken
            self._at, self._tag = found.start(), ""
        else:
            self._until = mark
        return True

    def _end_tag(self, *, empty):
        tag, self._tag = self._tag, ""
        self._depth += tag == "first"
        if self._depth and (tag == "last" or (tag == "first" and empty)):
            self._depth -= 1
            self.found.append(None if self._depth else bytes(self._buffer[self._start : self._at]))

    def _forget(self):
        done = self._start if self._depth or self._tag else self._at
        del self._buffer[:done]
        self._at, self._start = self._at - done, 0
