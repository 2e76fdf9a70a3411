"""The Skerrin light at night, with the last house beside it."""

from articles.demo.drawing.inks import CREAM, GLOW, INK, NAVY, RED, SLATE, SUN, TEAL
from articles.demo.drawing.shapes import ridge, smooth
from articles.demo.drawing.stencils import across, disc, fade, halo, lines, poly, rect


def _beams(s, x, y):
    for tilt, force in ((0, 0.6), (34, 0.34)):
        s.paint(poly([(x, y), (0, y - 180 - tilt), (0, y + 84 + tilt)]) * across(x, -250), SUN, force)
    s.paint(poly([(x, y), (1500, y - 62), (1500, y + 62)]) * across(x, 1560), SUN, 0.5)


def _tower(s, x):
    outline = [(x - 60, 300), (x + 60, 300), (x + 98, 806), (x - 98, 806)]
    s.paint(poly(outline), CREAM)
    for top in (380, 540, 700):
        s.paint(poly(outline) * rect((0, top, 1500, top + 78)), RED)
    s.ink(poly([(x + 12, 300), (x + 60, 300), (x + 98, 806), (x + 26, 806)]), NAVY, 0.5)
    s.paint(rect((x - 46, 234, x + 46, 302)), GLOW)
    s.paint(poly([(x - 60, 238), (x + 60, 238), (x, 178)]), INK)
    s.paint(rect((x - 78, 298, x + 78, 314), (x - 4, 150, x + 4, 190)), INK)
    s.paint(lines([(x - 16, 236), (x - 16, 300)], [(x + 16, 236), (x + 16, 300)], width=4), INK)
    s.paint(rect((x - 16, 470, x + 6, 506), (x - 14, 630, x + 10, 670)), NAVY)


def lighthouse(s):
    s.ink(rect((0, 0, 1500, 1000)), TEAL, 0.62)
    s.stipple(fade(-40, 860) * 1.05, NAVY)
    stars = s.rng.uniform((0, 0), (1500, 460), (46, 2))
    s.paint(disc(*((x, y, 2.6) for x, y in stars)), CREAM, 0.8)
    _beams(s, 1010, 268)
    s.paint(halo(1010, 268, 210), SUN, 0.55)
    s.ink(poly(ridge(s.rng, 742, 26, bumps=3)), NAVY, 0.55)
    s.ink(rect((0, 770, 1500, 1000)), NAVY, 0.5)
    _tower(s, 1010)
    s.paint(
        poly(
            smooth(
                (560, 1010), (690, 900), (860, 806), (1010, 786), (1180, 792), (1340, 846), (1510, 874), (1510, 1010)
            )
        ),
        INK,
    )
    s.paint(rect((1164, 734, 1304, 806)), SLATE)
    s.paint(poly([(1150, 738), (1318, 738), (1234, 684)]), NAVY)
    s.paint(rect((1202, 756, 1226, 786)), SUN)
    s.path_of_light(300, 800, 985, SUN, half=110, strength=0.4)
    s.path_of_light(470, 830, 985, SUN, half=60, strength=0.3)
