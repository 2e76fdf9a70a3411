"""Every string that a reader can meet in translation, by reading the templates and the code that make public pages.

    .venv/bin/python -m tests.catalogues

compiles the catalogues.
"""

import ast
import re
from functools import cache
from pathlib import Path

import polib
from django.utils.translation.template import templatize

ROOT = Path(__file__).parent.parent
LOCALE = ROOT / "articles" / "locale"
DESK = ("templates/admin", "templates/desk", "articles/admin")  # speak to the desk, in English
_STRING = r"""u?(?:"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')"""
_CALL = re.compile(rf"\b(p?n?gettext(?:_lazy)?|_)\(\s*({_STRING}(?:\s*,\s*{_STRING})*)")


def languages():
    """Those that we have a catalogue for."""
    return sorted(folder.parent.name for folder in LOCALE.glob("*/LC_MESSAGES"))


def place(language, kind):
    return LOCALE / language / "LC_MESSAGES" / f"django.{kind}"


@cache
def public_strings():
    """{(context, singular, plural): the file it stands in}; context and plural are "" where there is none."""
    files = [*(ROOT / "templates").rglob("*.*"), *(ROOT / "articles").rglob("*.py")]
    public = [path for path in files if not str(path.relative_to(ROOT)).startswith(DESK)]
    return {key: path.relative_to(ROOT) for path in sorted(public) for key in _strings_in(path)}


def _strings_in(path):
    text = path.read_text(encoding="utf-8")
    for function, told in _CALL.findall(text if path.suffix == ".py" else templatize(text)):
        strings = list(ast.literal_eval(f"[{told}]"))
        context = strings.pop(0) if function.startswith(("p", "np")) else ""
        yield context, strings[0], strings[1] if "ngettext" in function or "npgettext" in function else ""


if __name__ == "__main__":
    for language in languages():
        polib.pofile(str(place(language, "po"))).save_as_mofile(str(place(language, "mo")))
