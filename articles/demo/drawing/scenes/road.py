"""A coast road, the verge the sea has bitten, and a ferry far off."""

from articles.demo.drawing.inks import CREAM, LEAF, MOSS, NAVY, RED, ROSE, SEA, SLATE, STONE, SUN
from articles.demo.drawing.shapes import glint, ridge, smooth
from articles.demo.drawing.stencils import disc, fade, lines, poly, rect


def _far_ferry(s, x, y):
    s.paint(poly([(x - 74, y - 12), (x + 76, y - 14), (x + 60, y + 14), (x - 58, y + 14)]), NAVY)
    s.paint(rect((x - 52, y - 34, x + 46, y - 12), (x - 28, y - 50, x + 22, y - 32)), CREAM)
    s.paint(rect((x - 6, y - 72, x + 14, y - 48)), RED)


def _bitten_cliff(s):
    """Grass above, stone below, and the sea's teeth marks between them."""
    edge = smooth(
        (700, 452), (660, 520), (744, 566), (640, 640), (676, 706), (560, 742), (520, 820), (600, 880), (470, 1010)
    )
    s.paint(poly([*[(x - 64, y + 34) for x, y in edge], (1510, 1010), (1510, 452)]), STONE)
    s.paint(poly([*edge, (1510, 1010), (1510, 404), (1100, 398)]), LEAF)
    s.stipple(poly([*edge, (1510, 1010), (1510, 404), (1100, 398)]) * fade(1000, 420) * 0.6, MOSS)


def _bend(s):
    near, far = [(700, 1010), (742, 860), (830, 760), (806, 640)], [(826, 560), (900, 496), (1010, 446), (1090, 424)]
    back = [(1098, 424), (1040, 452), (960, 506), (906, 570), (924, 650), (986, 768), (976, 880), (1010, 1010)]
    s.paint(poly(smooth(*near, *far) + smooth(*back)), SLATE)
    middle = smooth((856, 1010), (862, 872), (906, 764), (866, 646), (866, 568), (930, 502), (1024, 450))
    dashes = [middle[start : start + 3] for start in range(0, len(middle) - 3, 6)]
    s.paint(lines(*dashes, width=7), CREAM)
    posts = [(652, 862, 14, 62), (700, 742, 11, 52), (752, 640, 9, 42), (770, 560, 7, 32)]
    s.paint(rect(*((x, y - high, x + wide, y) for x, y, wide, high in posts)), CREAM)
    s.paint(rect(*((x, y - high * 0.7, x + wide, y - high * 0.45) for x, y, wide, high in posts)), RED)


def road(s):
    s.stipple(fade(0, 420) * 0.55, ROSE)
    s.ink(disc((420, 214, 84)), SUN)
    s.ink(poly(ridge(s.rng, 404, 34, bumps=2.2)), SEA, 0.6)
    s.paint(rect((0, 424, 1500, 1000)), SEA)
    s.stipple(rect((0, 424, 1500, 1000)) * fade(1000, 380) * 0.9, NAVY)
    s.path_of_light(420, 440, 640, SUN, half=64)
    _far_ferry(s, 250, 490)
    s.ripples(520, 990, NAVY, count=70, strength=0.55, span=(0, 640))
    _bitten_cliff(s)
    s.paint(
        poly(*(glint(x, y, 58, 7) for x, y in ((560, 690), (610, 590), (470, 800), (430, 900), (640, 540)))),
        CREAM,
        0.85,
    )
    _bend(s)
    s.ink(poly([*smooth((1110, 404), (1240, 330), (1400, 296), (1510, 310)), (1510, 420)]), MOSS, 0.8)
