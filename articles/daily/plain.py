"""The mails as plain text: wrapped for a window of any width, addresses on lines of their own."""

import textwrap

from django.conf import settings
from django.utils.text import capfirst
from django.utils.translation import gettext as _

WIDTH = 72


def digest(told):
    """The digest, from what its HTML is made of."""
    parts = [f"{told['site']['name']}\n{capfirst(told['day'])}"]
    parts += [_story(story) for story in (told["lead"], *told["stories"])]
    parts += _headed(_("Opinion"), told["voices"]) + _headed(_("In brief"), told["briefs"])
    why = _("You get this mail because you subscribed to the daily digest of %(paper)s.")
    parts.append("-- \n" + _wrapped(why % {"paper": told["site"]["name"]}))
    parts.append(f"{_('Unsubscribe:')}\n{told['leave']}")
    return "\n\n".join(parts) + "\n"


def asked(paper, *, confirm, leave):
    """To an address that asked for the digest: how to confirm, or that it gets it already and how to leave."""
    if confirm:
        what = _("Somebody, you we hope, asked for the daily digest of %(paper)s at this address. To get it, confirm:")
        rest = _("If it was not you, do nothing. Nothing will be sent, and the address is deleted in three days.")
        parts = [_wrapped(what % {"paper": paper}), confirm, _wrapped(rest)]
    else:
        what = _("This address gets the daily digest of %(paper)s already. There is nothing to do.")
        parts = [_wrapped(what % {"paper": paper}), f"{_('Unsubscribe:')}\n{leave}"]
    return "\n\n".join(parts) + "\n"


def _headed(heading, stories):
    return [f"{heading}\n{'=' * len(heading)}", *map(_story, stories)] if stories else []


def _story(story):
    lines = [_wrapped(story.headline)]
    if story.standfirst:
        lines.append(_wrapped(story.standfirst, indent="  "))
    return "\n".join([*lines, f"  {settings.SITE_URL}{story.path}"])


def _wrapped(text, indent=""):
    """No word is broken: an address or a long name may stand out."""
    options = {"break_long_words": False, "break_on_hyphens": False}
    return textwrap.fill(" ".join(text.split()), WIDTH, initial_indent=indent, subsequent_indent=indent, **options)
