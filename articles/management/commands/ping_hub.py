"""Tell the WebSub hub which feeds have changed. From cron every minute, or with --follow under a supervisor."""

import time

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from articles import pinging

PAUSE = 15  # seconds between two looks


class Command(BaseCommand):
    help = __doc__

    def add_arguments(self, parser):
        parser.add_argument("--follow", action="store_true", help="go on looking, every 15 seconds, until stopped")

    def handle(self, *, follow, **options):
        if not settings.WEBSUB_HUB:
            raise CommandError("There is no hub. Put WEBSUB_HUB=https://hub.example/ in newsroom.env.")
        self._tell(pinging.deliver())
        while follow:
            time.sleep(PAUSE)
            self._tell(pinging.deliver())

    def _tell(self, counts):
        said = ", ".join(f"{number} {what}" for what, number in counts.items() if number)
        if said:
            self.stdout.write(f"Stories: {said}")
