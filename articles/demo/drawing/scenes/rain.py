"""Lower Quay under water, and somebody in wellingtons."""

from articles.demo.drawing.inks import BRICK, BROWN, GLOW, INK, MIST, NAVY, OCHRE, RED, SEA, SLATE, SUN, TEAL
from articles.demo.drawing.shapes import glint, oval, placed, smooth
from articles.demo.drawing.stencils import disc, fade, halo, lines, poly, rect


def _street_lamp(s, x, top, scale):
    s.paint(halo(x, top, 190 * scale), SUN, 0.6)
    s.paint(lines([(x, top), (x, top + 430 * scale)], width=8 * scale), INK)
    s.paint(disc((x, top, 23 * scale)), GLOW)
    s.path_of_light(x, top + 450 * scale, 990, SUN, half=30 * scale, strength=0.75)


def _shop_rows(s):
    left = [(0, 40), (250, 150), (420, 280), (420, 650), (0, 790)]
    right = [(1500, 0), (1260, 130), (1010, 300), (1010, 650), (1500, 830)]
    s.ink(poly(left, right), NAVY, 0.85)
    s.ink(poly([(420, 380), (560, 330), (640, 400), (800, 350), (1010, 420), (1010, 650), (420, 650)]), NAVY, 0.55)
    lit = [
        (60, 330, 130, 440),
        (280, 400, 334, 476),
        (1062, 400, 1112, 480),
        (1270, 340, 1340, 450),
        (1400, 310, 1480, 430),
    ]
    s.paint(rect(*lit), SUN, 0.95)
    s.paint(rect((174, 368, 232, 460), (360, 420, 400, 486), (1158, 372, 1216, 466)), SLATE)
    s.paint(
        poly([(40, 560), (190, 560), (190, 720), (40, 764)], [(1230, 560), (1400, 560), (1400, 790), (1230, 730)]), TEAL
    )
    s.paint(
        poly([(30, 520), (210, 530), (210, 570), (30, 566)], [(1210, 528), (1420, 516), (1420, 566), (1210, 570)]), RED
    )


def _under_umbrella(s, x, foot):
    s.paint(lines([(x + 56, foot - 340), (x + 56, foot - 236)], width=6), INK)
    s.paint(lines([(x + 30, foot - 216), (x + 56, foot - 262)], width=22), SUN)
    s.paint(poly(oval(x, foot - 330, 128, 108, start=180)), RED)
    s.ink(lines([(x, foot - 436), (x, foot - 330)], width=4), INK)
    s.paint(poly([(x - 40, foot - 250), (x + 40, foot - 250), (x + 62, foot - 60), (x - 62, foot - 60)]), SUN)
    s.paint(disc((x, foot - 286, 32, 38)), BROWN)
    s.paint(rect((x - 42, foot - 70, x - 8, foot), (x + 8, foot - 70, x + 42, foot)), INK)
    s.paint(poly(*(glint(x, foot + row * 22, 110 - row * 16, 7) for row in range(5))), RED, 0.55)
    s.paint(poly(glint(x - 10, foot, 130, 9)), MIST, 0.7)


def _sandbag(s, at):
    corners = ((-64, -24), (0, -29), (64, -24), (73, 0), (64, 24), (0, 29), (-64, 24), (-73, 0))
    sack = poly(smooth(*at(*corners), closed=True))
    s.paint(sack, OCHRE)
    s.ink(sack * poly(at((-80, 4), (80, 10), (80, 40), (-80, 40))), BRICK, 0.5)


def rain(s):
    s.ink(rect((0, 0, 1500, 1000)), SEA, 0.5)
    s.stipple(fade(-60, 720) * 0.95, NAVY)
    _shop_rows(s)
    s.paint(poly([(420, 648), (1010, 648), (1500, 828), (1500, 1000), (0, 1000), (0, 788)]), TEAL)
    s.stipple(poly([(420, 648), (1010, 648), (1500, 828), (1500, 1000), (0, 1000), (0, 788)]) * fade(1000, 600), NAVY)
    s.ripples(680, 990, MIST, count=40, strength=0.2, span=(200, 1300))
    for x, top, scale in ((560, 330, 0.62), (930, 270, 0.86), (300, 170, 1.25)):
        _street_lamp(s, x, top, scale)
    _under_umbrella(s, 740, 830)
    drops = s.rng.uniform((0, -20), (1520, 1000), (230, 2))
    s.paint(lines(*([(x, y), (x - 10, y + 46)] for x, y in drops), width=2), MIST, 0.5)
    for x, y in (
        (1090, 938),
        (1238, 938),
        (1386, 938),
        (1164, 886),
        (1312, 886),
        (1460, 886),
        (1238, 834),
        (1386, 834),
    ):
        _sandbag(s, placed(x, y))
