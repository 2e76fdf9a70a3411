"""The pictures that ninjs associates with a story. Several associations of one picture are its crops, not pictures."""

from articles.importers import bodies
from articles.importers.record import Link, Picture

from .parts import summary_of

_PICTURES = ("picture", "graphic", "photo", "image")
_WORDS = ("caption", "credit", "alt", "rights")


def read_associations(record, item):
    """A picture that stands in the body gets the words that it lacks there; of the others the first one leads. What is
    no picture is a related item.
    """
    shown = {picture.href: picture for picture in record.pictures}
    beside, links = [], []
    for one in item.objects("associations"):
        if one.text("type").lower() in _PICTURES or (not one.text("type") and one.take("renditions")):
            beside.append(one)
        else:
            links.append(Link(one.text("uri", "href"), one.text("headline", "title"), one.text("rel", "name")))
    record.related = [link for link in links if link.href]
    for crops in _by_picture(beside):
        picture = _picture(crops)
        in_text = next((shown[address] for one in crops for address in _addresses(one) if address in shown), None)
        if in_text:
            _complete(in_text, picture)
        elif picture.href:
            picture.lead = not any(other.lead for other in record.pictures[len(shown) :])
            record.pictures.append(picture)


def _by_picture(associations):
    """Lists of associations that show the same: of one id, or without one of the same caption and credit."""
    found = {}
    for number, one in enumerate(associations):
        caption = summary_of(one)
        words = (caption, one.text("byline", "by")) if caption else number
        found.setdefault(one.text("uri", "guid") or words, []).append(one)
    return found.values()


def _picture(crops):
    """The widest of its crops; the others are kept with it."""
    one = max(crops, key=lambda one: _width(_best(one)))
    rendition = _best(one)
    picture = Picture(
        href=rendition.text("href") if rendition else "",
        caption=summary_of(one) or bodies.plain(one.text("headline")),
        credit=one.text("byline", "by"),
        alt=one.text("body_text", "alt") or bodies.plain(_alt(one)),
        rights=one.text("copyrightnotice", "copyrightholder"),
        width=_width(rendition) or None,
        height=_number(rendition.text("height")) or None if rendition else None,
        extra=one.rest(),
    )
    picture.extra |= {"crops": [other.told for other in crops if other is not one]} if crops[1:] else {}
    return picture


def _complete(picture, told):
    for name in _WORDS:
        setattr(picture, name, getattr(picture, name) or getattr(told, name))
    picture.extra = told.extra | picture.extra


def _addresses(one):
    return [one.text("uri", "guid"), *(rendition.text("href") for rendition in one.objects("renditions"))]


def _alt(one):
    return next((told.text("value") for told in one.objects("descriptions") if told.text("role") == "alt"), "")


def _best(one):
    """The widest rendition; of two as wide not the AVIF, which fewer systems read."""
    return max(
        one.objects("renditions"),
        key=lambda rendition: (_width(rendition), "avif" not in rendition.text("contenttype", "mimetype")),
        default=None,
    )


def _width(rendition):
    return _number(rendition.text("width")) if rendition else 0


def _number(text):
    return int(text) if text.isdigit() and len(text) < 7 else 0
