"""A flat ferry, and the slate roofs of the town it leaves."""

from articles.demo.drawing.inks import CREAM, GLOW, LEAF, NAVY, RED, ROSE, SEA, SLATE, STONE, SUN, TAN, TEAL
from articles.demo.drawing.scenes.water import open_water
from articles.demo.drawing.shapes import oval, placed, ridge
from articles.demo.drawing.stencils import disc, fade, lines, poly, rect


def _slate_house(s, x, foot, wide, high, *, lit=False):
    s.paint(rect((x, foot - high, x + wide, foot)), CREAM)
    s.paint(
        poly(
            [
                (x - 8, foot - high),
                (x + wide * 0.12, foot - high - 70),
                (x + wide * 0.88, foot - high - 70),
                (x + wide + 8, foot - high),
            ]
        ),
        SLATE,
    )
    s.paint(
        rect(
            (x + 6, foot - high - 112, x + 34, foot - high - 40),
            (x + wide - 34, foot - high - 112, x + wide - 6, foot - high - 40),
        ),
        STONE,
    )
    panes = [(x + wide * part, foot - high + 26, x + wide * part + 28, foot - high + 78) for part in (0.18, 0.62)]
    s.paint(rect(*panes), GLOW if lit else SEA)
    s.paint(rect((x + wide * 0.4, foot - 78, x + wide * 0.4 + 40, foot)), TEAL)


def _flat_ferry(s, at):
    s.ink(poly(at((-330, 70), (330, 70), (280, 120), (-280, 120))), NAVY, 0.6)
    s.paint(poly(at((-390, -34), (-300, 0), (300, 0), (390, -34), (330, 74), (-330, 74))), NAVY)
    s.paint(poly(at((-312, 14), (312, 14), (306, 30), (-306, 30))), CREAM)
    s.paint(poly(at((130, -150), (250, -150), (250, 2), (130, 2))), CREAM)
    s.paint(
        poly(
            at((116, -168), (264, -168), (264, -146), (116, -146)), at((144, -122), (236, -122), (236, -80), (144, -80))
        ),
        RED,
    )
    s.paint(poly(at((148, -118), (232, -118), (232, -84), (148, -84))), SEA)
    for x, coat in ((-250, RED), (-200, SUN), (-140, TEAL), (-96, ROSE), (-20, RED), (40, LEAF)):
        s.paint(poly(at(*oval(x, -44, 20, 44)), at((x - 20, -44), (x + 20, -44), (x + 22, 2), (x - 22, 2))), coat)
        s.paint(poly(at(*oval(x, -98, 15, 17))), TAN)
    s.paint(lines(at((-296, -44), (100, -44)), width=4), NAVY)


def bac(s):
    s.stipple(fade(0, 520) * 0.75, SEA)
    s.paint(disc((330, 190, 150, 40), (450, 206, 130, 30), (1200, 130, 170, 36)), CREAM, 0.8)
    s.ink(poly(ridge(s.rng, 500, 46, bumps=2.4)), LEAF, 0.9)
    s.paint(poly([(890, 330), (960, 120), (1030, 330)]), SLATE)
    s.paint(rect((900, 328, 1020, 590)), STONE)
    s.paint(rect((944, 370, 976, 430)), NAVY)
    for number, (x, high) in enumerate(((40, 150), (230, 176), (420, 140), (610, 184), (1040, 168), (1230, 140))):
        _slate_house(s, x, 590, 176, high, lit=number == 3)
    s.paint(rect((0, 588, 1500, 636)), STONE)
    s.paint(rect((0, 588, 1500, 600)), SEA)
    open_water(s, 634)
    s.ripples(720, 990, NAVY, count=80, strength=0.55)
    _flat_ferry(s, placed(560, 762, 1.22))
