"""The mails: the digest as HTML and as text, and the one that asks to confirm. Composed here, sent elsewhere.

The HTML does without the paper's stylesheet, without pictures where they are blocked, and without anything that tells
who opened it: a picture's address is the same for everybody, and links lead straight to the stories.
"""

import hashlib
from dataclasses import dataclass
from email.utils import format_datetime, formataddr
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from articles import fronts, imprint, printing, subscribing
from articles.models import Edition
from articles.text import calendar

from . import plain

LEAVE = "leave-this-digest"  # stands in a composed mail where each subscriber's own link goes


@dataclass(frozen=True)
class Letter:
    """An issue as everybody gets it, but for the link that leaves."""

    issue: object
    paper: object
    subject: str
    html: str
    text: str

    def to(self, subscriber):
        """The mail for one subscriber. It has the same Message-ID whenever it is made, so that a mail server which
        gets it twice can tell.
        """
        link = absolute("digest-leave", subscribing.leaving_token(subscriber))
        headers = {
            "Message-ID": f"<digest-{self.issue.day:%Y-%m-%d}.{_mark(subscriber)}@{host()}>",
            "Date": format_datetime(timezone.localtime(self.issue.made_at)),
            "List-Id": f"<digest.{host()}>",
            "List-Unsubscribe": f"<{link}>",
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
            "Auto-Submitted": "auto-generated",
        }
        mail = EmailMultiAlternatives(
            self.subject, self.text.replace(LEAVE, link), sender(self.paper), [subscriber.email], headers=headers
        )
        mail.attach_alternative(self.html.replace(LEAVE, link), "text/html")
        return mail


def compose(issue, now):
    """The issue as a Letter; None if readers have none of its stories any more."""
    stories = Edition.objects.at(now).filter(article__in=issue.stories).for_cards()
    front = fronts.arrange(list(stories.newest_first()), now=issue.made_at)
    if front.lead is None:
        return None
    paper, words = imprint.current(), printing.spoken(settings.LANGUAGE_CODE)
    with translation.override(words):
        context = _context(paper, front, issue, words)
        html = render_to_string("mail/digest.html", context)
        text = plain.digest(context)
    return Letter(issue, paper, f"{imprint.name(paper)}: {front.lead.headline}"[:200], html, text)


def to_confirm(subscriber, token, paper):
    """What an address gets that asked for the digest; without a token it gets the digest already."""
    name = imprint.name(paper)
    with translation.override(printing.spoken(settings.LANGUAGE_CODE)):
        subject = _("%(paper)s: confirm your address") if token else _("%(paper)s: you get the digest already")
        text = plain.asked(name, confirm=token and absolute("digest-confirm", token), leave=_leave(subscriber))
    headers = {"Auto-Submitted": "auto-generated"}
    return EmailMultiAlternatives(subject % {"paper": name}, text, sender(paper), [subscriber.email], headers=headers)


def sender(paper):
    return formataddr((imprint.name(paper), paper.digest_sender or settings.DEFAULT_FROM_EMAIL))


def absolute(name, token):
    return settings.SITE_URL + reverse(name, args=[token])


def host():
    return urlsplit(settings.SITE_URL).hostname


def _leave(subscriber):
    return absolute("digest-leave", subscribing.leaving_token(subscriber))


def _mark(subscriber):
    return hashlib.sha256(f"{subscriber.pk} {subscriber.leaving}".encode()).hexdigest()[:24]


def _context(paper, front, issue, words):
    right_to_left = translation.get_language_info(settings.LANGUAGE_CODE)["bidi"]
    language = {"page_language": settings.LANGUAGE_CODE, "label_language": words}
    rows = [story for row in front.river for story in row.stories]
    return {
        **language,
        "page_direction": "rtl" if right_to_left else "ltr",
        "site": {"name": imprint.name(paper), "tagline": imprint.tagline(paper)},
        "day": calendar.written(issue.day, _("l j F Y")),
        "lead": front.lead,
        "stories": [*front.companions, *front.seconds, *rows],
        "voices": front.voices,
        "briefs": [*front.briefs, *front.latest],
        "leave": LEAVE,
    }
