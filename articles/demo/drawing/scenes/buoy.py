"""A yellow buoy that shines a laser at the wind."""

from articles.demo.drawing.inks import CREAM, GLOW, INK, NAVY, OCHRE, RED, SEA, SUN, TEAL
from articles.demo.drawing.shapes import oval, placed, smooth
from articles.demo.drawing.stencils import disc, fade, lines, poly, rect


def _survey_ship(s, at):
    s.paint(
        poly(at((-150, -92), (-20, -92), (-20, 0), (-150, 0)), at((-132, -142), (-44, -142), (-44, -90), (-132, -90))),
        CREAM,
    )
    s.paint(
        poly(
            smooth(*at((-230, -30), (-214, 30), (-160, 58), (120, 58), (210, 14), (236, -46), (110, -14), (-100, -8)))
        ),
        RED,
    )
    s.paint(poly(at((-120, -130), (-56, -130), (-56, -108), (-120, -108))), NAVY)
    s.paint(poly(*(at((x, -66), (x + 22, -66), (x + 22, -44), (x, -44)) for x in (-136, -98, -60))), NAVY)
    s.paint(lines(at((60, 0), (60, -150), (168, -96)), at((-88, -140), (-88, -210)), width=6), INK)


def _laser_buoy(s, at):
    s.ink(poly(at(*oval(10, 190, 230, 40))), NAVY, 0.6)
    s.paint(poly(at((-170, 60), (170, 60), (140, 176), (-140, 176))), SUN)
    s.paint(poly(at((-184, 40), (184, 40), (176, 84), (-176, 84))), OCHRE)
    s.paint(lines(at((-120, 40), (-46, -170)), at((120, 40), (46, -170)), at((-92, -40), (92, -40)), width=14), INK)
    s.paint(poly(at((-70, -150), (70, -150), (70, -196), (-70, -196))), RED)
    s.paint(poly(at((-66, -48), (66, -48), (84, 34), (-84, 34))), NAVY)
    s.paint(lines(at((0, -48), (0, 34)), at((-74, -8), (74, -8)), width=4), SEA)
    s.paint(poly(at(*oval(0, -198, 26, 20))), GLOW)


def _gannet(s, at):
    s.paint(
        poly(smooth(*at((-120, -30), (-50, -6), (0, 8), (50, -6), (120, -30), (54, 18), (0, 26), (-54, 18)))), CREAM
    )
    s.paint(poly(at(*oval(0, 14, 20, 34))), CREAM)
    s.paint(poly(at((-120, -30), (-72, -12), (-82, 2)), at((120, -30), (72, -12), (82, 2))), INK)


def buoy(s):
    s.stipple(fade(0, 640) * 0.95, TEAL)
    s.paint(disc((370, 470, 150)), SUN)
    s.paint(rect((0, 610, 1500, 1000)), SEA)
    s.stipple(rect((0, 610, 1500, 1000)) * fade(1000, 560), NAVY)
    s.path_of_light(370, 626, 860, SUN, half=120, narrowing=0.2)
    for spread, force in ((190, 0.28), (110, 0.3), (44, 0.5)):
        s.paint(poly([(1034, 470), (1034 - spread, 0), (1034 + spread, 0), (1046, 470)]) * fade(470, -160), GLOW, force)
    _survey_ship(s, placed(400, 600, 1.1))
    s.ripples(660, 990, NAVY, count=90, strength=0.6)
    _laser_buoy(s, placed(1040, 700, 1.15))
    for x, y, scale in ((640, 190, 0.7), (770, 300, 0.45), (1320, 250, 0.8)):
        _gannet(s, placed(x, y, scale))
    s.ripples(870, 940, CREAM, count=8, strength=0.2, span=(860, 1220))
