"""What another site shows of a story when its address is pasted there (https://oembed.com/#section2.3)."""

from xml.sax.saxutils import escape

from articles.text.xml import clean

WIDTH, HEIGHT = 600, 220
CARD = (1200, 630)  # the share picture of a story without one of its own
_XML = '<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n<oembed>{}</oembed>\n'


def embedded(edition, *, paper, html, size, seconds):
    """A dict. `html`: what is shown, in `size`; `seconds`: how long it may be kept."""
    told = {
        "version": "1.0",
        "type": "rich",
        "title": edition.headline,
        "provider_name": paper.name,
        "provider_url": f"{paper.url}/",
        "cache_age": seconds,
        "width": size[0],
        "height": size[1],
        "html": html,
    }
    return told | _writer(edition, paper) | _thumbnail(edition, paper)


def as_xml(told):
    return _XML.format("".join(f"<{name}>{escape(clean(str(value)))}</{name}>" for name, value in told.items()))


def _writer(edition, paper):
    """There is room for one address: that of who is named first."""
    if not edition.bylines:
        return {}
    names = ", ".join(byline["name"] for byline in edition.bylines)
    return {"author_name": names, "author_url": paper.address(f"/author/{edition.bylines[0]['slug']}/")}


def _thumbnail(edition, paper):
    sizes = edition.picture["share"] if edition.picture else []
    if not sizes and edition.card:
        sizes = [{"url": edition.card_path, "width": CARD[0], "height": CARD[1]}]
    if not sizes:
        return {}
    told = {"url": paper.address(sizes[0]["url"]), "width": sizes[0]["width"], "height": sizes[0]["height"]}
    return {f"thumbnail_{name}": value for name, value in told.items()}
