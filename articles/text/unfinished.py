"""Finds the placeholders journalists leave in copy: TK, XXX, XX.X, [CHECK], ??, TO COME, TBC, lorem ipsum.

Roman numerals are not placeholders. XXX after a word that takes a number (Super Bowl XXX) or before one that takes an
ordinal (XXX Olympiad) is thirty; in languages that write ordinals so (el XXX aniversario) only XXXX, which is no
numeral, counts. Masked numbers (XXX-XX-1234, 555-XXXX), TK Maxx and a line all in capitals are left alone.
"""

import re

_ALONE = r"(?<![\w/.@#&=_'’-]){}(?![\w/@=_-]|\.\w|['’]\w)"
_PLACEHOLDERS = {
    "TK": re.compile(_ALONE.format(r"TK(?:TK)*+(?! ?Maxx)")),
    "XX": re.compile(_ALONE.format(r"XXX++") + r"|(?<!\w)XX++\.X++(?!\w)|[$£€]XX++(?![\w-])|(?<!\w)XX(?=%| per ?cent)"),
    "[": re.compile(r"\[(?:(?:CHECK|VERIFY|CONFIRM|INSERT|FACT CHECK|TK)\b[^\]\n]{0,80}|NAME|DATE|PLACE|AGE|LINK)\]"),
    "??": re.compile(r"(?<![^\s([$£€])\?\?++(?![^\s)\].,%])"),
    "TO COME": re.compile(_ALONE.format("TO COME")),
    "TBC": re.compile(_ALONE.format("TBC(?! Bank)")),
    "orem ": re.compile(r"[Ll]orem ipsum dolor|\A[Ll]orem ipsum\W*\Z"),
}
_COUNTED = re.compile(
    r"(?:Bowl|WrestleMania|Chapter|Part|Volume|Vol\.|Act|Scene|Book|Title|Article|Section|Session|Psalm|No\.|Number|Class"
    r"|Mark|Legion|Dynasty|Type|Group|Annex|Appendix|Schedule|Table|Figure|Level|Stage|Phase|Round|Episode|Series)s? $"
)
_ORDINAL = re.compile(r" (?:Olympi|Games|Congress|Corps|Dynasty|century|edition|Summit|Session|Legion|Anniversary)")
_COUNT_IN_WORDS = frozenset({"en", "de", "nl", "sv", "da", "nb", "no"})


def placeholders(text, tongue):
    """Return (start, end) of each placeholder in `text`, in reading order."""
    matches = [match for sign, form in _PLACEHOLDERS.items() if sign in text for match in form.finditer(text)]
    return sorted(match.span() for match in matches if not _is_meant(match, tongue))


def _is_meant(match, tongue):
    """Whether the author means what looks like a placeholder: a numeral, tuberculosis, a line in capitals."""
    if match[0] == "XXX":
        return tongue not in _COUNT_IN_WORDS or _is_thirty(match)
    if match[0] == "TO COME":
        return match.string.isupper() and match.string.count(" ") >= 4
    return match[0] == "TBC" and tongue != "en"


def _is_thirty(match):
    before, after = match.string[max(0, match.start() - 20) : match.start()], match.string[match.end() :][:20]
    return bool(_COUNTED.search(before) or _ORDINAL.match(after))
