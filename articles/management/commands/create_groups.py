"""Make the desk's groups, or bring them up to date with the code."""

from django.core.management.base import BaseCommand

from articles import grouping


class Command(BaseCommand):
    help = "Make the groups (reporters, copy editors, editors, managing editors) and give each its permissions."

    def handle(self, *args, **options):
        changed = grouping.make_groups()
        self.stdout.write(f"Groups set: {', '.join(changed)}." if changed else "Groups are as they should be.")
