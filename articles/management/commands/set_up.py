"""Bring a newsroom up to date with the code, whether it was never started or is years old."""

from django.core.management import call_command
from django.core.management.base import BaseCommand

from articles import search
from articles.management.collected import collect


class Command(BaseCommand):
    help = "Make or renew the tables, the groups and the static files; fill an empty newsroom with the samples."

    def add_arguments(self, parser):
        parser.add_argument("--no-samples", action="store_true", help="leave an empty newsroom empty")

    def handle(self, *args, **options):
        self.stdout.write("Setting up: tables and groups")
        call_command("migrate", interactive=False, verbosity=0)
        call_command("create_groups", stdout=self.stdout)
        search.rebuild(only_missing=True)
        if not options["no_samples"]:
            call_command("load_demo", if_empty=True, stdout=self.stdout)
        if collect():
            self.stdout.write("Setting up: static files compressed and named by content")
