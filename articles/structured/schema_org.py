"""An edition as schema.org data (JSON-LD), for search engines and archives.

https://developers.google.com/search/docs/appearance/structured-data/article asks for pictures in three shapes and for
people with pages; the rest is for those who study the press.
"""

from articles.text.notices import notices
from articles.text.parts import laid_out, pictures_in
from articles.text.unstyled import size_of

from .names import pixels, stamp, told
from .pictures import schema_source
from .publisher import CONTEXT, organization

# The nearest kind there is, with the one that everybody knows. What did not happen and what somebody paid for are none.
KINDS = {
    "news": ["NewsArticle", "ReportageNewsArticle"],
    "analysis": ["NewsArticle", "AnalysisNewsArticle"],
    "opinion": ["NewsArticle", "OpinionNewsArticle"],
    "background": ["NewsArticle", "BackgroundNewsArticle"],
    "review": ["NewsArticle", "ReviewNewsArticle"],
    "satire": "SatiricalArticle",
    "sponsored": "AdvertiserContentArticle",
}
SHAPES = ("16x9", "4x3", "1x1", "share")


def news_article(edition, *, paper, versions=()):
    """schema.org NewsArticle or the nearest of its kinds. `paper`: a Publisher; `versions`: the story in other
    languages, each with `path`, `language` and `is_original`.
    """
    kind = KINDS.get(edition.kind, "NewsArticle")
    return told(
        {
            "@context": CONTEXT,
            "@type": kind,
            "headline": edition.headline,
            "description": edition.standfirst,
            "url": paper.address(edition.path),
            "mainEntityOfPage": paper.address(edition.path),
            "inLanguage": edition.language,
            "wordCount": edition.words,
            "articleSection": edition.section.name if edition.section else "",
            "keywords": [tag["name"] for tag in edition.tags],
            "dateline": edition.dateline if "NewsArticle" in kind else "",
            "datePublished": stamp(edition.published_at),
            "dateModified": stamp(edition.updated_at or edition.published_at),
            "isAccessibleForFree": True,
            "author": _authors(edition, paper),
            "publisher": organization(paper),
            "image": images(edition, paper) or (paper.address(edition.card_path) if edition.card else ""),
            "correction": [_comment(notice) for notice in notices(edition.corrections)],
            **_rights(edition, paper),
            **_translations(versions, paper),
        }
    )


def person(byline, paper):
    """`byline`: as an edition keeps it."""
    page = paper.address(f"/author/{byline['slug']}/")
    return told({"@type": "Person", "name": byline["name"], "url": page, "jobTitle": byline.get("role", "")})


def images(edition, paper):
    """The lead picture in the shapes that readers of structured data ask for, the widest first; then those in the text,
    each once in its own shape.
    """
    lead, inside = edition.picture, pictures_in(laid_out(edition.body_html, edition.figures))
    sizes = [size for shape in SHAPES for size in lead.get(shape, [])] if lead else []
    return [
        *(_image(lead, size, lead["caption"], paper) for size in sizes),
        *(_image(part.picture, size_of(part.picture), part.told, paper) for part in inside),
    ]


def _image(picture, size, said, paper):
    box = {"url": paper.address(size["url"]), "width": pixels(size["width"]), "height": pixels(size["height"])}
    words = {"caption": said, "creditText": picture["credit"], "digitalSourceType": schema_source(picture)}
    return {"@type": "ImageObject", **box, **told(words)}


def _authors(edition, paper):
    """Those in the byline, else whose text it is."""
    if edition.bylines:
        return [person(byline, paper) for byline in edition.bylines]
    return [{"@type": "Organization", "name": edition.source_line}] if edition.source_line else []


def _rights(edition, paper):
    """Whose it is: an agency's and a payer's stay theirs."""
    if edition.kind == "sponsored" and edition.source_line:
        return {"sponsor": {"@type": "Organization", "name": edition.source_line}, "copyrightNotice": edition.rights}
    if edition.source_line:
        source = {"@type": "Organization", "name": edition.source_line}
        return {"sourceOrganization": source, "copyrightNotice": edition.rights}
    year = edition.published_at.year
    return {"copyrightHolder": {"@id": f"{paper.url}/#paper"}, "copyrightYear": year, "copyrightNotice": edition.rights}


def _translations(versions, paper):
    """What it was translated from, or into."""
    told = {one: {"@type": "Article", "url": paper.address(one.path), "inLanguage": one.language} for one in versions}
    original = next((one for one in versions if one.is_original), None)
    if original is None:
        return {"workTranslation": list(told.values())}
    return {"translationOfWork": told[original], "isBasedOn": told[original]["url"]}


def _comment(notice):
    return {"@type": "CorrectionComment", "text": notice.text, "datePublished": stamp(notice.at)}
