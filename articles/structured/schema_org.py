"""An edition as schema.org data (JSON-LD), for search engines and archives."""

from articles.text.notices import notices

from .names import stamp, told

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
        "image": _images(edition.picture, url),
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
    return [
        {"@type": "ImageObject", "url": url + size["url"], "width": size["width"], "height": size["height"]}
        for size in best
    ]
