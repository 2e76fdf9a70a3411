"""A sheet of paper and the press that prints on it.

An ink multiplies what lies under it, the way a stencil printer overprints; paint covers it. The paper's
tooth eats into both. Grain is what image formats find dear, so it is kept just visible.
"""

import numpy as np
from PIL import Image, ImageFilter

from . import stencils
from .shapes import glint
from .stencils import HEIGHT, WIDTH


def _share(colour):
    return np.array(colour, np.float32) / 255


class Sheet:
    def __init__(self, paper, *, seed):
        self.rng = np.random.default_rng(seed)
        self.light = np.ones((HEIGHT, WIDTH, 3), np.float32) * _share(paper)
        self.tooth = np.clip(0.5 + 0.17 * self._noise(1.9) + 0.09 * self._noise(8), 0, 1)

    def _noise(self, radius):
        """Even in kind everywhere, with a mean of 0 and a deviation of 1."""
        raw = Image.fromarray(self.rng.integers(0, 256, (HEIGHT, WIDTH), dtype=np.uint8))
        soft = np.asarray(raw.filter(ImageFilter.GaussianBlur(radius)), np.float32)
        return (soft - soft.mean()) / soft.std()

    def ink(self, mask, colour, strength=1.0, *, grain=0.16):
        """Overprint a transparent ink."""
        laid = np.clip(mask * strength * (1 - grain * (self.tooth - 0.3)), 0, 1)[..., None]
        self.light *= 1 - laid * (1 - _share(colour))

    def paint(self, mask, colour, strength=1.0):
        """Lay opaque colour, for light on dark."""
        laid = np.clip(mask * strength * (1 - 0.12 * (self.tooth - 0.35)), 0, 1)[..., None]
        self.light += laid * (_share(colour) - self.light)

    def stipple(self, mask, colour, strength=1.0):
        """Lay a gradient as a printer makes one: some of it tone, the rest more or fewer specks."""
        specks = np.clip((mask - self.tooth) * 2.4 + 0.5, 0, 1) * (mask > 0.01)
        self.ink(0.66 * mask + 0.34 * specks, colour, strength, grain=0)

    def ripples(self, top, bottom, colour, *, count=70, strength=0.6, span=(0, 1500), size=90):
        """Strokes on water that grow towards us."""
        depths = self.rng.uniform(size=count) ** 1.4
        places = zip(self.rng.uniform(*span, count), depths, strict=True)
        outlines = [glint(x, top + d * (bottom - top), size * (0.2 + d), 1.5 + 2.5 * d) for x, d in places]
        self.ink(stencils.poly(*outlines), colour, strength)

    def path_of_light(self, x, top, bottom, colour, *, half=90, narrowing=0.0, strength=0.8):
        """What a sun or a lamp leaves on water."""
        steps = np.arange(top, bottom, 24)
        widths = half - narrowing * (steps - top) + self.rng.uniform(-0.25, 0.25, steps.size) * half
        self.paint(stencils.poly(*(glint(x, y, w, 6) for y, w in zip(steps, widths, strict=True))), colour, strength)

    def image(self):
        return Image.fromarray((np.clip(self.light, 0, 1) * 255).round().astype(np.uint8))
