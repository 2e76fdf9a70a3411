"""The fish stalls."""

from articles.demo.drawing.inks import (
    BROWN,
    CREAM,
    INK,
    MIST,
    NAVY,
    OCHRE,
    PLUM,
    RED,
    ROSE,
    SEA,
    SKIN,
    STONE,
    SUN,
    TAN,
    TEAL,
)
from articles.demo.drawing.shapes import box, oval, placed
from articles.demo.drawing.stencils import disc, fade, poly, rect


def _awning(s, x, top, wide, colour):
    stripes, middle = 10, x + wide / 2
    for number in range(stripes):
        left, right = x + wide * number / stripes, x + wide * (number + 1) / stripes
        peak = [middle + (edge - middle) * 0.82 for edge in (left, right)]
        tone = CREAM if number % 2 else colour
        s.paint(poly([(peak[0], top), (peak[1], top), (right, top + 170), (left, top + 170)]), tone)
        s.paint(disc(((left + right) / 2, top + 170, wide / stripes / 2, 24)), tone)
    s.ink(rect((x, top + 168, x + wide, top + 204)), INK, 0.25)


def _seller(s, x, coat, skin):
    s.paint(poly([(x - 82, 800), (x - 66, 650), (x - 24, 622), (x + 24, 622), (x + 66, 650), (x + 82, 800)]), coat)
    s.paint(poly([(x - 46, 680), (x + 46, 680), (x + 54, 800), (x - 54, 800)]), CREAM)
    s.paint(disc((x, 574, 40, 48)), skin)
    s.paint(poly(oval(x, 556, 46, 36, start=180), box(x - 62, 550, x + 46, 564)), NAVY)


def _mackerel(s, at):
    s.paint(poly(at(*oval(0, 0, 78, 20)), at((64, 0), (108, -24), (96, 0), (108, 24))), NAVY)
    s.paint(poly(at((-68, 4), (0, 18), (66, 4), (0, 8))), MIST)
    s.paint(poly(at(*oval(-54, -4, 5, 5))), SUN)


def _slab(s):
    s.paint(poly([(-20, 768), (1520, 768), (1560, 900), (-60, 900)]), MIST)
    s.stipple(poly([(-20, 768), (1520, 768), (1560, 900), (-60, 900)]) * fade(900, 740) * 0.4, SEA)
    for row, y in enumerate((796, 836, 876)):
        for x in range(60 + 70 * (row % 2), 1500, 214):
            _mackerel(s, placed(x, y, 0.86 + row * 0.06, mirrored=row == 1))
    s.paint(disc(*((x, 790 + 44 * (x // 214 % 2), 20) for x in range(168, 1500, 428))), SUN)
    s.paint(rect((0, 904, 1500, 1000)), TEAL)
    s.paint(rect((0, 898, 1500, 914)), CREAM)


def market(s):
    s.ink(rect((0, 0, 1500, 460)), SUN, 0.5)
    heights = (150, 70, 200, 110, 170, 60, 140)
    for number, (x, high) in enumerate(zip(range(-20, 1500, 222), heights, strict=True)):
        s.ink(
            poly([(x, 460), (x, high + 70), (x + 106, high), (x + 212, high + 70), (x + 212, 460)]),
            (OCHRE, ROSE, STONE)[number % 3],
            0.65,
        )
        s.ink(rect(*((x + a, high + b, x + a + 34, high + b + 54) for a in (44, 130) for b in (110, 210))), NAVY, 0.5)
    s.ink(rect((0, 420, 1500, 1000)), NAVY, 0.8)
    for x, top, wide, colour in ((-60, 300, 520, RED), (1040, 300, 560, RED), (430, 330, 640, TEAL)):
        _awning(s, x, top, wide, colour)
    s.paint(rect((452, 520, 464, 800), (1036, 520, 1048, 800)), INK)
    for x, coat, skin in ((220, PLUM, TAN), (660, RED, BROWN), (860, SUN, SKIN), (1270, TEAL, TAN)):
        _seller(s, x, coat, skin)
    _slab(s)
    s.stipple(fade(1000, 880) * 0.6, NAVY)
