"""Make the search index anew: after an update of the newsroom, or when LANGUAGE_CODE has changed."""

from django.core.management.base import BaseCommand

from articles import search


class Command(BaseCommand):
    help = "Take all stories that readers see or will see apart again for search. Readers can search meanwhile."

    def add_arguments(self, parser):
        parser.add_argument("--only-missing", action="store_true", help="leave what is in the index as it is")

    def handle(self, *args, **options):
        made = search.rebuild(only_missing=options["only_missing"])
        self.stdout.write(f"The index has {made} {'story' if made == 1 else 'stories'} anew.")
