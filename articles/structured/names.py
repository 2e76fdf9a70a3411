"""What a story is called by those who keep it: a name that outlives its address and its headline."""

from urllib.parse import urlsplit


def story_uri(edition, *, url):
    """A tag URI (RFC 4151) of the day the story first appeared. `url`: the paper's own."""
    return f"tag:{urlsplit(url).hostname},{edition.published_at:%Y-%m-%d}:story-{edition.article_id}"


def stamp(moment):
    return moment.isoformat(timespec="seconds")


def pixels(number):
    """A length as schema.org writes one: a number and its unit (https://schema.org/Distance)."""
    return f"{number} px"


def told(data):
    """Without what there is nothing of."""
    return {key: value for key, value in data.items() if value not in ("", [], {}, None)}
