"""What a Word document holds beside its text: headers, footers, comments, deletions, formulas, its properties.

Readers never see any of it; the desk is told, and it is kept.
"""

from articles.importers.record import Link
from articles.text.counted import counted

_W = "{*}"


def read_beside(record, package):
    _headers(record, package)
    _comments(record, package)
    for tree in package.words():
        _changes(record, tree)
        _formulas(record, tree)
        _struck(record, tree)
    _pictures_elsewhere(record, package)
    _properties(record, package)
    if any(name.endswith("vbaProject.bin") for name in package.names):
        record.note("macros", "The document holds macros; they were left out.")


def text_of(element):
    """The text in an element, a tab or a break as a blank."""
    pieces = []
    for node in element.iter(f"{_W}t", f"{_W}tab", f"{_W}br", f"{_W}p"):
        name = node.tag.rpartition("}")[2]
        pieces.append(node.text or "" if name == "t" else " ")
    return " ".join("".join(pieces).split())


def _headers(record, package):
    parts = [*package.trees("word/header"), *package.trees("word/footer")]
    texts = dict.fromkeys(filter(None, (text_of(tree) for _, tree in parts)))
    for text in texts:
        record.remove("header-or-footer", text)
    if texts:
        message = "The document has headers or footers; they are no part of the story, and kept with the import."
        record.note("header-or-footer", message, level="hint", excerpt=next(iter(texts)))


def _comments(record, package):
    tree = package.tree("word/comments.xml")
    found = [] if tree is None else tree.findall(f"{_W}comment")
    for comment in found:
        author = next((value for name, value in comment.attrib.items() if name.endswith("}author")), "")
        record.keep_for_editors(f"Comment by {author or 'somebody'}: {text_of(comment)}")
    if found:
        comments = counted(len(found), "{} comment in the document stands", "{} comments in the document stand")
        record.note("comments", f"{comments} in the note to editors.")


def _changes(record, tree):
    deleted = ["".join(run.text or "" for run in gone.iter(f"{_W}delText")) for gone in tree.iter(f"{_W}del")]
    deleted = [text for text in deleted if text.strip()]
    for text in deleted:
        record.remove("tracked-deletion", text)
    inserted = sum(1 for _ in tree.iter(f"{_W}ins"))
    if deleted or inserted:
        message = "The document has tracked changes: insertions are in the text, deletions are not. Look at both."
        record.note("tracked-changes", message, excerpt=deleted[0] if deleted else "")


def _formulas(record, tree):
    formulas = ["".join(run.text or "" for run in one.iter(f"{{{_MATH}}}t")) for one in tree.iter(f"{{{_MATH}}}oMath")]
    for text in formulas:
        record.remove("formula", text)
    if formulas:
        count = counted(
            len(formulas), "{} formula is not in the text; set it", "{} formulas are not in the text; set them"
        )
        message = f"{count} by hand."
        record.note("formula-removed", message, excerpt=formulas[0])


_MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math"


def _struck(record, tree):
    struck = [text_of(run) for run in tree.iter(f"{_W}r") if _is_struck(run)]
    struck = [text for text in struck if text]
    if struck:
        message = "Text is struck through and was kept; take it out if it was meant to go."
        record.note("struck-through", message, excerpt=" … ".join(struck[:5]))


def _is_struck(run):
    for mark in run.findall(f"{_W}rPr/{_W}strike") + run.findall(f"{_W}rPr/{_W}dstrike"):
        said = next((value for name, value in mark.attrib.items() if name.endswith("}val")), "1")
        if said not in ("0", "false", "off"):
            return True
    return False


def _pictures_elsewhere(record, package):
    """Pictures that a document only links to are told and never fetched."""
    for name, tree in package.trees("word/_rels/"):
        for link in tree.iter(f"{_W}Relationship"):
            if link.get("TargetMode") == "External" and link.get("Type", "").endswith("/image"):
                target = link.get("Target", "")[:2000]
                record.related.append(Link(target, rel="picture"))
                record.remove("picture-elsewhere", target)
                message = f"A picture lies outside of the document and was not fetched: {target[:200]}. Add it by hand."
                record.note("picture-elsewhere", message, excerpt=name)


def _properties(record, package):
    """Who Word says the author is, is often the owner of the machine: a hint, never a byline."""
    tree = package.tree("docProps/core.xml")
    told = {} if tree is None else {node.tag.rpartition("}")[2]: node.text.strip() for node in tree if _says(node)}
    if told:
        record.extra["properties"] = told
    language = told.get("language", "")
    record.language = record.language or (language if language.isascii() and 1 < len(language) < 10 else "")


def _says(node):
    return isinstance(node.tag, str) and bool((node.text or "").strip())
