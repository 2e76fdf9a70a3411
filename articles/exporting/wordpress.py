"""The whole of an export as one WXR file, streamed: people, sections, tags, pictures, then the stories."""

from django.conf import settings

from articles import structured
from articles.models import Author, Image, Section, Tag
from articles.structured import wxr

NAME = "newsroom.wxr.xml"
_PICTURES_FROM = 1_000_000_000  # numbers of pictures stand apart from those of stories, as WordPress has one count


def takes(state):
    """Killed stories stay behind."""
    return not state.kill


def lines(states):
    """`states`, of stories that it takes, are read as they come."""
    yield wxr.head(
        name=settings.SITE_NAME, url=settings.SITE_URL, tagline=settings.SITE_TAGLINE, language=settings.LANGUAGE_CODE
    )
    for author in Author.objects.order_by("pk").iterator():
        yield wxr.author(author.pk, login=author.slug, name=author.name, email=author.email)
    for section in Section.objects.all():
        yield wxr.category(section.pk, slug=section.slug, name=section.name, description=section.description)
    for tag in Tag.objects.order_by("pk").iterator():
        yield wxr.tag(tag.pk, slug=tag.slug, name=tag.name, description=tag.description)
    for image in Image.objects.order_by("pk").iterator():
        yield from _picture(image)
    for state in states:
        yield _story(state)
    yield wxr.TAIL


def _picture(image):
    """A picture that readers have been served in the widest size that WordPress takes."""
    largest = image.renditions.filter(shape="wide").exclude(format="avif").order_by("-width").first()
    if largest is not None:
        yield wxr.attachment(
            _PICTURES_FROM + image.pk,
            address=f"{settings.SITE_URL}/pictures/{largest.name}",
            title=image.title,
            caption=image.caption,
            alt=image.alt,
            moment=image.created_at,
        )


def _story(state):
    edition = state.newest
    status = "publish" if state.live else "future" if state.coming else "draft"
    picture = _PICTURES_FROM + edition.lead_id if edition.lead_id else None
    guid = structured.story_uri(edition, url=settings.SITE_URL)
    return wxr.post(edition, url=settings.SITE_URL, guid=guid, status=status, picture=picture)
