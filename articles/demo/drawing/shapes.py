"""Outlines as lists of points on a field of 1500 by 1000. Nothing here knows about paper or ink."""

from math import cos, pi, sin

WIDE, HIGH = 1500, 1000


def placed(x, y, scale=1.0, *, mirrored=False):
    """A function that moves points drawn around (0, 0) to their place at their size."""
    side = -scale if mirrored else scale
    return lambda *points: [(x + px * side, y + py * scale) for px, py in points]


def box(left, top, right, bottom):
    return [(left, top), (right, top), (right, bottom), (left, bottom)]


def glint(x, y, half, rise=4):
    """A lozenge of light on water."""
    return [(x - half, y), (x, y - rise), (x + half, y), (x, y + rise)]


def oval(x, y, across, up, *, start=0, end=360, steps=48):
    """An arc of an ellipse, in degrees clockwise from three o'clock."""
    angles = (start + (end - start) * step / steps for step in range(steps + 1))
    return [(x + across * cos(a * pi / 180), y + up * sin(a * pi / 180)) for a in angles]


def _between(before, start, end, after, t):
    """One coordinate of a Catmull-Rom spline from `start` to `end`."""
    pull, bend = end - before, 2 * before - 5 * start + 4 * end - after
    return start + 0.5 * t * (pull + t * (bend + t * (3 * (start - end) + after - before)))


def smooth(*points, closed=False, steps=10):
    """A soft line through all the points given."""
    ring = [points[-1], *points, points[0], points[1]] if closed else [points[0], *points, points[-1]]
    spans = list(zip(ring, ring[1:], ring[2:], ring[3:], strict=False))
    moments = [(list(zip(*span, strict=True)), step / steps) for span in spans for step in range(steps)]
    line = [tuple(_between(*axis, t) for axis in axes) for axes, t in moments]
    return line if closed else [*line, points[-1]]


def wave(level, height, length, *, phase=0.0, start=-20, end=1520, steps=90):
    """A swell from left to right."""
    xs = [start + (end - start) * step / steps for step in range(steps + 1)]
    return [(x, level + height * sin(x / length + phase)) for x in xs]


def ridge(rng, level, height, *, bumps=4.0, rough=0.35):
    """Everything under a rolling skyline."""
    phases = rng.uniform(0, 6, 4)
    xs = [WIDE * step / 150 for step in range(151)]
    tops = [sum(rough**n * sin(x / WIDE * pi * bumps * 1.9**n + p) for n, p in enumerate(phases)) for x in xs]
    return [(0, HIGH), *((x, level - height * top / 1.6) for x, top in zip(xs, tops, strict=True)), (WIDE, HIGH)]
