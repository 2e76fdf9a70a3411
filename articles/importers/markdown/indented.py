"""Tells prose from code where both are indented by four blanks: old systems indented paragraphs, too.

What gives such a paragraph away are its typographic references (&#8217;), which its system wrote for every quotation
mark; code has them now and then, but then it has the signs of code, too.
"""

import re
from textwrap import dedent

_REFERENCE = re.compile(
    r"&(?:#(?:82(?:1[126789]|2[0126]|30)|x20(?:1[234589cd]|26))|[lr][sd]quo|[sb]dquo|[nm]dash|hellip);", re.IGNORECASE
)
_TAG = re.compile(r"</?[a-z][^<>]*+>", re.IGNORECASE)
_CODE = re.compile(r"[{}\\<>|`]|;[ \t]*$|\w\(\)|[=!]=|=>|::|\$\w|^\s*(?://|#!)|\w=[\"']", re.MULTILINE)


def with_prose(tokens, record, *, read):
    """The tokens of a text, with those of a paragraph in place of each that only looked like code. `read` makes tokens
    of a text.
    """
    found = []
    for token in tokens:
        if token.type == "code_block" and is_prose(token.content):
            message = "It was indented as code is, and was read as text; look at its paragraphs."
            record.note("indented-text", message, level="hint", excerpt=token.content.strip())
            found += read(dedent(token.content))
        else:
            found.append(token)
    return found


def is_prose(text):
    """Whether an indented block has typographic references and, without these and its tags, no sign of code."""
    return bool(_REFERENCE.search(text)) and not _CODE.search(_TAG.sub(" ", _REFERENCE.sub("", text)))
