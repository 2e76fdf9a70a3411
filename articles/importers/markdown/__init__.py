"""Markdown, with YAML or TOML front matter: the files of static sites."""

import re

from articles.importers.formats import Format, Sure
from articles.text import signatures

from .parsing import parse

_FRONT = re.compile(
    rb"(?:\xef\xbb\xbf)?(---|\+\+\+)[ \t]*\r?\n(?:[ \t]*(?:#[^\n]*)?\r?\n)*[ \t]*[\"']?[\w.-]+[\"']?[ \t]*[:=]"
)
_NAMES = (".md", ".markdown", ".mdown", ".mkd", ".mdx")


def recognises(head, name):
    if _FRONT.match(head[:4096]):
        return Sure.LIKELY
    named = name.lower().endswith(_NAMES) and not signatures.kind_of(head) and b"\0" not in head
    return Sure.BY_NAME if named else Sure.NO


def read(file, asked):
    yield parse(file.read(), asked)


FORMAT = Format("markdown", "Markdown", recognises, read)
