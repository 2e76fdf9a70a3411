"""An edition as schema.org data (JSON-LD), for search engines and archives."""

from articles.text.notices import notices
from articles.text.parts import laid_out, pictures_in
from articles.text.unstyled import size_of

from .names import stamp, told
from .pictures import schema_source

KINDS = {
    "analysis": "AnalysisNewsArticle",
    "opinion": "OpinionNewsArticle",
    "background": "BackgroundNewsArticle",
    "review": "ReviewNewsArticle",
    "satire": "SatiricalArticle",
    "sponsored": "AdvertiserContentArticle",
}


def news_article(edition, *, url, name):
    """schema.org NewsArticle or the nearest of its kinds. `url` and `name`: the paper's own."""
    data = {
        "@context": "https://schema.org",
        "@type": KINDS.get(edition.kind, "NewsArticle"),
        "headline": edition.headline,
        "description": edition.standfirst,
        "url": url + edition.path,
        "mainEntityOfPage": url + edition.path,
        "inLanguage": edition.language,
        "wordCount": edition.words,
        "articleSection": edition.section.name if edition.section else "",
        "keywords": [tag["name"] for tag in edition.tags],
        "datePublished": stamp(edition.published_at),
        "dateModified": stamp(edition.updated_at or edition.published_at),
        "author": _authors(edition, url),
        "publisher": {"@type": "NewsMediaOrganization", "name": name, "url": f"{url}/"},
        "image": _images(edition.picture, url) + _images_inside(edition, url),
        "correction": [_comment(notice) for notice in notices(edition.corrections)],
    }
    return told(data)


def _authors(edition, url):
    return [
        {"@type": "Person", "name": byline["name"], "url": f"{url}/author/{byline['slug']}/"}
        for byline in edition.bylines
    ]


def _comment(notice):
    return {"@type": "CorrectionComment", "text": notice.text, "datePublished": stamp(notice.at)}


def _images(picture, url):
    """The picture as link previews show it, and the largest in its own shape."""
    if not picture:
        return []
    wide = [size for size in picture["wide"] if size["format"] != "avif"]
    best = [*picture.get("share", []), *sorted(wide, key=lambda size: -size["width"])[:1]]
    return [_image(picture, size, picture["caption"], url) for size in best]


def _images_inside(edition, url):
    """The pictures in the text, each once in its own shape."""
    inside = pictures_in(laid_out(edition.body_html, edition.figures))
    return [_image(part.picture, size_of(part.picture), part.told, url) for part in inside]


def _image(picture, size, said, url):
    box = {"url": url + size["url"], "width": size["width"], "height": size["height"]}
    words = {"caption": said, "creditText": picture["credit"], "digitalSourceType": schema_source(picture)}
    return {"@type": "ImageObject", **box, **told(words)}
