"""What the commands that act on stories share: which stories, who does it, what became of each."""

import sys
from urllib.parse import urlsplit

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError

from articles import publishing
from articles.models import Article


class StoryCommand(BaseCommand):
    """Acts on stories one by one. What is refused is told by name, the rest is done; then the exit code is 1."""

    may = None  # predicate of `permissions` that whoever --by names must meet

    def add_arguments(self, parser):
        parser.add_argument("articles", nargs="+", metavar="ARTICLE", help="a story's number on the desk, or its path")
        parser.add_argument("--by", metavar="USER", help="whose act it is; without it the record says: command line")

    def handle(self, *args, **options):
        by = _user(options["by"]) if options["by"] else None
        told = self.read(options)
        refused = sum(not self._done(name, by, told) for name in options["articles"])
        if refused:
            sys.exit(1)

    def read(self, options):
        """What the other options say, for `act`. Raises CommandError."""
        return {}

    def act(self, article, *, by, **told):
        """Do it, and return a sentence that says what was done."""
        raise NotImplementedError

    def _done(self, name, by, told):
        try:
            article = _story(name)
            self._allow(by, article)
            self.stdout.write(f"{article.headline}: {self.act(article, by=by, **told)}")
        except (publishing.Refused, LookupError) as refused:
            self.stderr.write(f"{name}: {refused.args[0]}")
            for finding in getattr(refused, "findings", ()):
                self.stderr.write(f"  {finding.code}: {finding.message}")
            return False
        return True

    def _allow(self, by, article):
        if by is not None and not type(self).may(by, article):
            raise LookupError(f"{by.get_username()} may not do this with “{article.headline}”.")


def _story(name):
    """The story of this number, or that readers have or had at this path or address."""
    if name.isdecimal():
        found = Article.objects.filter(pk=name) if len(name) < 19 else Article.objects.none()
    else:
        found = Article.objects.filter(editions__path=f"/{_path(name).strip('/')}/").distinct()
    article = found.first()
    if article is None:
        raise LookupError("There is no such story. Give its number on the desk, or a path such as /2026/11/03/ferry/.")
    return article


def _path(address):
    try:
        return urlsplit(address).path
    except ValueError:  # a bracket where a host would stand
        return ""


def _user(name):
    user = get_user_model().objects.filter(username=name).first()
    if user is None:
        raise CommandError(f"There is no account “{name}”.")
    return user
