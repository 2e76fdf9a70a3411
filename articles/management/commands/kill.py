"""Withdraw stories for good."""

from articles import permissions, publishing
from articles.management.stories import StoryCommand


class Command(StoryCommand):
    help = "Kill stories: their addresses answer 410 with a public notice; everything is kept for the record."
    may = permissions.may_kill

    def add_arguments(self, parser):
        super().add_arguments(parser)
        parser.add_argument("--notice", required=True, metavar="TEXT", help="what readers are told at the address")
        parser.add_argument("--reason", required=True, metavar="TEXT", help="why, for the desk alone")
        parser.add_argument("--legal", action="store_true", help="it was taken down for legal reasons")

    def read(self, options):
        return {name: options[name] for name in ("notice", "reason", "legal")}

    def act(self, article, *, by, **told):
        publishing.kill(article, by=by, **told)
        return "killed. Its addresses answer 410 with the notice."
