"""A story with nothing to remark on, to be spoilt by each test in one way."""

from articles.copydesk import Story, read

BODY = (
    "<p>The council voted on 3 May to close the old bridge to cars for a year while its arches are mended.</p>"
    "<p>“We have waited long enough for this,” said Ada Lind, who chairs the works committee.</p>"
)


def make_story(**changes):
    plain = {
        "headline": "Council closes the old bridge to cars",
        "body": BODY,
        "standfirst": "Repairs will take a year.",
        "section": "City",
        "bylines": ("Ada Lind",),
    }
    return Story(**(plain | changes))


def told(*paragraphs, **changes):
    """A story whose body is `paragraphs`, with the good ones of BODY after them."""
    return make_story(body="".join(f"<p>{text}</p>" for text in paragraphs) + changes.pop("after", BODY), **changes)


def codes(story):
    return [finding.code for finding in read(story)]


def excerpts(story, code):
    return [finding.excerpt for finding in read(story, only=[code])]
