"""A lit door at night."""

from articles.demo.drawing.inks import BROWN, CREAM, GLOW, INK, NAVY, RED, STONE, SUN, TEAL
from articles.demo.drawing.shapes import oval, placed
from articles.demo.drawing.stencils import fade, halo, lines, poly, rect


def _patient(s, x, foot, scale, coat):
    at = placed(x, foot, scale)
    s.paint(poly(at((-48, 0), (-56, -210), (-26, -256), (26, -256), (56, -210), (48, 0))), coat)
    s.paint(poly(at(*oval(0, -300, 36, 42))), BROWN)
    s.paint(poly(at(*oval(0, -318, 42, 34, start=180))), INK)


def clinic(s):
    s.ink(rect((0, 0, 1500, 1000)), NAVY, 0.9)
    s.stipple(fade(0, 900) * 0.6, INK)
    s.paint(rect((240, 150, 1260, 860)), (58, 66, 100))
    s.paint(rect((200, 130, 1300, 166)), STONE)
    for x in (330, 1010):
        s.paint(rect((x - 10, 250, x + 170, 560)), CREAM)
        s.paint(rect((x, 260, x + 160, 550)), GLOW if x < 600 else (40, 48, 74))
        s.paint(lines([(x + 80, 260), (x + 80, 550)], [(x, 400), (x + 160, 400)], width=7), CREAM)
    s.paint(rect((610, 330, 890, 860)), CREAM)
    s.paint(rect((632, 352, 868, 860)), GLOW)
    s.paint(halo(750, 600, 420), SUN, 0.3)
    s.paint(poly([(632, 860), (868, 860), (1080, 1000), (420, 1000)]), SUN, 0.75)
    s.paint(rect((660, 196, 840, 306)), TEAL)
    s.paint(rect((732, 210, 768, 292), (709, 233, 791, 269)), CREAM)
    _patient(s, 716, 892, 1.1, RED)
    _patient(s, 806, 892, 0.66, TEAL)
    s.ink(poly([(660, 890), (860, 890), (840, 990), (620, 990)]), NAVY, 0.5)
    s.paint(poly([(868, 352), (980, 320), (980, 900), (868, 860)]), TEAL)
