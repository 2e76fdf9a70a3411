"""Quotes a place in a text so that it can be found again by searching for the quotation."""

LONGEST = 120


def excerpt(text, start, end):
    """Return `text[start:end]`, at most LONGEST characters, with words before it if it also stands earlier in `text`.

    The result is always a substring of `text`; unless it would grow too long, its first occurrence is the one meant.
    """
    end = min(end, start + LONGEST)
    while start and text.find(text[start:end]) < start:
        wider = text.rfind(" ", 0, start - 1) + 1
        if end - wider > LONGEST:
            break
        start = wider
    return text[start:end]
