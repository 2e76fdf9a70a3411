"""Stories as WordPress reads them: WXR 1.2, the extended RSS of its importer, in pieces that can be streamed.

https://github.com/WordPress/WordPress, wp-admin/includes/export.php says what stands in it.
"""

from datetime import UTC
from email.utils import format_datetime
from xml.sax.saxutils import escape, quoteattr

from articles.text.unstyled import unstyled

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" \
xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" \
xmlns:wp="http://wordpress.org/export/1.2/">
<channel>
<title>{name}</title>
<link>{url}</link>
<description>{tagline}</description>
<language>{language}</language>
<wp:wxr_version>1.2</wp:wxr_version>
<wp:base_site_url>{url}</wp:base_site_url>
<wp:base_blog_url>{url}</wp:base_blog_url>
"""
TAIL = "</channel>\n</rss>\n"


def head(*, name, url, tagline, language):
    told = {"name": name, "url": url, "tagline": tagline, "language": language}
    return _HEAD.format(**{key: escape(text) for key, text in told.items()})


def author(number, *, login, name, email=""):
    told = {"author_id": str(number), "author_login": login, "author_email": email, "author_display_name": name}
    return f"<wp:author>{_elements('wp', told)}</wp:author>\n"


def category(number, *, slug, name, description=""):
    told = {"term_id": str(number), "category_nicename": slug, "cat_name": name, "category_description": description}
    return f"<wp:category>{_elements('wp', told)}</wp:category>\n"


def tag(number, *, slug, name, description=""):
    told = {"term_id": str(number), "tag_slug": slug, "tag_name": name, "tag_description": description}
    return f"<wp:tag>{_elements('wp', told)}</wp:tag>\n"


def attachment(number, *, address, title, caption, alt, moment):
    """A picture; the importer fetches it from `address` if it is asked to."""
    meta = f"<wp:postmeta>{_elements('wp', {'meta_key': '_wp_attachment_image_alt', 'meta_value': alt})}</wp:postmeta>"
    told = {"post_id": str(number), **_times(moment, moment), "status": "inherit", "post_type": "attachment"}
    told["attachment_url"] = address
    return (
        f"<item><title>{escape(title)}</title><link>{escape(address)}</link>"
        f'<guid isPermaLink="false">{escape(address)}</guid><excerpt:encoded>{_cdata(caption)}</excerpt:encoded>'
        f"{_elements('wp', told)}{meta}</item>\n"
    )


def post(edition, *, url, guid, status, picture=None):
    """A story. `status`: publish, future or draft; `picture`: the number of its lead picture's attachment."""
    told = {
        "post_id": str(edition.article_id),
        **_times(edition.published_at, edition.updated_at or edition.published_at),
        "post_name": edition.slug,
        "status": status,
        "post_type": "post",
    }
    writers = [byline["slug"] for byline in edition.bylines]
    meta = [("_thumbnail_id", str(picture))] if picture else []
    return (
        f"<item><title>{escape(edition.headline)}</title><link>{escape(url + edition.path)}</link>"
        f"<pubDate>{format_datetime(edition.published_at)}</pubDate>"
        f"<dc:creator>{_cdata(writers[0] if writers else '')}</dc:creator>"
        f'<guid isPermaLink="false">{escape(guid)}</guid>'
        f"<content:encoded>{_cdata(unstyled(edition.body_html, edition.figures, url=url))}</content:encoded>"
        f"<excerpt:encoded>{_cdata(edition.standfirst)}</excerpt:encoded>"
        f"{_elements('wp', told)}{_terms(edition, writers)}{''.join(map(_meta, meta))}</item>\n"
    )


def _terms(edition, writers):
    """Its section, tags and, as the Co-Authors plugin has them, all who wrote it."""
    terms = [("category", edition.section.slug, edition.section.name)] if edition.section else []
    terms += [("post_tag", tag["slug"], tag["name"]) for tag in edition.tags]
    terms += [("author", f"cap-{byline['slug']}", byline["name"]) for byline in edition.bylines if len(writers) > 1]
    return "".join(
        f"<category domain={quoteattr(domain)} nicename={quoteattr(slug)}>{_cdata(name)}</category>"
        for domain, slug, name in terms
    )


def _meta(pair):
    return f"<wp:postmeta>{_elements('wp', dict(zip(('meta_key', 'meta_value'), pair, strict=True)))}</wp:postmeta>"


def _times(published, modified):
    """In UTC under both names: whoever reads them sets the local ones by the zone of their own site."""
    first, last = (f"{moment.astimezone(UTC):%Y-%m-%d %H:%M:%S}" for moment in (published, modified))
    return {"post_date": first, "post_date_gmt": first, "post_modified": last, "post_modified_gmt": last}


def _elements(prefix, told):
    return "".join(f"<{prefix}:{name}>{_cdata(text)}</{prefix}:{name}>" for name, text in told.items())


def _cdata(text):
    """A section cannot hold its own end: it is closed and opened again in the middle of one."""
    return f"<![CDATA[{text.replace(']]>', ']]]]><![CDATA[>')}]]>"
