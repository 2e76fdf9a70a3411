"""Take stories off the site."""

from articles import permissions, publishing
from articles.management.stories import StoryCommand


class Command(StoryCommand):
    help = "Take stories off the site: their addresses answer 404, the texts stay on the desk."
    may = permissions.may_withdraw

    def add_arguments(self, parser):
        super().add_arguments(parser)
        parser.add_argument("--note", default="", metavar="TEXT", help="why, for the record")

    def read(self, options):
        return {"note": options["note"]}

    def act(self, article, *, by, note):
        publishing.unpublish(article, by=by, note=note)
        return "taken off the site."
