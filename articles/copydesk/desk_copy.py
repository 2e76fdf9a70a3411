"""Shows an article to the copy desk: any article-shaped object with its bylines and tags becomes a Story."""

from django.utils import timezone

from articles.text.parts import described

from .story import Picture, Story

BACKING = ("method", "reply_sought", "reply_came", "conflicts", "ai_use", "ai_purpose", "ai_reviewer")


def story_of(article, *, bylines, tags, library):
    """`bylines` and `tags` are names: the caller knows whether they are saved yet. `library` maps keys to the Images
    there are for the pictures in the text.
    """
    inside = described(article.body)
    return Story(
        headline=article.headline,
        body=article.body,
        standfirst=article.standfirst,
        kicker=article.kicker,
        dateline=article.dateline,
        kind=article.kind,
        section=article.section.name if article.section else "",
        bylines=tuple(bylines),
        tags=tuple(tags),
        lead=article.lead and _picture(article.lead),
        pictures=tuple(_in_the_text(inside, library)),
        descriptions=tuple(alt for _, alt in inside),
        language=article.language or "en",
        today=timezone.localdate(),
        **{name: getattr(article, name) for name in BACKING},
    )


def _in_the_text(inside, library):
    """The pictures of a text, each described as the text does it where it does."""
    for key, alt in inside:
        image = library.get(key)
        yield _picture(image, alt=alt, key=key) if image else Picture(key=key, missing=True)


def _picture(image, *, alt="", key=0):
    return Picture(
        title=image.title,
        alt=alt or image.alt,
        caption=image.caption,
        credit=image.credit,
        decorative=image.decorative,
        expires_on=image.expires_on,
        key=key,
    )
