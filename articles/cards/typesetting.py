"""Sets a headline: which face has its letters, which size and lines it is set in.

Letters that join, or that run from the right, need Raqm (part of Pillow's wheels); without it such a headline is not
set at all rather than wrongly.
"""

from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from PIL import ImageFont, features

FONTS = Path(__file__).with_name("fonts")
# The first that has every letter sets a text. The second and third have letters that are joined or run from the right.
FACES = ("NotoSerif-Bold.ttf", "NotoNaskhArabic-Bold.ttf", "NotoSerifHebrew-Bold.ttf")
SHAPED = FACES[1:]
LARGEST, SMALLEST, STEP, LINES = 88, 44, 4, 5
_NOBODYS = "\U0010fffd"  # drawn as every letter is that a face lacks
_INVISIBLE = frozenset("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\u2066\u2067\u2068\u2069\ufeff")


@dataclass(frozen=True)
class Setting:
    """`direction`: "ltr" or "rtl", None where Raqm is missing."""

    face: str
    size: int
    lines: tuple
    direction: str | None

    @property
    def font(self):
        return font(self.face, self.size)

    @property
    def leading(self):
        return round(self.size * (1.5 if self.face in SHAPED else 1.2))


def fit(text, *, across, down, direction, largest=LARGEST, smallest=SMALLEST, lines=LINES):
    """The text in the largest size that fits, cut short where none does; None if no face can set it."""
    words, face = text.split(), face_of(text)
    if not words or face is None:
        return None
    direction = direction if has_raqm() else None
    for size in range(largest, smallest - 1, -STEP):
        setting = Setting(face, size, _broken(words, face, size, across), direction)
        if _fits(setting, across, down, lines):
            return setting
    return _cut_short(words, setting, across, down, lines)


def face_of(text):
    """The face that has every letter of a text and sets it right, None if there is none."""
    letters = {mark for mark in text if not mark.isspace()} - _INVISIBLE
    for face in FACES:
        if all(_has(face, letter) for letter in letters):
            return face if has_raqm() or face not in SHAPED else None
    return None


@cache
def font(face, size):
    layout = ImageFont.Layout.RAQM if has_raqm() else ImageFont.Layout.BASIC
    return ImageFont.truetype(FONTS / face, size, layout_engine=layout)


@cache
def has_raqm():
    return bool(features.check("raqm") and features.check("fribidi"))


@cache
def _has(face, letter):
    return _drawn(face, letter) != _drawn(face, _NOBODYS)


def _drawn(face, letter):
    plain = ImageFont.truetype(FONTS / face, 24, layout_engine=ImageFont.Layout.BASIC)
    mask = plain.getmask(letter)
    return mask.size, bytes(mask)


def _broken(words, face, size, across):
    """Lines of whole words, each as long as fits."""
    lines, measured = [], font(face, size)
    for word in words:
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and measured.getlength(longer) <= across:
            lines[-1] = longer
        else:
            lines.append(word)
    return tuple(lines)


def _fits(setting, across, down, lines):
    widest = max(setting.font.getlength(line) for line in setting.lines)
    return len(setting.lines) <= lines and len(setting.lines) * setting.leading <= down and widest <= across


def _cut_short(words, setting, across, down, lines):
    """Fewer words and an ellipsis; None for a word that is wider than the card."""
    for kept in range(len(words) - 1, 0, -1):
        told = [*words[: kept - 1], f"{words[kept - 1]}…"]
        shorter = replace(setting, lines=_broken(told, setting.face, setting.size, across))
        if _fits(shorter, across, down, lines):
            return shorter
    return None
