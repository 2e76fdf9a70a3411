"""The colours on the press: papers first, then inks, then the few mixed for one purpose."""

CREAM, SHELL, MIST = (246, 238, 220), (244, 226, 210), (232, 234, 226)

NAVY, INK, TEAL, SEA = (26, 44, 82), (34, 36, 48), (24, 112, 116), (70, 140, 168)
RED, ROSE, OCHRE, SUN = (214, 66, 44), (226, 128, 124), (214, 150, 48), (246, 196, 84)
MOSS, LEAF, PLUM, STONE = (84, 110, 60), (140, 164, 88), (104, 52, 92), (150, 144, 132)

BRICK, SLATE, OAK, GLOW = (150, 78, 60), (72, 78, 98), (140, 84, 52), (255, 230, 164)
SKIN, TAN, BROWN = (238, 200, 168), (214, 150, 112), (138, 88, 64)
