"""Five heads and five arms."""

from articles.demo.drawing.inks import CREAM, MIST, NAVY, RED, SEA, SUN, TAN, TEAL
from articles.demo.drawing.shapes import oval, placed, smooth, wave
from articles.demo.drawing.stencils import fade, poly, rect


def _swimmer(s, at, cap):
    s.paint(poly(at(*oval(-20, 58, 170, 26))), MIST, 0.55)
    s.paint(
        poly(
            smooth(
                *at(
                    (30, 30),
                    (86, -70),
                    (150, -104),
                    (206, -52),
                    (226, 16),
                    (196, 24),
                    (170, -40),
                    (136, -58),
                    (100, 44),
                )
            )
        ),
        TAN,
    )
    s.paint(poly(at(*oval(0, 6, 62, 66))), TAN)
    s.paint(poly(at(*oval(-6, -8, 66, 58))), cap)
    s.paint(poly(at(*oval(-26, -28, 14, 9))), CREAM, 0.5)
    s.paint(poly(at(*oval(6, 68, 128, 22))), SEA)
    s.paint(poly(at((-210, 60), (-100, 50), (-90, 60)), at((-250, 92), (-110, 74), (-100, 84))), MIST, 0.6)


def swimmers(s):
    s.ink(rect((0, 0, 1500, 1000)), SEA, 0.85)
    for row, y in enumerate(range(-20, 1010, 66)):
        crest = wave(y, 20, 95, phase=row * 1.3)
        s.ink(poly(crest + [(x, top + 18 + row) for x, top in reversed(crest)]), TEAL if row % 2 else NAVY, 0.55)
    s.stipple(fade(1000, 500) * 0.5, NAVY)
    school = (
        (300, 250, 0.86, RED),
        (1130, 250, 0.9, SUN),
        (700, 420, 1.05, CREAM),
        (400, 690, 1.25, SUN),
        (1080, 720, 1.3, RED),
    )
    for x, y, scale, cap in school:
        _swimmer(s, placed(x, y, scale), cap)
