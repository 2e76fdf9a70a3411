"""A hard hat in the limelight."""

from articles.demo.drawing.inks import CREAM, GLOW, INK, NAVY, OCHRE, PLUM, RED, SEA, SLATE, SUN, TAN
from articles.demo.drawing.shapes import box, oval, placed, smooth
from articles.demo.drawing.stencils import disc, fade, lines, poly, rect

CRIMSON = (150, 34, 44)


def _curtains(s):
    for side in (-1, 1):
        for fold in range(9):
            edge = 750 + side * (300 + fold * 62)
            hem = [(edge + side * (80 + fold * 3), 800), (edge + side * (10 + fold * 3), 800)]
            s.paint(poly([(edge, 120), (edge + side * 62, 120), *hem]), RED if fold % 2 else CRIMSON)
    for number in range(15):
        s.paint(disc((50 + number * 100, 110, 56, 120)), RED if number % 2 else CRIMSON)
    s.paint(rect((0, 0, 1500, 70), (0, 800, 1500, 830)), OCHRE)


def _chair(s, at):
    s.paint(
        lines(
            at((-34, 0), (-30, -70), (30, -70), (34, 0)),
            at((30, -70), (34, -170)),
            at((-30, -70), (-22, -170)),
            width=9,
        ),
        SEA,
    )
    s.paint(
        poly(at((-38, -82), (38, -82), (42, -64), (-42, -64)), at((-28, -170), (38, -170), (38, -128), (-26, -128))),
        SEA,
    )


def _hard_hat(s):
    s.paint(poly([(676, 760), (698, 560), (730, 520), (772, 520), (804, 560), (834, 760)]), CREAM)
    s.paint(
        lines(
            smooth((716, 556), (640, 500), (640, 410), (690, 388)), smooth((790, 560), (860, 620), (884, 690)), width=26
        ),
        CREAM,
    )
    s.paint(disc((750, 468, 40, 48)), TAN)
    s.paint(poly(oval(750, 452, 56, 52, start=180), box(684, 444, 816, 462)), SUN)
    s.paint(poly([(862, 676), (934, 664), (944, 756), (872, 768)]), CREAM)
    s.ink(lines([(884, 694), (926, 688)], [(887, 714), (928, 708)], [(890, 734), (920, 730)], width=4), NAVY)


def theatre(s):
    s.ink(rect((0, 0, 1500, 1000)), PLUM, 0.95)
    s.paint(poly([(450, 120), (1050, 120), (1130, 800), (370, 800)]), NAVY)
    s.paint(
        lines(
            [(560, 120), (530, 740)],
            [(940, 120), (970, 740)],
            [(440, 330), (1060, 330)],
            [(550, 330), (950, 560)],
            width=10,
        ),
        SLATE,
    )
    s.paint(poly([(716, 60), (800, 60), (1010, 764), (510, 764)]) * fade(-300, 900), SUN, 0.75)
    s.paint(disc((760, 762, 262, 46)), GLOW, 0.95)
    for x, y in ((480, 770), (560, 742), (968, 742), (1050, 770)):
        _chair(s, placed(x, y, 0.95))
    _hard_hat(s)
    _curtains(s)
    for x in range(20, 1500, 118):
        for y, shift in ((1000, 0), (915, 59)):
            s.paint(disc((x + shift, y, 40, 48)), INK)
            s.paint(rect((x + shift - 60, y + 36, x + shift + 60, 1100)), INK)
    s.stipple(rect((0, 830, 1500, 1000)) * fade(830, 1010) * 0.5, NAVY)
