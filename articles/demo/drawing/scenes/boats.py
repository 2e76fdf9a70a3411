"""Crab boats at their moorings."""

from articles.demo.drawing.inks import CREAM, INK, NAVY, OCHRE, RED, ROSE, SUN, TEAL
from articles.demo.drawing.scenes.water import open_water
from articles.demo.drawing.shapes import placed, ridge, smooth
from articles.demo.drawing.stencils import disc, fade, lines, poly, rect


def _crab_boat(s, at, scale, hull):
    s.ink(poly(at((-180, 62), (180, 62), (110, 128), (-130, 128))), NAVY, 0.55)
    s.paint(poly(at((-92, -116), (48, -116), (60, -16), (-100, -16))), CREAM if hull != CREAM else ROSE)
    s.paint(poly(smooth(*at((-212, -26), (-196, 30), (-150, 70), (0, 76), (150, 68), (206, 10), (226, -52)))), hull)
    s.paint(poly(at((-211, -20), (218, -40), (212, -24), (-208, -4))), INK, 0.8)
    s.paint(poly(at((-104, -130), (60, -130), (60, -112), (-104, -112))), INK)
    s.paint(
        poly(at((-74, -94), (-26, -94), (-26, -56), (-74, -56)), at((-8, -94), (36, -94), (36, -56), (-8, -56))), TEAL
    )
    s.paint(lines(at((-20, -128), (-20, -262)), at((-20, -246), (196, -44)), width=4 * scale), INK)


def boats(s):
    s.ink(rect((0, 0, 1500, 420)), SUN, 0.55)
    s.stipple(fade(0, 420) * 0.6, OCHRE)
    s.ink(disc((1130, 250, 92)), RED, 0.75)
    s.ink(poly(ridge(s.rng, 384, 30)), TEAL, 0.6)
    open_water(s, 408)
    s.path_of_light(1130, 424, 560, SUN, half=70)
    s.ripples(440, 990, NAVY, count=90, strength=0.45)
    fleet = ((330, 500, 0.5, RED), (640, 476, 0.4, CREAM), (930, 520, 0.55, SUN), (1320, 560, 0.72, NAVY))
    for x, y, scale, hull in (*fleet, (560, 640, 0.95, CREAM), (1090, 800, 1.3, RED), (270, 830, 1.28, SUN)):
        _crab_boat(s, placed(x, y, scale), scale, hull)
