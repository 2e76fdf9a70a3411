"""A herring gull on the board's table."""

from articles.demo.drawing.inks import BRICK, CREAM, INK, NAVY, OAK, OCHRE, RED, SLATE, STONE, SUN, TEAL
from articles.demo.drawing.shapes import oval, smooth
from articles.demo.drawing.stencils import disc, fade, lines, poly, rect


def _gull_body(s):
    body = smooth(
        (470, 640),
        (560, 470),
        (700, 330),
        (760, 190),
        (850, 138),
        (930, 180),
        (946, 262),
        (920, 380),
        (930, 520),
        (870, 650),
        (700, 720),
        (540, 706),
        closed=True,
    )
    s.paint(poly(body), CREAM)
    s.ink(poly(body) * fade(760, 420), SLATE, 0.4)
    wing = smooth(
        (800, 470), (700, 440), (560, 540), (400, 660), (270, 760), (460, 744), (640, 706), (780, 620), closed=True
    )
    s.paint(poly(wing), SLATE)
    s.paint(poly([(270, 760), (200, 800), (400, 778), (480, 736), (420, 690)]), INK)
    s.ink(
        lines(smooth((760, 560), (640, 640), (470, 720)), smooth((780, 520), (660, 570), (520, 660)), width=5), INK, 0.6
    )


def _gull_face(s):
    s.paint(poly(smooth((930, 196), (1010, 206), (1080, 236), (1096, 286), (1066, 272), (1000, 266), (936, 262))), SUN)
    s.paint(disc((1054, 262, 16, 11)), RED)
    s.ink(lines(smooth((938, 236), (1010, 240), (1066, 258)), width=4), INK, 0.7)
    s.paint(disc((884, 206, 20)), SUN)
    s.paint(disc((888, 206, 10)), INK)
    s.paint(lines([(852, 176), (912, 190)], width=9), INK)
    s.paint(lines([(690, 716), (690, 800)], [(800, 690), (800, 800)], width=18), OCHRE)
    s.paint(poly([(640, 812), (690, 786), (750, 812)], [(750, 812), (800, 786), (862, 812)]), OCHRE)


def _papers(s):
    s.paint(
        poly([(960, 860), (1230, 838), (1330, 930), (1020, 958)], [(150, 880), (420, 850), (470, 930), (170, 966)]),
        CREAM,
    )
    rules = [[(1010, 880 + n * 18), (1220 + n * 18, 864 + n * 17)] for n in range(4)]
    s.ink(lines(*rules, *[[(196, 896 + n * 17), (410, 874 + n * 17)] for n in range(4)], width=4), SLATE, 0.8)
    chips = [
        [(1110, 800), (1240, 770)],
        [(1130, 822), (1270, 826)],
        [(1190, 780), (1290, 806)],
        [(1160, 812), (1210, 740)],
    ]
    s.paint(lines(*chips, width=24), SUN)
    s.ink(lines(*chips[::2], width=6), OCHRE, 0.8)


def gull(s):
    s.ink(rect((0, 0, 1500, 800)), TEAL, 0.95)
    s.stipple(fade(0, 800) * 0.6, NAVY)
    for x in (90, 1170):
        s.paint(rect((x, 90, x + 250, 520)), OCHRE)
        s.paint(rect((x + 20, 110, x + 230, 500)), SLATE)
        s.paint(
            poly(
                oval(x + 125, 280, 52, 64),
                [(x + 34, 500), (x + 50, 400), (x + 96, 352), (x + 154, 352), (x + 200, 400), (x + 216, 500)],
            ),
            STONE,
        )
    s.paint(rect((0, 776, 1500, 1000)), BRICK)
    s.stipple(rect((0, 776, 1500, 1000)) * fade(1010, 776) * 0.8, INK)
    s.paint(rect((0, 770, 1500, 784)), OAK)
    s.ink(poly(oval(740, 822, 330, 26)), INK, 0.5)
    _papers(s)
    _gull_body(s)
    _gull_face(s)
