"""The stylesheet's colours, worked out from its own tokens: what a browser paints, and how it contrasts (WCAG 2)."""

import math
import re
from pathlib import Path

STYLESHEET = Path(__file__).parents[2] / "static" / "site" / "site.css"
CSS = re.sub(r"/\*.*?\*/", "", STYLESHEET.read_text(encoding="utf-8"), flags=re.DOTALL)
LIGHT, DARK = 0, 1
_VAR = re.compile(r"var\((--[\w-]+)(?:,\s*([^()]*))?\)")
_CALC = re.compile(r"calc\(\s*([\d.]+)(%?)\s*([+-])\s*([\d.]+)%?\s*\)")
_OKLCH = re.compile(r"oklch\(\s*([\d.]+)%\s+([\d.]+)\s+([\d.]+)\s*\)")
_HEX = re.compile(r"#([0-9a-f]{3}|[0-9a-f]{6})\b")


def declared(block):
    """{name: value} of the custom properties in a block of the stylesheet."""
    return dict(re.findall(r"(--[\w-]+):\s*([^;}]+?)\s*(?=[;}])", block))


def blocks(selector, css=CSS):
    """The bodies of the rules with exactly this selector, in order."""
    return re.findall(rf"(?:^|[{{}}])\s*{re.escape(selector)}\s*{{([^{{}}]*)}}", css)


def inks():
    """{name of an accent: its tokens}."""
    return {name: declared(body) for name, body in re.findall(r"\[data-accent=(\w+)\]\s*{([^}]*)}", CSS)}


def grounds():
    """{name of a paper: its tokens}, the house's own among them."""
    return {"house": {}, **{name: declared(b) for name, b in re.findall(r"\[data-ground=(\w+)\]\s*{([^}]*)}", CSS)}}


def everyday():
    """The tokens a browser with light-dark() uses."""
    found = {}
    for body in blocks(":root"):
        found |= declared(body) if "light-dark" in body or "--f-text" in body else {}
        if "light-dark" in body:
            return found
    raise AssertionError("no light-dark() tokens")


def wanted():
    """The tokens of somebody who asks for more contrast, over the everyday ones."""
    modes = CSS.split("@layer modes {")[1]
    return everyday() | declared(next(body for body in blocks(":root", modes) if "light-dark" in body))


def luminance(value, tokens, mode):
    """Of a token's value in one of the two modes."""
    value = _resolved(value, tokens)
    if found := re.fullmatch(r"light-dark\((.*)\)", value):
        value = _halves(found[1])[mode]
    if found := _HEX.fullmatch(value):
        digits = found[1] if len(found[1]) == 6 else "".join(d * 2 for d in found[1])
        return _weighted([_linear(int(digits[i : i + 2], 16) / 255) for i in (0, 2, 4)])
    lightness, chroma, hue = map(float, _OKLCH.fullmatch(value).groups())
    return _weighted(_srgb(lightness / 100, chroma, hue))


def contrast(one, other, tokens, mode):
    light, dark = sorted((luminance(tokens[name], tokens, mode) for name in (one, other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _resolved(value, tokens):
    while found := _VAR.search(value):
        value = value.replace(found[0], tokens.get(found[1], found[2] or ""))
    return _CALC.sub(_sum, value)


def _sum(found):
    one, unit, sign, other = found.groups()
    return f"{float(one) + float(other) * (1 if sign == '+' else -1):.6g}{unit}"


def _halves(inside):
    depth = 0
    for at, mark in enumerate(inside):
        depth += (mark == "(") - (mark == ")")
        if mark == "," and not depth:
            return inside[:at].strip(), inside[at + 1 :].strip()
    raise ValueError(inside)


def _srgb(lightness, chroma, hue):
    """Linear sRGB of an OKLCH colour, cut to what a screen shows (CSS Color 4, 9.3)."""
    a, b = chroma * math.cos(math.radians(hue)), chroma * math.sin(math.radians(hue))
    l_ = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    m_ = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    s_ = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    rgb = (
        4.0767416621 * l_ - 3.3077115913 * m_ + 0.2309699292 * s_,
        -1.2684380046 * l_ + 2.6097574011 * m_ - 0.3413193965 * s_,
        -0.0041960863 * l_ - 0.7034186147 * m_ + 1.7076147010 * s_,
    )
    return [min(1, max(0, channel)) for channel in rgb]


def _linear(channel):
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


def _weighted(rgb):
    return sum(share * channel for share, channel in zip((0.2126, 0.7152, 0.0722), rgb, strict=True))
