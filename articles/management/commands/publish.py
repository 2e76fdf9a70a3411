"""Publish stories, now or later."""

from zoneinfo import ZoneInfo

from django.conf import settings
from django.core.management.base import CommandError
from django.utils import timezone

from articles import permissions, publishing
from articles.management.stories import StoryCommand
from articles.text import clock


class Command(StoryCommand):
    help = "Publish stories as they stand on the desk, now or at a time to come."
    may = permissions.may_publish

    def add_arguments(self, parser):
        super().add_arguments(parser)
        parser.add_argument("--at", metavar="ISO-TIME", help="when they go live, as 2026-11-24T09:00 or with an offset")
        what = "let an error of the copy desk stand, with the reason; may be repeated"
        parser.add_argument("--waive", action="append", default=[], metavar="CODE=REASON", help=what)

    def read(self, options):
        return {"at": _moment(options["at"]), "waive": dict(map(_waiver, options["waive"]))}

    def act(self, article, *, by, at, waive):
        edition = publishing.publish(article, by=by, at=at, waive=waive)
        if at and edition.live_from > timezone.now():
            zone = ZoneInfo(settings.TIME_ZONE)
            return f"version {edition.version} {clock.sentence(edition.live_from, zone, timezone.now())}."
        return f"published at {settings.SITE_URL}{edition.path}"


def _moment(text):
    try:
        return clock.parse_moment(text, ZoneInfo(settings.TIME_ZONE)) if text else None
    except ValueError as error:
        raise CommandError(f"--at: {error}") from None


def _waiver(text):
    code, _, reason = text.partition("=")
    if not (code.strip() and reason.strip()):
        raise CommandError(f"--waive {text}: write CODE=REASON, as in placeholder='It is a quotation'.")
    return code.strip(), reason.strip()
