"""Three people and a hull in frame."""

from articles.demo.drawing.inks import (
    BRICK,
    BROWN,
    GLOW,
    INK,
    NAVY,
    OAK,
    OCHRE,
    PLUM,
    RED,
    ROSE,
    SKIN,
    SLATE,
    SUN,
    TAN,
    TEAL,
)
from articles.demo.drawing.shapes import box, oval, placed, smooth
from articles.demo.drawing.stencils import disc, fade, halo, lines, poly, rect


def _hull_in_frame(s):
    """Ribs stand between gunwale and keel; the planking has reached the third strake."""
    gunwale = smooth((230, 452), (420, 540), (740, 580), (1060, 536), (1290, 420))
    keel = smooth((230, 452), (300, 640), (440, 770), (740, 812), (1050, 764), (1210, 610), (1290, 420))
    strake = [(x, y + 96) for x, y in gunwale]
    s.paint(poly(gunwale + keel[::-1]) * poly([(0, 1000), *strake, (1500, 1000)]), OAK)
    for drop in (146, 192):
        s.ink(lines([(x, y + drop) for x, y in gunwale], width=4) * poly(gunwale + keel[::-1]), INK, 0.7)
    ribs = [[(x, 480), (x - (x - 740) * 0.06, 830)] for x in range(310, 1230, 72)]
    s.paint(lines(*ribs, width=15) * poly(gunwale + keel[::-1]), OCHRE)
    s.paint(lines(keel, width=24), BRICK)
    s.paint(lines(gunwale, width=18), SUN)


def _builder(s, x, foot, coat, skin, *, mirrored=False):
    at = placed(x, foot, 1.0, mirrored=mirrored)
    s.paint(poly(at((-62, 0), (-70, -230), (-34, -286), (34, -286), (66, -230), (58, 0))), coat)
    s.paint(lines(smooth(*at((40, -250), (104, -190), (176, -196))), width=34), coat)
    s.paint(poly(at(*oval(192, -198, 20, 18)), at(*oval(6, -334, 42, 50))), skin)
    s.paint(poly(at(*oval(0, -352, 48, 42, start=170, end=360))), INK)


def _tools(s):
    s.paint(rect((1080, 110, 1420, 126)), OAK)
    s.paint(lines([(1130, 126), (1130, 250)], [(1210, 126), (1210, 230)], [(1370, 126), (1370, 260)], width=12), INK)
    s.paint(
        poly(
            box(1096, 230, 1164, 262),
            [(1196, 226), (1224, 226), (1218, 300), (1202, 300)],
            [(1280, 130), (1310, 130), (1326, 270), (1264, 270)],
            box(1340, 240, 1400, 274),
        ),
        SLATE,
    )


def workshop(s):
    s.ink(rect((0, 0, 1500, 1000)), TEAL, 0.8)
    s.stipple(fade(0, 800) * 0.55, NAVY)
    s.paint(rect((110, 90, 470, 400)), OAK)
    s.paint(rect((130, 110, 450, 380)), GLOW)
    s.paint(poly([(130, 380), (130, 320), (200, 300), (280, 322), (360, 290), (450, 316), (450, 380)]), ROSE)
    s.paint(rect((283, 110, 297, 380), (130, 236, 450, 250)), OAK)
    _tools(s)
    s.paint(rect((0, 850, 1500, 1000)), BRICK)
    s.stipple(rect((0, 850, 1500, 1000)) * fade(1000, 830), INK)
    s.paint(halo(750, 190, 520), SUN, 0.55)
    s.paint(lines([(750, 0), (750, 150)], width=6), INK)
    s.paint(poly([(660, 210), (700, 146), (800, 146), (840, 210)]), RED)
    s.paint(disc((750, 214, 40, 18)), GLOW)
    _builder(s, 500, 800, PLUM, TAN)
    _builder(s, 800, 810, NAVY, SKIN, mirrored=True)
    _hull_in_frame(s)
    _builder(s, 1330, 940, RED, BROWN, mirrored=True)
    s.paint(poly(box(1096, 700, 1146, 790), box(1110, 738, 1180, 756)), SLATE)
    s.paint(lines([(480, 790), (440, 920)], [(1010, 790), (1050, 920)], [(745, 820), (745, 920)], width=22), INK)
    shavings = s.rng.uniform((300, 890), (1250, 980), (40, 2))
    s.paint(poly(*(oval(x, y, 15, 7, end=290) for x, y in shavings)), SUN, 0.8)
