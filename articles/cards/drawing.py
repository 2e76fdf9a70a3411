"""How a share picture looks: the section and the headline on the colour of the paper, the paper's name under a rule."""

from dataclasses import dataclass
from io import BytesIO

from PIL import Image, ImageDraw

from .typesetting import fit

EDITION = 1  # counted up when the drawing changes, so that new pictures get new names
ACROSS, DOWN = 1200, 630
MARGIN, BAR, FOOT = 72, 18, 118
WITHIN = ACROSS - 2 * MARGIN
GROUND, INK, RULE = "#fdfcf9", "#16191f", "#d4d1ca"
# The accents of the stylesheet on a light ground, oklch(44% …) as sRGB.
ACCENTS = {
    "red": "#94221f",
    "blue": "#0051a0",
    "brown": "#7d4007",
    "green": "#03642b",
    "pink": "#872465",
    "teal": "#005f5f",
    "violet": "#543d9e",
    "olive": "#56560d",
    "slate": "#485463",
}


@dataclass(frozen=True)
class Card:
    """What stands on it. `over`: the line over the headline; `ink`: one of ACCENTS; `direction`: of the headline."""

    paper: str
    headline: str
    over: str
    ink: str
    direction: str


def draw(card):
    """The card as a JPEG."""
    image = Image.new("RGB", (ACROSS, DOWN), GROUND)
    pen, accent = ImageDraw.Draw(image), ACCENTS.get(card.ink, ACCENTS["red"])
    pen.rectangle((0, 0, ACROSS, BAR), fill=accent)
    headline = fit(card.headline, across=WITHIN, down=340, direction=card.direction)
    if headline is None:
        _alone(pen, card, accent)
    else:
        _over(pen, card, accent)
        _lines(pen, headline, 128, INK)
        _foot(pen, card)
    file = BytesIO()
    image.save(file, "JPEG", quality=82, optimize=True)
    return file.getvalue()


def _line(text, direction, *, largest, smallest):
    return fit(text, across=WITHIN, down=70, direction=direction, largest=largest, smallest=smallest, lines=1)


def _over(pen, card, accent):
    over = _line(card.over, card.direction, largest=36, smallest=28)
    if over:
        _lines(pen, over, 62, accent)


def _foot(pen, card):
    pen.line((MARGIN, DOWN - FOOT, ACROSS - MARGIN, DOWN - FOOT), fill=RULE, width=2)
    name = _line(card.paper, card.direction, largest=40, smallest=24)
    if name:
        _lines(pen, name, DOWN - FOOT + 30, INK)


def _alone(pen, card, accent):
    """The name of the paper in the middle: the headline is one that we cannot set."""
    name = fit(card.paper, across=WITHIN, down=380, direction="ltr", lines=3)
    if name:
        top = (DOWN + BAR - len(name.lines) * name.leading) // 2
        _lines(pen, name, top, accent, middle=True)


def _lines(pen, setting, top, ink, *, middle=False):
    """Lines from `top` down, from the side where they begin."""
    right = setting.direction == "rtl"
    x, anchor = (ACROSS // 2, "ma") if middle else (ACROSS - MARGIN, "ra") if right else (MARGIN, "la")
    for number, line in enumerate(setting.lines):
        place = (x, top + number * setting.leading)
        pen.text(place, line, fill=ink, font=setting.font, anchor=anchor, direction=setting.direction)
