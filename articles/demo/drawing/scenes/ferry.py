"""The Merrow Queen on her last crossing of the day."""

from articles.demo.drawing.inks import CREAM, INK, NAVY, RED, ROSE, SEA, STONE, SUN, TEAL
from articles.demo.drawing.scenes.water import open_water
from articles.demo.drawing.shapes import placed, ridge, smooth
from articles.demo.drawing.stencils import disc, fade, lines, poly, rect


def _steamer(s, at):
    s.ink(poly(at((-340, 104), (330, 104), (250, 150), (-270, 150))), NAVY, 0.6)
    s.paint(rect(*[(*at((-300, -86))[0], *at((262, 14))[0])]), CREAM)
    s.paint(poly(at((-196, -160), (150, -160), (150, -84), (-196, -84))), CREAM)
    s.paint(poly(at((-20, -262), (78, -262), (92, -158), (-32, -158))), RED)
    s.paint(poly(at((-24, -236), (81, -236), (84, -212), (-27, -212))), NAVY)
    s.paint(poly(smooth(*at((-412, -2), (-380, 60), (-316, 112), (0, 116), (270, 112), (372, 50), (400, -6)))), NAVY)
    s.paint(lines(at((-404, 22), (392, 20)), width=8), RED)
    s.paint(poly(*(at((x, -56), (x + 34, -56), (x + 34, -22), (x, -22)) for x in range(-270, 230, 58))), NAVY)
    s.paint(poly(*(at((x, -138), (x + 44, -138), (x + 44, -108), (x, -108)) for x in range(-172, 120, 66))), SUN)
    s.paint(
        lines(at((-150, -160), (-150, -286)), at((-270, -86), (-270, -190)), at((200, -86), (200, -180)), width=5), NAVY
    )


def _smoke(s, *puffs):
    s.ink(disc(*((x, y, r * 1.5, r) for x, y, r in puffs)), STONE, 0.42)


def ferry(s):
    s.stipple(fade(0, 560) * 0.85, ROSE)
    s.ink(disc((1150, 392, 128)), RED, 0.92)
    s.ink(poly(ridge(s.rng, 505, 60, bumps=3)), SEA, 0.5)
    s.ink(poly(ridge(s.rng, 560, 42, bumps=5)), TEAL, 0.55)
    open_water(s, 598)
    s.path_of_light(1150, 616, 970, (240, 128, 92), half=124, narrowing=0.2)
    _smoke(s, (620, 290, 26), (570, 262, 34), (498, 238, 40), (402, 222, 38), (306, 212, 28))
    s.ripples(740, 990, NAVY, count=90, strength=0.65)
    _steamer(s, placed(600, 600, 1.08))
    piles = [(1290, 742, 1330, 1000), (1392, 708, 1436, 1000)]
    s.paint(rect(*piles, (1240, 796, 1500, 830)), INK)
