"""Send the day's digest: once a day from a timer, and again whenever something stopped in the middle."""

import sys

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from articles import daily, imprint, subscribing
from articles.management.progress import progress
from articles.models import Subscriber

ONCE = "Everybody gets a day's digest once, however often this runs, and whatever was stopped in the middle."


class Command(BaseCommand):
    help = f"Send what was published since the last digest to those who subscribed. {ONCE}"

    def add_arguments(self, parser):
        parser.add_argument("--dry-run", action="store_true", help="say what would be sent to how many; send nothing")
        parser.add_argument("--batch", type=_number(1), default=50, metavar="N", help="mails a connection (50)")
        parser.add_argument("--rate", type=_number(0), default=0, metavar="N", help="mails a minute at most; 0: any")

    def handle(self, *args, **options):
        _refuse_off()
        now = timezone.now()
        if options["dry_run"]:
            return self._tell_dry(now)
        if forgotten := subscribing.forget():
            self.stdout.write(f"{forgotten} that nobody confirmed deleted.")
        issue = daily.due(now)
        if issue is None:
            return self.stdout.write("Nothing was published since the last digest: nothing is sent.")
        return self._send(issue, options)

    def _send(self, issue, options):
        shown = progress(self.stderr, issue.sendings.open().count())
        try:
            report = daily.send(issue, batch=options["batch"], rate=options["rate"], heard=shown.step)
        except daily.Stopped as stopped:
            raise CommandError(f"{issue}: {stopped}") from stopped
        finally:
            shown.close()
        for email, said in report.problems:
            self.stderr.write(f"{email}: {said}")
        self.stdout.write(f"{issue}: {report.sent} sent, {report.failed} failed, {report.put_off} put off.")
        if report.put_off:
            self.stdout.write("What is put off was not taken for now: run it again later today.")
        if report.failed or report.put_off:
            sys.exit(1)

    def _tell_dry(self, now):
        stories = daily.waiting_stories(now)
        self.stdout.write(f"{len(stories)} stories, {Subscriber.objects.confirmed().count()} subscribers.")
        for story in stories:
            self.stdout.write(f"  {story.headline}")


def _refuse_off():
    if not imprint.current().digest_is_on:
        raise CommandError("The digest is off. A managing editor turns it on under “Paper’s own settings”.")
    if settings.EMAIL_BACKEND.endswith("dummy.EmailBackend"):
        raise CommandError("No mail can be sent: put EMAIL_URL into the settings (docs/settings.md).")


def _number(least):
    def read(text):
        number = int(text)
        if number < least:
            raise ValueError(text)
        return number

    read.__name__ = "number"  # as argparse calls what it could not read
    return read
