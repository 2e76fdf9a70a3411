"""Stencils cut from outlines: each is a mask of the sheet's size, 0 where no ink passes and 1 where all does."""

import numpy as np
from PIL import Image, ImageDraw

from .shapes import HIGH, WIDE, box, oval

WIDTH, HEIGHT = 1664, 1110
_FINE = 2
_SCALE = _FINE * WIDTH / WIDE


def _scaled(points):
    return [(x * _SCALE, y * _SCALE) for x, y in points]


def _cut(draw):
    board = Image.new("L", (WIDTH * _FINE, HEIGHT * _FINE))
    draw(ImageDraw.Draw(board))
    return np.asarray(board.reduce(_FINE), np.float32) / 255


def poly(*outlines):
    return _cut(lambda knife: [knife.polygon(_scaled(outline), 255) for outline in outlines])


def rect(*boxes):
    return poly(*(box(*edges) for edges in boxes))


def disc(*circles):
    """Each circle is x, y, radius, or x, y, half width, half height."""
    return poly(*(oval(*(circle if len(circle) == 4 else (*circle, circle[2]))) for circle in circles))


def lines(*paths, width=4):
    thick = max(1, round(width * _SCALE))
    return _cut(lambda knife: [knife.line(_scaled(path), 255, thick, joint="curve") for path in paths])


def fade(full, none):
    """All the ink at the height `full`, none at `none`; either may be the higher."""
    ramp = np.clip((np.linspace(0, HIGH, HEIGHT, dtype=np.float32) - none) / (full - none), 0, 1)
    return np.repeat(ramp[:, None], WIDTH, 1)


def across(full, none):
    ramp = np.clip((np.linspace(0, WIDE, WIDTH, dtype=np.float32) - none) / (full - none), 0, 1)
    return np.repeat(ramp[None, :], HEIGHT, 0)


def halo(x, y, radius):
    """Light around a lamp: all at its middle, none at the rim."""
    over, down = np.meshgrid(np.linspace(0, WIDE, WIDTH), np.linspace(0, HIGH, HEIGHT))
    return np.clip(1 - np.hypot(over - x, down - y) / radius, 0, 1).astype(np.float32)
