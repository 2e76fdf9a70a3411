"""Seven houses at dusk, two of them dark."""

from articles.demo.drawing.inks import (
    BRICK,
    CREAM,
    GLOW,
    INK,
    LEAF,
    NAVY,
    OCHRE,
    PLUM,
    RED,
    ROSE,
    SEA,
    SLATE,
    STONE,
    SUN,
    TEAL,
)
from articles.demo.drawing.stencils import disc, fade, lines, poly, rect


def _house(s, x, top, wall, *, lit):
    glass = SUN if lit else (38, 46, 70)
    s.paint(rect((x, top, x + 214, 836)), wall)
    s.paint(poly([(x - 8, top + 6), (x + 30, top - 84), (x + 184, top - 84), (x + 222, top + 6)]), SLATE)
    s.paint(rect((x + 146, top - 150, x + 188, top - 54)), BRICK)
    frames = [
        (x + 28, top + 60, x + 92, top + 200),
        (x + 124, top + 60, x + 188, top + 200),
        (x + 120, top + 300, x + 196, top + 446),
    ]
    s.paint(rect(*((a - 7, b - 7, c + 7, d + 7) for a, b, c, d in frames)), CREAM)
    s.paint(rect(*frames), glass)
    bars = [[((a + c) / 2, b), ((a + c) / 2, d)] for a, b, c, d in frames] + [
        [(a, (b + d) / 2), (c, (b + d) / 2)] for a, b, c, d in frames
    ]
    s.paint(lines(*bars, width=5), CREAM)


def _door(s, x, top, colour):
    s.paint(rect((x + 22, top + 296, x + 100, 836)), CREAM)
    s.paint(rect((x + 30, top + 304, x + 92, 836)), colour)
    s.paint(rect((x + 38, top + 314, x + 84, top + 348)), SEA)
    s.paint(disc((x + 82, top + 430, 6)), SUN)


def terrace(s):
    s.ink(rect((0, 0, 1500, 830)), SEA, 0.9)
    s.stipple(fade(0, 460) * 0.85, NAVY)
    s.paint(disc((1190, 96, 46)), GLOW)
    walls, doors = (ROSE, OCHRE, TEAL, STONE, RED, LEAF, SEA), (NAVY, RED, PLUM, TEAL, NAVY, RED, SUN)
    for number, x in enumerate(range(-26, 1500, 218)):
        top = 280 + 20 * (number % 3)
        _house(s, x, top, walls[number], lit=number not in (3, 6))
        _door(s, x, top, doors[number])
    s.ink(rect((0, 180, 1500, 836)), NAVY, 0.12)
    s.paint(rect((0, 832, 1500, 876)), STONE)
    s.paint(rect((0, 872, 1500, 1000)), INK)
    s.stipple(fade(1000, 820) * 0.4, NAVY)
