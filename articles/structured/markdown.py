"""An edition as Markdown with YAML front matter, as site generators and archives keep stories."""

import yaml
from markdownify import ATX, MarkdownConverter

from articles.text.notices import notices
from articles.text.unstyled import unstyled

from .names import stamp, story_uri, told


def markdown(edition, *, url, draft=False):
    """The story as text. `url`: the paper's own; `draft`: readers have not got it."""
    front = told(
        {
            "title": edition.headline,
            "kicker": edition.kicker,
            "standfirst": edition.standfirst,
            "slug": edition.slug,
            "id": story_uri(edition, url=url),
            "date": stamp(edition.published_at),
            "lastmod": stamp(edition.updated_at) if edition.updated_at else "",
            "authors": [byline["name"] for byline in edition.bylines],
            "dateline": edition.dateline,
            "section": edition.section.name if edition.section else "",
            "kind": edition.kind,
            "tags": [tag["name"] for tag in edition.tags],
            "language": edition.language,
            "source": edition.source_line,
            "rights": edition.rights,
            "image": _image(edition.picture, url),
            "corrections": [f"{one.kind}, {stamp(one.at)}: {one.text}" for one in notices(edition.corrections)],
        }
    ) | ({"draft": True} if draft else {"url": url + edition.path})
    matter = yaml.safe_dump(front, allow_unicode=True, sort_keys=False, width=10_000)
    return f"---\n{matter}---\n\n{_body(unstyled(edition.body_html, edition.figures, url=url))}\n"


def _image(picture, url):
    if not picture:
        return ""
    sizes = [size for size in picture["wide"] if size["format"] != "avif"] or picture["share"]
    return url + max(sizes, key=lambda size: size["width"])["url"]


def _body(html):
    return _Converter(heading_style=ATX, bullets="-", sub_symbol="<sub>", sup_symbol="<sup>").convert(html).strip()


class _Converter(MarkdownConverter):
    """Asterisks and underlines of the text are kept as they were typed; tables are those of GitHub's Markdown."""
