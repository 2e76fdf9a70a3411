"""Load lists of topics: the desk reads names where wires send codes of IPTC's Media Topics or old Subject Codes."""

from dataclasses import asdict

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from articles import topics


class Command(BaseCommand):
    help = "Load IPTC Media Topics (their SKOS JSON) or old subject codes ({code: name}). A list may be loaded again."

    def add_arguments(self, parser):
        parser.add_argument("paths", nargs="+", metavar="PATH", help="a file of JSON, at most 50 MB")
        parser.add_argument("--dry-run", action="store_true", help="say what would change, and write nothing")

    def handle(self, *, paths, dry_run, **options):
        try:
            lists = [topics.read(path) for path in paths]
        except topics.Unfit as unfit:
            raise CommandError(str(unfit), returncode=2) from unfit
        with transaction.atomic():
            loaded = [topics.load(entries) for entries in lists]
            transaction.set_rollback(dry_run)
        if dry_run:
            self.stdout.write("Dry run, nothing was written:")
        for path, counts in zip(paths, loaded, strict=True):
            self.stdout.write(f"{path}: {_said(counts)}.")


def _said(counts):
    counted = [f"{number} {what}" for what, number in asdict(counts).items() if number and what != "led"]
    led = f"; old codes led to today's: {counts.led}" if counts.led else ""
    return ", ".join(counted) + led
