"""The body's HTML: one declaration of what the editor offers and what the sanitiser lets through.

`sanitise` is the last step of every path into a body and into an edition. No string is changed after it.
"""

import re
from functools import cache

import nh3
from django_prose_editor.config import allowlist_from_extensions

from .figures import PICTURE, housed
from .long_runs import apart
from .nesting import flatten

EXTENSIONS = {
    "Bold": True,
    "Italic": True,
    "Subscript": True,
    "Superscript": True,
    "Heading": {"levels": [2, 3]},
    "BulletList": True,
    "OrderedList": True,
    "ListItem": True,
    "Blockquote": True,
    "CodeBlock": True,
    "HardBreak": True,
    "HorizontalRule": True,
    "Link": {"enableTarget": False, "protocols": ["http", "https", "mailto", "tel"]},
    "Table": True,
    "TableRow": True,
    "TableHeader": True,
    "TableCell": True,
    "SpecialCharacters": True,
    "NoSpellCheck": False,
    "Menu": {
        "groups": [
            {"group": "blockType -lists"},
            {"group": "marks"},
            {"group": "link"},
            {"group": "lists"},
            {"group": "nodes -blockType -lists"},
            {"group": "table"},
            {"group": "history"},
        ]
    },
}

# What a story's editor has beyond a standing page's: see `figures` and static/desk/figures/.
FIGURES = ("Picture", "Gallery", "GalleryCaption", "Embed", "Attribution", "CaptionedTable", "TableCaption", "Pasting")
STORY_EXTENSIONS = {
    **EXTENSIONS,
    **dict.fromkeys(FIGURES, True),
    "Menu": {"groups": [*EXTENSIONS["Menu"]["groups"][:-1], {"group": "figures"}, EXTENSIONS["Menu"]["groups"][-1]]},
}

# The editor writes <li><p>…</p></li> and <td colspan="1">; the house form has neither, so that opening and
# saving a story unchanged changes nothing. Both forms read the same to the editor.
_RENAMED = {"h1": "h2", "h4": "h3", "h5": "h3", "h6": "h3", "b": "strong", "i": "em"}
_RENAMED_TAG = re.compile(r"<(/?)(h1|h[4-6]|b|i)(?=[\s>])", re.IGNORECASE)
_LONE_SPAN = re.compile(r' (?:col|row)span="1"')
_WRAPPED = re.compile(
    r"(<(?:li|td|th)(?: [^>]*)?>)<p>((?:(?!</?(?:p|li|td|th|ul|ol)[ >]).)*)</p>(?=</(?:li|td|th)>|<[uo]l[ >])",
    re.DOTALL,
)
_EMPTY_PARAGRAPH = re.compile(r"<p>(?:\s|<br>)*</p>")


# Browsers read these as a relative address; a reader of the source should not have to know that.
_SCRIPT = re.compile(r"[\s\u0000-\u0020\u180e\u200b-\u200f\ufeff]*(?:javascript|vbscript|data):", re.IGNORECASE)
_FIGURES = {"figure": set(), "img": {"src", "alt"}, "figcaption": set(), "footer": set(), "cite": set()}
_FIGURES |= {"caption": set()}
_ROUNDS = 6
LONGEST = 1_000_000  # characters of a body that the desk takes: some forty times the longest story


@cache
def cleaner(*, figures):
    """The nh3 cleaner for EXTENSIONS. Never allows svg, math, style or raw-text elements (mutation XSS)."""
    rules = allowlist_from_extensions(EXTENSIONS)
    rules["attributes"]["a"] = {"href", "title", "rel"}
    if figures:
        rules["tags"] |= _FIGURES.keys()
        rules["attributes"] |= _FIGURES
        rules["allowed_classes"] = {"figure": {"gallery", "embed"}}
        rules["url_schemes"] |= {"picture"}
    return nh3.Cleaner(**rules, attribute_filter=_only_addresses)


def sanitise(html):
    """Return `html` with only the markup a story may hold; `sanitise(sanitise(x)) == sanitise(x)`.

    Pictures, galleries and embeds come out in the form that `figures` describes. Headings outside h2 and h3 are moved
    to the nearest of them rather than losing their rank.
    """
    return _settled(html, figures=True)


def sanitise_page(html):
    """The same for a standing page, which holds no figures."""
    return _settled(html, figures=False)


def _settled(html, *, figures):
    """Tidying can bring about what the next round of cleaning would change (an unknown tag between two paragraphs), so
    it goes on until nothing changes; a body that is clean already is read once. What never settles loses all its
    markup, and what is nested deeper than anybody can read loses the tags that stand too deep.
    """
    for _ in range(_ROUNDS):
        clean = _tidy(housed(cleaner(figures=figures).clean(apart(flatten(_rename(html))))))
        if clean == html:
            return clean
        html = clean
    return nh3.clean(html, tags=set())


def _only_addresses(tag, name, value):
    """Links lead anywhere but into a script or a picture of ours; pictures are ours and nothing else."""
    if name == "src":
        return value if PICTURE.fullmatch(value) else None
    scripted = name == "href" and (_SCRIPT.match(value) or value.strip().lower().startswith("picture:"))
    return None if scripted else value


def _rename(html):
    return _RENAMED_TAG.sub(lambda m: f"<{m[1]}{_RENAMED[m[2].lower()]}", html)


def _tidy(html):
    html = _WRAPPED.sub(r"\1\2", _LONE_SPAN.sub("", html))
    return _EMPTY_PARAGRAPH.sub("", html).strip()
