"""Picks among the sizes of a picture: {"wide" | "square" | "share": [{"format", "width", "height", "url"}, …]}."""

from django import template
from django.utils.translation import gettext

register = template.Library()
MIDDLE = 640


def how_made():
    """What is said under a picture by its origin, in the reader's language; a photograph needs no word."""
    return {
        "generated": gettext("Made by a machine, not a photograph."),
        "edited": gettext("The picture has been altered."),
    }


@register.filter
def srcset(sizes, kind):
    """The sizes of one format as a srcset, empty if there are none."""
    return ", ".join(f"{size['url']} {size['width']}w" for size in sizes or [] if size["format"] == kind)


@register.filter
def fallback(sizes):
    """The one size for a browser that knows no srcset: near 640 pixels wide, in the most widely read format."""
    plain = [size for size in sizes if size["format"] != "avif"] or sizes
    return min(plain, key=lambda size: (size["format"] != "jpeg", abs(size["width"] - MIDDLE)), default={})


@register.filter
def focus(picture):
    """Where the focal point lies, in words for the stylesheet: a style attribute is not allowed on our pages."""
    x, y = picture["focal"]
    return " ".join(filter(None, (_third(x, "left", "right"), _third(y, "top", "bottom"))))


def _third(at, near, far):
    return near if at < 1 / 3 else far if at > 2 / 3 else ""


@register.filter
def unpictured(story):
    return not story.picture


@register.filter
def shape(picture):
    """tall, square or wide: a tall picture is not shown across the page."""
    ratio = picture["width"] / picture["height"]
    return "tall" if ratio < 0.9 else "square" if ratio < 1.2 else "wide"
