"""Rules about what stands around the text: standfirst, byline, section, lead picture."""

from .register import Remark, error, warning

KINDS_WITH_STANDFIRST = frozenset({"news", "analysis", "opinion", "review"})


@warning
def no_standfirst(story):
    """The standfirst sells the story on cards, in feeds and in search results."""
    if story.kind in KINDS_WITH_STANDFIRST and not story.standfirst.strip():
        yield Remark("The story has no standfirst; say in a sentence or two why to read it.")


@warning
def no_byline(story):
    """Readers trust a story more when they see who wrote it."""
    if not any(name.strip() for name in map(str, story.bylines)):
        yield Remark("The story has no byline; name who wrote it.")


@warning
def no_section(story):
    """A story in no section is on no section page and in no section feed."""
    if not str(story.section or "").strip():
        yield Remark("The story is in no section; choose one.")


@warning
def no_alt(story):
    """Blind readers hear the description instead of the picture; only a decorative picture goes without."""
    if story.lead and not story.lead.decorative and not story.lead.alt.strip():
        yield Remark("The lead picture has no description; say what it shows, or mark it as decorative.")
    for picture in _in_the_library(story):
        if not picture.decorative and not picture.alt.strip():
            yield Remark(f"The picture “{picture.title}” in the text has no description; say what it shows.")


@warning
def no_credit(story):
    """Whoever made the picture has a right to be named."""
    if story.lead and not story.lead.credit.strip():
        yield Remark("The lead picture has no credit; name who made it.")
    for picture in _in_the_library(story):
        if not picture.credit.strip():
            yield Remark(f"The picture “{picture.title}” in the text has no credit; name who made it on its page.")


@error
def rights_ended(story):
    """A picture whose rights have ended may not be printed again without asking whoever gave them."""
    for picture in [*([story.lead] if story.lead else []), *_in_the_library(story)]:
        if story.today and picture.expires_on and picture.expires_on < story.today:
            day = f"{picture.expires_on.day} {picture.expires_on:%B %Y}"
            yield Remark(f"The rights to the picture “{picture.title}” ended on {day}; take another, or renew them.")


@error
def picture_missing(story):
    """Readers would find nothing where the text shows a picture that is not in the library."""
    for picture in story.pictures:
        if picture.missing:
            yield Remark(f"Picture {picture.key} in the text is not in the library; take it out or choose another.")


def _in_the_library(story):
    """The pictures of the text, each once."""
    return {picture.key: picture for picture in story.pictures if not picture.missing}.values()
