"""Opens the zip that a .docx is, and its XML, so that nothing in it costs more than it may or leads outside."""

import zipfile
import zlib
from itertools import islice

from lxml import etree

from articles.importers.record import Unreadable
from articles.text import broken_xml

_MOST_PARTS = 2000
_LARGEST_XML = 8 * 1024 * 1024
_LARGEST = 128 * 1024 * 1024  # all parts together, unpacked
_MOST_PARAGRAPHS = 20_000
_TEXTS = ("word/document.xml", "word/footnotes.xml", "word/endnotes.xml")
# What the reader of zips and the decompressors below it raise for one that is damaged.
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, LookupError, ValueError)
_CONVERT = "Open it in Word and save it again as .docx."


class Package:
    """The parts of a document, every XML part of it read once and known to be harmless. Raises Unreadable."""

    def __init__(self, file):
        self._zip, self._trees = _opened(file), {}
        self.names = [entry.filename for entry in self._zip.infolist()]
        _refuse_bomb(self._zip.infolist())
        self._refuse_other_kinds()
        for name in self.names:
            if name.lower().endswith((".xml", ".rels")):
                self._trees[name] = _tree(name, self.read(name, _LARGEST_XML))
        _refuse_endless(self)

    def read(self, name, most=_LARGEST):
        """The bytes of a part; what the header says of their number is not believed."""
        try:
            with self._zip.open(name) as part:
                data = part.read(most + 1)
        except _BROKEN as problem:
            raise Unreadable(f"the document is damaged at {name}: {problem}", code="docx-damaged") from problem
        if len(data) > most:
            raise Unreadable(f"{name} unpacks to more than {most >> 20} MB; that is no story", code="docx-too-large")
        return data

    def tree(self, name):
        return self._trees.get(name)

    def trees(self, prefix):
        """(name, tree) of each part below `prefix`, in order."""
        return [(name, self._trees[name]) for name in sorted(self._trees) if name.startswith(prefix)]

    def words(self):
        """The trees that hold the text itself: the document and its notes."""
        return [tree for name in _TEXTS if (tree := self.tree(name)) is not None]

    def _refuse_other_kinds(self):
        if any(entry.flag_bits & 1 for entry in self._zip.infolist()):
            raise Unreadable("the document is encrypted; save it without a password", code="docx-encrypted")
        if not any(name.startswith("word/") and name.endswith(".xml") for name in self.names):
            message = "this is no Word document but a table, a presentation or another archive; save the text as .docx"
            raise Unreadable(message, code="docx-other")


def _opened(file):
    try:
        return zipfile.ZipFile(file)
    except _BROKEN as problem:
        raise Unreadable(f"the document is damaged ({problem}). {_CONVERT}", code="docx-damaged") from problem


def _refuse_bomb(entries):
    if len(entries) > _MOST_PARTS or sum(entry.file_size for entry in entries) > _LARGEST:
        message = f"the document unpacks to more than {_LARGEST >> 20} MB or {_MOST_PARTS} parts; that is no story"
        raise Unreadable(message, code="docx-too-large")


def _refuse_endless(package):
    for tree in package.words():
        if sum(1 for _ in islice(tree.iter("{*}p"), _MOST_PARAGRAPHS + 1)) > _MOST_PARAGRAPHS:
            message = f"the document has more than {_MOST_PARAGRAPHS:,} paragraphs; split it into stories"
            raise Unreadable(message, code="docx-too-large")


def _tree(name, data):
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        tree = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as problem:
        line, column = getattr(problem, "position", (None, None))
        message = f"{name} in the document is no XML: {broken_xml.reason(problem)}. {_CONVERT}"
        raise Unreadable(message, code="docx-damaged", line=line, column=column) from problem
    if tree.getroottree().docinfo.internalDTD is not None:
        raise Unreadable(f"{name} declares entities, as no Word document does; it was not read", code="docx-entities")
    return tree
