"""Brings the pictures of a record in: found in its delivery or fetched, kept by their writer, placed in its text.

A picture that does not come, or that is none, goes to the note to editors with its words, and is told. This runs
outside any transaction: fetching and scaling pictures takes time, and a picture without a story does no harm.
"""

from io import BytesIO

from django.core.exceptions import ValidationError

from articles import images, pictures
from articles.fetching import NotFetched
from articles.models import Image

from .fetched import is_on_the_web
from .picture_notes import ABSENT, NOT_FETCHED, UNUSABLE, tell
from .placing import placed

_WORDS = ("title", "alt", "caption", "credit", "rights")
_MOST = 200  # pictures of one story


def bring(parsed, options, fetched, *, asks=None):
    """Keep the pictures of `parsed` and put them where they stand; the lead picture is `parsed.lead`. Of those that
    only the web has, `parsed.came` are the addresses that led to one, `parsed.awaited` those that may do so later;
    with `asks` no other address is asked for.

    In a dry run nothing is kept or fetched; what the delivery holds is foreseen, for `rehearse` to put in its place.
    """
    record = parsed.record
    if not record.pictures:
        return
    album = Album(parsed, options, fetched, asks)
    kept = {number: album.bring(picture, number) for number, picture in enumerate(record.pictures)}
    if options.dry_run:
        parsed.foreseen = kept
    else:
        _put(parsed, kept)


def rehearse(batch):
    """Put the pictures that a dry run foresaw into their texts, within the transaction that is rolled back."""
    for parsed in (one for one in batch if one.foreseen):
        _put(parsed, {number: image and pictures.stand_in(image) for number, image in parsed.foreseen.items()})
        parsed.foreseen, parsed.beforehand = {}, None


def _put(parsed, kept):
    """`kept` is {number: Image, or None of one that did not come}."""
    record = parsed.record
    parsed.lead = next((kept[n] for n, picture in enumerate(record.pictures) if picture.lead and kept[n]), None)
    record.body_html = placed(record.body_html, kept)


class Album:
    """The pictures of one story on their way in."""

    def __init__(self, parsed, options, fetched, asks):
        self._parsed, self._options, self._fetched, self._asks = parsed, options, fetched, asks
        hrefs = [picture.href for picture in parsed.record.pictures[:_MOST] if picture.href]
        self._known = fetched.known(filter(is_on_the_web, hrefs))

    def bring(self, picture, number):
        """The Image; None where there is none, and of one on the web in a dry run."""
        try:
            return self._found(picture) if number < _MOST else self._missing(picture, "add it by hand")
        except images.Unusable as problem:
            return self._told(picture, "picture-unusable", f"{UNUSABLE}{problem.message}")
        except ValidationError as problem:
            return self._told(picture, "picture-unusable", UNUSABLE + " ".join(problem.messages))

    def _found(self, picture):
        data = picture.data
        if data is None and picture.href:
            data = self._parsed.beside(picture.href)
        if data is not None:
            return self._kept(data, picture)
        if is_on_the_web(picture.href):
            return self._from_the_web(picture)
        return self._missing(picture, "add it by hand")

    def _from_the_web(self, picture):
        """What an import fetched once, or fetches now."""
        href, address = picture.href, self._fetched.address(picture.href)
        image = self._known.get(address)
        if image is None and self._asks is not None and href not in self._asks:
            return self._missing(picture, "add it by hand")
        if image is None and not self._fetched.may_ask:
            self._parsed.awaited.append(href)
            return self._missing(picture, "import with --fetch-media, or add it by hand")
        try:
            image = image or self._fetched.ask(href, keep=lambda data: self._kept(data, picture))
            self._known[address] = image
        except NotFetched as problem:
            return self._not_fetched(picture, problem)
        self._parsed.came.append(href)
        return image

    def _kept(self, data, picture):
        if self._options.dry_run:
            return pictures.foresee(data, **_words_of(picture))
        return pictures.add(BytesIO(data), by=self._options.by, **_words_of(picture))

    def _missing(self, picture, remedy):
        return self._told(picture, "picture-missing", f"{ABSENT}{remedy}")

    def _not_fetched(self, picture, problem):
        remedy = "add it by hand"
        if problem.again:
            self._parsed.awaited.append(picture.href)
            remedy = f"import again with --fetch-media later, or {remedy}"
        return self._told(picture, "picture-not-fetched", f"{NOT_FETCHED}{problem.message}; {remedy}")

    def _told(self, picture, code, problem):
        tell(self._parsed, picture, code, problem)


def _words_of(picture):
    """What the text says of a picture, as long as its columns hold."""
    told = {name: getattr(picture, name, "") for name in _WORDS} | {"title": picture.href.rpartition("/")[2]}
    told["title"] = told["title"] or picture.caption or picture.alt or "From an import"
    return {name: told[name][: Image._meta.get_field(name).max_length].strip() for name in _WORDS}
