"""A football boot, upright in the goalmouth."""

from articles.demo.drawing.inks import BROWN, CREAM, GLOW, INK, MIST, MOSS, NAVY, OCHRE, RED, ROSE, STONE
from articles.demo.drawing.shapes import box, oval, smooth
from articles.demo.drawing.stencils import disc, fade, halo, lines, poly, rect


def _floodlight(s, x):
    s.paint(halo(x, 130, 420), GLOW, 0.4)
    s.paint(rect((x - 7, 140, x + 7, 520)), INK)
    s.paint(rect((x - 92, 84, x + 92, 176)), INK)
    s.paint(disc(*((x + over, 108 + down, 18) for over in (-66, -22, 22, 66) for down in (0, 44))), GLOW)


def _goal(s):
    net = [[(x, 380), (x + (x - 760) * 0.05, 700)] for x in range(380, 1150, 44)]
    rows = [[(360, y), (1160, y)] for y in range(420, 700, 42)]
    s.paint(lines(*net, *rows, width=2.5), MIST, 0.5)
    s.paint(lines([(350, 710), (350, 372), (1170, 372), (1170, 710)], width=17), CREAM)


def _boot(s):
    s.ink(poly(oval(790, 902, 330, 40)), INK, 0.65)
    s.paint(poly(*(box(x, 850, x + 46, 912) for x in (600, 700, 870, 980))), CREAM)
    shape = smooth(
        (596, 506),
        (660, 520),
        (756, 500),
        (770, 600),
        (800, 670),
        (900, 712),
        (1020, 744),
        (1070, 806),
        (1060, 862),
        (800, 868),
        (590, 866),
        (576, 780),
        (606, 660),
        closed=True,
    )
    s.paint(poly(shape), INK)
    s.paint(poly(smooth((588, 506), (660, 530), (764, 498), (760, 470), (670, 494), (592, 476), closed=True)), RED)
    s.paint(lines(*[[(700 + n * 38, 596 + n * 36), (786 + n * 34, 566 + n * 34)] for n in range(4)], width=12), CREAM)
    s.paint(
        lines(smooth((620, 690), (690, 740), (730, 820)), smooth((680, 660), (750, 720), (796, 820)), width=15), RED
    )
    s.paint(lines(smooth((582, 846), (800, 850), (1064, 842)), width=18), CREAM)
    splashes = s.rng.uniform((570, 740), (1050, 880), (22, 2))
    s.paint(disc(*((x, y, 4 + (y - 730) * 0.08) for x, y in splashes)), BROWN)


def boot(s):
    s.ink(rect((0, 0, 1500, 540)), NAVY, 0.95)
    s.stipple(fade(0, 520) * 0.5, INK)
    for x in (170, 1330):
        _floodlight(s, x)
    s.paint(rect((0, 470, 1500, 560)), INK)
    heads = s.rng.uniform((0, 470), (1500, 540), (190, 2))
    for number, colour in enumerate((STONE, ROSE, OCHRE)):
        s.paint(disc(*((x, y, 10, 11) for x, y in heads[number::3])), colour, 0.7)
    s.paint(rect((0, 552, 1500, 1000)), MOSS)
    s.stipple(rect((0, 552, 1500, 1000)) * fade(1000, 560) * 0.7, INK)
    _goal(s)
    puddles = [(760, 880, 600, 110), (300, 780, 210, 34), (1280, 760, 180, 30)]
    s.paint(disc(*puddles), BROWN, 0.9)
    s.paint(disc((460, 900, 140, 18), (1160, 920, 110, 14), (300, 782, 120, 12)), (170, 150, 140), 0.6)
    s.paint(lines([(0, 716), (1500, 716)], width=9), CREAM, 0.8)
    _boot(s)
