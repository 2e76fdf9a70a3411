"""A story as ninjs 3.1, the IPTC's JSON for exchanging news (https://www.iptc.org/std/ninjs/ninjs-schema_3.1.json).

The schema is closed: only its own keys are used. What is left out on purpose: `expires`, for an end that is set says
that a newer edition waits.
"""

from django.utils.encoding import iri_to_uri

from articles.text.notices import notices
from articles.text.parts import laid_out, pictures_in
from articles.text.unstyled import unstyled

from .names import stamp, story_uri, told
from .pictures import iptc_source, machine_source

STANDARD = {"name": "ninjs", "version": "3.1", "schema": "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#"}
PLAIN, HTML = "text/plain", "text/html"


def news_item(edition, *, url, policies=None, licence=""):
    """The whole story as readers have it. `url`: the paper's own; `policies`: see publisher.policies; `licence`: the
    address of the one under which others may print it.
    """
    return told(
        {
            "uri": story_uri(edition, url=url),
            "type": "text",
            "representationType": "full",
            "version": str(edition.number),
            "firstCreated": stamp(edition.published_at),
            "versionCreated": stamp(edition.live_from),
            "contentCreated": stamp(edition.published_at),
            "pubStatus": "usable",
            "language": edition.language,
            "headlines": [{"role": "main", "contentType": PLAIN, "value": edition.headline}],
            "descriptions": _descriptions(edition),
            "bodies": _bodies(edition, url),
            "by": ", ".join(byline["name"] for byline in edition.bylines) or edition.source_line,
            "slugline": edition.slug,
            "located": edition.dateline,
            "people": [_person(byline, url) for byline in edition.bylines],
            "subjects": [_subject(tag, url) for tag in edition.tags],
            "genres": [{"name": edition.kind}],
            "infoSources": _sources(edition),
            "digitalSourceType": machine_source(edition.backing),
            "trustIndicators": [_indicator(*policy) for policy in (policies or {}).items()],
            "rightsInfo": {"linkedRights": licence} if licence else {},
            "altIds": [{"role": "address", "value": url + iri_to_uri(edition.path)}],
            "associations": _pictures(edition, url),
            "copyrightNotice": edition.rights,
            "edNote": "\n".join(_noted(notice) for notice in notices(edition.corrections)),
            "standard": STANDARD,
        }
    )


def canceled(kill, *, url):
    """What is said in place of a killed story: what it was called, and the public notice."""
    return {
        "uri": story_uri(kill, url=url),
        "type": "text",
        "versionCreated": stamp(kill.at),
        "pubStatus": "canceled",
        "edNote": kill.notice,
        "standard": STANDARD,
    }


def _descriptions(edition):
    summary = {"role": "summary", "contentType": PLAIN, "value": edition.standfirst}
    return [summary] if edition.standfirst else []


def _bodies(edition, url):
    forms = ((HTML, unstyled(edition.body_html, edition.figures, url=url)), (PLAIN, edition.body_text))
    return [{"role": "main", "contentType": kind, "wordCount": edition.words, "value": text} for kind, text in forms]


def _sources(edition):
    """Whose text it is, and on what it rests as far as readers are told."""
    own = [{"name": edition.source_line, "role": "supplier"}] if edition.source_line else []
    cited = edition.backing.get("sources", [])
    return [*own, *(told({"name": one["label"], "role": "source", "uri": one["url"]}) for one in cited)]


def _indicator(name, address):
    return {"role": f"https://schema.org/{name}", "title": name, "href": address}


def _noted(notice):
    return f"{notice.kind.capitalize()}, {stamp(notice.at)}: {notice.text}"


def _person(byline, url):
    return {"name": byline["name"], "rel": "author", "uri": f"{url}/author/{byline['slug']}/"}


def _subject(tag, url):
    return {"name": tag["name"], "rel": "about", "uri": f"{url}/tag/{iri_to_uri(tag['slug'])}/"}


def _pictures(edition, url):
    """The picture that the story leads with, and those in its text in reading order."""
    lead = [_picture(edition.picture, "lead", edition.picture["caption"], url)] if edition.picture else []
    inside = pictures_in(laid_out(edition.body_html, edition.figures))
    return lead + [_picture(part.picture, f"text-{n}", part.told, url) for n, part in enumerate(inside, 1)]


def _picture(picture, name, said, url):
    """A picture in every size that readers are served. `said`: its caption."""
    sizes = [(shape, size) for shape in ("wide", "square", "share") for size in picture[shape]]
    largest = max(sizes, key=lambda one: one[1]["width"])[1]
    caption = {"role": "caption", "contentType": PLAIN, "value": said}
    alt = {"role": "alt", "contentType": PLAIN, "value": picture["alt"]}
    return told(
        {
            "name": name,
            "uri": url + largest["url"],
            "type": "picture",
            "descriptions": [one for one in (caption, alt) if one["value"]],
            "by": picture["credit"],
            "digitalSourceType": iptc_source(picture),
            "renditions": [_rendition(shape, size, url) for shape, size in sizes],
        }
    )


def _rendition(shape, size, url):
    return {
        "name": f"{shape}-{size['width']}-{size['format']}",
        "href": url + size["url"],
        "contentType": f"image/{size['format']}",
        "width": size["width"],
        "height": size["height"],
    }
