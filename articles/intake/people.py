"""Finds the authors a text names, by email and then by exact name, or makes them. An import never gives a login."""

from articles.models import Author
from articles.text.slugs import slug_of


class People:
    """Remembers the authors of one run, so that a name is looked up once."""

    def __init__(self):
        self._found = {}

    def bylines(self, credits):
        """(Author, role) pairs in the order of the credits, each author once."""
        pairs = {}
        for credit in credits:
            author = self._author(credit)
            pairs.setdefault(author.pk, (author, credit.role[:120] if credit.role != author.role else ""))
        return tuple(pairs.values())

    def names(self, credits):
        """What `bylines` will call them, without making any."""
        names = {}
        for credit in credits:
            author = self._known(credit)
            name = author.name if author else credit.name[:120]
            names.setdefault(author.pk if author else name, name)
        return list(names.values())

    def _author(self, credit):
        author = self._known(credit)
        if author is None:
            author = self._found[_key(credit)] = _make(credit)
        return author

    def _known(self, credit):
        key = _key(credit)
        if key not in self._found and (author := _find(credit)):
            self._found[key] = author
        return self._found.get(key)


def _key(credit):
    return credit.name, credit.email.casefold()


def _find(credit):
    by_email = credit.email and Author.objects.filter(email__iexact=credit.email).first()
    return by_email or Author.objects.filter(name=credit.name).order_by("id").first()


def _make(credit):
    return Author.objects.create(name=credit.name[:120], slug=_free_slug(credit.name), role=credit.role[:120])


def _free_slug(name):
    stem, number = slug_of(name, fallback="author"), 1
    slug = stem
    while Author.objects.filter(slug=slug).exists():
        number += 1
        slug = f"{stem}-{number}"
    return slug
