"""What is wrong with XML, on one line and in plain words: libxml2 quotes the text around a break."""

import re

_LONGEST = 160
_PLACE = re.compile(r",? (?:line \d+, column \d+)?(?: ?\(.{0,100}line \d+\))?$")
_PLAINLY = (
    (r"Opening and ending tag mismatch: (\S+) line (\d+) and (\S+)", r"<\1>, opened in line \2, is closed as </\3>"),
    (r"Premature end of data in tag (\S+) line (\d+)", r"it ends within <\1>, opened in line \2"),
    (r"EndTag: '</' not found|Couldn't find end of Start Tag.*", "it ends within a tag"),
    (r"expected '>'", "a tag has no > at its end"),
    (r"CData section not finished", "a CDATA section does not end"),
    (r"Comment not terminated", "a comment does not end"),
    (r"(?:xmlParse)?EntityRef: .*", "an & stands alone; it is written &amp;"),
    (r"AttValue: .*|Specification mandates value for attribute .*", "an attribute has no value in quotation marks"),
    (r"Invalid bytes in character encoding|Input is not proper .*", "it holds bytes that its encoding does not have"),
    (r"PCDATA invalid Char value.*|xmlParseCharRef: .*", "it holds a control character"),
    (r"Start tag expected.*", "it begins with no tag"),
    (r"Document is empty", "it is empty"),
    (r"Excessive depth in document: (\d+).*", r"it nests \1 deep"),
)


def reason(error):
    """What an error of lxml says, without its place, which whoever catches it tells beside it."""
    said = str(getattr(error, "msg", None) or error)
    said = _PLACE.sub("", said[: 2 * _LONGEST].partition("\n")[0])
    for pattern, plainly in _PLAINLY:
        if found := re.fullmatch(pattern, said):
            said = found.expand(plainly)
            break
    return said if len(said) <= _LONGEST else f"{said[:_LONGEST].rstrip()} …"
