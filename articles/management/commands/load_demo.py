"""Fill an empty newsroom with the sample paper and make an editor's account."""

from django.core.management.base import BaseCommand, CommandError

from articles import demonstration


class Command(BaseCommand):
    help = (
        "Set up the sample newsroom: sections, authors, tags, pictures, and stories from text files. Empty ones only."
    )

    def add_arguments(self, parser):
        parser.add_argument("--if-empty", action="store_true", help="do nothing, silently, if the newsroom is in use")

    def handle(self, *args, **options):
        try:
            login = demonstration.set_up(say=lambda line: self.stdout.write(f"  {line}"))
        except demonstration.Refused as refusal:
            if options["if_empty"]:
                return
            raise CommandError(str(refusal)) from refusal
        if login:
            self._tell(*login)

    def _tell(self, name, password):
        self.stdout.write(f"\n  The desk is at /admin/. Log in as {name} with the password {password}")
        self.stdout.write("  It is shown this once. Another: .venv/bin/python manage.py changepassword editor\n")
