"""A hull on the slip between two cranes."""

from articles.demo.drawing.inks import BROWN, CREAM, INK, NAVY, OCHRE, PLUM, RED, ROSE, SUN, TEAL
from articles.demo.drawing.shapes import box, placed, ridge, smooth
from articles.demo.drawing.stencils import disc, fade, lines, poly, rect


def _crane(s, at, scale):
    s.ink(lines(at((-80, 0), (-36, -500)), at((80, 0), (36, -500)), width=15 * scale), NAVY)
    braces = [
        at((-70, -120), (58, -250)),
        at((70, -120), (-58, -250)),
        at((-56, -270), (48, -390)),
        at((56, -270), (-48, -390)),
    ]
    s.ink(lines(*braces, width=8 * scale), NAVY)
    jib = [
        at((-170, -520), (430, -600)),
        at((0, -640), (430, -600)),
        at((0, -640), (-170, -520)),
        at((0, -640), (0, -500)),
    ]
    s.ink(lines(*jib, width=10 * scale), NAVY)
    s.ink(lines(at((350, -590), (350, -380)), width=4), NAVY)
    s.paint(poly(at((-64, -540), (64, -540), (64, -450), (-64, -450))), RED)


def _hull_on_the_slip(s):
    sheer = smooth((250, 372), (420, 420), (700, 448), (980, 420), (1190, 330))
    keel = smooth((1190, 330), (1120, 520), (1020, 660), (860, 716), (560, 722), (380, 660), (290, 540), (250, 372))
    s.paint(poly(sheer + keel), RED)
    s.ink(poly(sheer + keel) * rect((0, 590, 1500, 800)), PLUM, 0.75)
    for drop in (50, 100, 150):
        s.ink(
            lines(
                [(x, y + drop) for x, y in smooth((300, 396), (420, 420), (700, 448), (980, 420), (1136, 356))], width=3
            ),
            INK,
            0.6,
        )
    s.paint(lines(sheer, width=12), CREAM)
    s.paint(poly([(520, 436), (760, 446), (760, 330), (560, 322)]), CREAM)
    s.paint(rect((590, 350, 630, 386), (650, 352, 690, 388), (708, 354, 742, 390)), NAVY)


def boatyard(s):
    s.ink(rect((0, 0, 1500, 720)), SUN, 0.35)
    s.stipple(fade(0, 620) * 0.85, OCHRE)
    s.ink(poly(ridge(s.rng, 630, 40)), ROSE, 0.7)
    _crane(s, placed(190, 730), 1)
    _crane(s, placed(1290, 730, 0.8), 0.8)
    s.paint(rect((0, 724, 1500, 1000)), NAVY)
    s.stipple(fade(1000, 720) * 0.7, INK)
    _hull_on_the_slip(s)
    props = [box(x, 640, x + 24, 850) for x in (420, 560, 700, 840, 980)]
    s.paint(poly(*props, box(360, 730, 1060, 750), box(320, 846, 1100, 872)), OCHRE)
    s.paint(lines([(300, 860), (420, 600)], [(1120, 860), (1040, 560)], width=16), OCHRE)
    s.paint(disc((1190, 690, 22)), BROWN)
    s.paint(poly([(1160, 860), (1164, 740), (1178, 712), (1204, 712), (1218, 740), (1222, 860)]), TEAL)
    s.paint(disc((1190, 676, 24, 16)), SUN)
