"""What was typed and chosen on the search page, read from its address. Nothing that can stand there is an error."""

from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.conf import settings

from articles import search
from articles.models import Article, Author, Tag
from articles.text import questions
from articles.text import tags as names_of_tags

_SIGNS = 200  # of a filter; a question is cut where it is read
_YEARS = range(1600, 2400)


@dataclass(frozen=True)
class SearchForm:
    """`said`: the fields as they are shown again. `narrowed` is None if a filter names what readers cannot see."""

    question: questions.Question
    said: dict
    narrowed: search.Narrowed | None

    @classmethod
    def read(cls, data, frame):
        said = {name: _line(data.get(name, "")) for name in ("section", "kind", "tag", "author", "from", "to", "sort")}
        question = questions.read(data.get("q", ""), settings.LANGUAGE_CODE)
        return cls(question, said, _narrowed(said, frame))

    def findings(self, moment):
        if self.narrowed is None or not (self.question or self.narrowed != search.Narrowed()):
            return search.Findings([])
        return search.find(self.question, self.narrowed, moment=moment, by_time=self.newest)

    @property
    def newest(self):
        return self.said["sort"] == "newest"

    @property
    def since(self):
        return _day(self.said["from"])

    @property
    def until(self):
        return _day(self.said["to"])

    @property
    def asked(self):
        """Whether anything was asked for."""
        return bool(self.question.text or any(value for name, value in self.said.items() if name != "sort"))

    @property
    def narrowed_by(self):
        """Whether a filter is set."""
        return self.narrowed != search.Narrowed()

    @property
    def kept(self):
        """The form as the address has it, ready for one more parameter."""
        told = {"q": self.question.text, **self.said}
        return urlencode({name: value for name, value in told.items() if value}) + "&"


def _line(text):
    return " ".join(text.replace("\0", " ").split())[:_SIGNS]


def _narrowed(said, frame):
    """None where a name is given that no story readers can see has: it tells nothing that it stands on another."""
    section = next((each.pk for each in frame.sections if each.slug == said["section"]), None)
    tag, author = _tag(said["tag"], frame.now), _author(said["author"], frame.now)
    kind = said["kind"] if said["kind"] in Article.Kind.values else ""
    unknown = [said[name] and not value for name, value in (("section", section), ("tag", tag), ("author", author))]
    if any(unknown) or (said["kind"] and not kind):
        return None
    return search.Narrowed(section, tag, author, kind, _day(said["from"]), _day(said["to"]))


def _tag(name, moment):
    if not name:
        return None
    found = Tag.objects.readable(moment).called(names_of_tags.key(name), name)
    return found.values_list("pk", flat=True).first()


def _author(name, moment):
    return Author.objects.readable(moment).called(name).values_list("pk", flat=True).first() if name else None


def _day(text):
    """The day of an address; None for what is none."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if day.year in _YEARS else None
