"""What editors are told of a picture that did not come: in the note to editors with its words, and as a finding."""

from articles.text.findings import Finding, Level

ABSENT, NOT_FETCHED, UNUSABLE = "is not in the delivery; ", "was not fetched: ", "cannot be used: "


def tell(parsed, picture, code, problem):
    """Note a picture of `parsed` that is not in its story, with what to do; `problem` begins with one of the above."""
    name = picture.href if picture.data is None else "a picture in the document"
    words = [f"{_beginning(name or '(without an address)')}{problem}."]
    words += [f"{label}: {value}" for label, value in _labelled(picture) if value]
    parsed.record.keep_for_editors("\n".join(words))
    parsed.item.findings.append(Finding(code, Level.WARNING, f"The picture {name[:200]} {problem}.", None, name[:120]))


def without(ednote, hrefs):
    """A note to editors without what `tell` said of these pictures: a newer text says it anew where it still holds.
    What an editor wrote of one stays.
    """
    ours = tuple(_beginning(href) + problem for href in hrefs if href for problem in (ABSENT, NOT_FETCHED, UNUSABLE))
    return "\n\n".join(part for part in ednote.split("\n\n") if not (ours and part.startswith(ours)))


def _beginning(name):
    return f"Picture {name} "


def _labelled(picture):
    return (
        ("Caption", picture.caption),
        ("Credit", picture.credit),
        ("Description", picture.alt),
        ("Rights", picture.rights),
    )
