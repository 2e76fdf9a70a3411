"""A boy, a window and the boat he looks for."""

from articles.demo.drawing.inks import BRICK, CREAM, INK, NAVY, OAK, OCHRE, PLUM, RED, SEA, SUN, TAN
from articles.demo.drawing.shapes import placed, smooth
from articles.demo.drawing.stencils import disc, fade, lines, poly, rect


def _sea_window(s, x):
    s.paint(rect((x - 22, 86, x + 322, 636)), CREAM)
    s.paint(rect((x, 106, x + 300, 596)), (150, 196, 208))
    s.paint(rect((x, 370, x + 300, 596)), SEA)
    s.stipple(rect((x, 370, x + 300, 596)) * fade(620, 360) * 0.7, NAVY)
    s.paint(rect((x - 36, 618, x + 336, 652)), OAK)


def _bars(s, x):
    s.paint(rect((x + 143, 106, x + 157, 596), (x, 262, x + 300, 274), (x, 440, x + 300, 452)), CREAM)


def _boat_in_the_window(s, at):
    s.paint(poly(at((-96, 0), (96, -4), (76, 36), (-74, 36))), NAVY)
    s.paint(poly(at((-66, -30), (56, -30), (56, 2), (-66, 2)), at((-34, -54), (28, -54), (28, -28), (-34, -28))), CREAM)
    s.paint(poly(at((-6, -92), (20, -92), (24, -52), (-10, -52))), RED)
    s.paint(poly(*(at((x, -22), (x + 14, -22), (x + 14, -8), (x, -8)) for x in range(-54, 44, 24))), SUN)


def _pupil(s, x, foot, coat, hair):
    s.paint(
        poly(
            [
                (x - 112, foot),
                (x - 96, foot - 150),
                (x - 40, foot - 196),
                (x + 40, foot - 196),
                (x + 96, foot - 150),
                (x + 112, foot),
            ]
        ),
        coat,
    )
    s.paint(rect((x - 24, foot - 236, x + 24, foot - 180)), TAN)
    s.paint(disc((x - 74, foot - 286, 16, 22), (x + 74, foot - 286, 16, 22)), TAN)
    s.paint(disc((x, foot - 300, 78, 88)), hair)


def _bell(s):
    s.paint(lines([(1370, 0), (1370, 120)], [(1370, 260), (1370, 440)], width=7), INK)
    s.paint(
        poly(smooth((1300, 262), (1326, 216), (1334, 140), (1370, 112), (1406, 140), (1414, 216), (1440, 262))), SUN
    )
    s.paint(disc((1370, 272, 18)), OCHRE)
    s.paint(disc((1370, 446, 15, 26)), RED)


def _desk(s, x, y, scale):
    at = placed(x, y, scale)
    s.paint(poly(at((-150, 0), (150, 0), (176, 44), (-176, 44))), OAK)
    s.paint(
        poly(
            at((-176, 44), (176, 44), (176, 66), (-176, 66)),
            at((-160, 66), (-140, 66), (-140, 260), (-160, 260)),
            at((140, 66), (160, 66), (160, 260), (140, 260)),
        ),
        INK,
    )
    s.paint(poly(at((-60, 8), (10, 8), (6, 34), (-74, 34))), CREAM)


def classroom(s):
    s.ink(rect((0, 0, 1500, 1000)), OCHRE, 0.55)
    s.ink(rect((0, 700, 1500, 1000)), BRICK, 0.5)
    s.stipple(fade(1000, 560) * 0.35, PLUM)
    for x in (90, 500, 910):
        _sea_window(s, x)
    _boat_in_the_window(s, placed(602, 400, 1.05))
    for x in (90, 500, 910):
        _bars(s, x)
        s.paint(poly([(x - 10, 720), (x + 290, 720), (x + 170, 1000), (x - 190, 1000)]), SUN, 0.35)
    _bell(s)
    _desk(s, 230, 800, 1.0)
    _desk(s, 1180, 800, 1.0)
    _pupil(s, 660, 1000, RED, INK)
