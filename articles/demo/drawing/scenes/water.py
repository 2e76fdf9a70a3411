"""The sea, from the horizon to our feet."""

from articles.demo.drawing.inks import NAVY, SEA, TEAL
from articles.demo.drawing.stencils import fade, rect


def open_water(s, horizon, near=NAVY):
    s.paint(rect((0, horizon, 1500, 1000)), SEA)
    s.ink(rect((0, horizon, 1500, 1000)), TEAL, 0.5)
    s.stipple(fade(1010, horizon - 40) * rect((0, horizon, 1500, 1000)) * 0.95, near)
