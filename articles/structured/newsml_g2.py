"""An edition as a NewsML-G2 news item, the form in which agencies exchange stories (IPTC, version 2.24).

The body goes along as XHTML, which holds all that a house body holds.
"""

from lxml import etree, html
from lxml.builder import ElementMaker

from articles.text.notices import notices
from articles.text.unstyled import unstyled

from .names import stamp, story_uri

NAMESPACE, XHTML = "http://iptc.org/std/nar/2006-10-01/", "http://www.w3.org/1999/xhtml"
CATALOGUE = "http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_32.xml"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_E = ElementMaker(namespace=NAMESPACE, nsmap={None: NAMESPACE})
_H = ElementMaker(namespace=XHTML, nsmap={None: XHTML})


def newsml_g2(edition, *, url, name):
    """The whole story as the bytes of an XML document. `url` and `name`: the paper's own."""
    item = _item(edition, story_uri(edition, url=url), edition.number)
    if edition.rights:
        item.append(_E.rightsInfo(_E.copyrightNotice(edition.rights)))
    item.append(_item_meta(name, edition.live_from, "usable", _notes(edition)))
    item.append(_content_meta(edition, url))
    item.append(_E.contentSet(_E.inlineXML(_page(edition, url), contenttype="application/xhtml+xml")))
    return _bytes(item)


def newsml_g2_canceled(kill, edition, *, url, name):
    """What is sent in place of a killed story: its id and the public notice, none of its words."""
    item = _item(edition, story_uri(edition, url=url), edition.number + 1)
    item.append(_item_meta(name, kill.at, "canceled", [kill.notice]))
    return _bytes(item)


def _item(edition, guid, version):
    told = {"guid": guid, "version": str(version), "standard": "NewsML-G2", "standardversion": "2.24"}
    return _E.newsItem(_E.catalogRef(href=CATALOGUE), told | {"conformance": "core", _LANG: edition.language})


def _item_meta(name, created, status, notes):
    meta = _E.itemMeta(
        _E.itemClass(qcode="ninat:text"),
        _E.provider(_E.name(name)),
        _E.versionCreated(stamp(created)),
        _E.pubStatus(qcode=f"stat:{status}"),
    )
    meta.extend(_E.edNote(note) for note in notes if note)
    return meta


def _notes(edition):
    return [f"{notice.kind.capitalize()}, {stamp(notice.at)}: {notice.text}" for notice in notices(edition.corrections)]


def _content_meta(edition, url):
    meta = _E.contentMeta(_E.contentCreated(stamp(edition.published_at)))
    if edition.dateline:
        meta.append(_E.located(_E.name(edition.dateline)))
    for byline in edition.bylines:
        meta.append(_E.creator(_E.name(byline["name"]), uri=f"{url}/author/{byline['slug']}/"))
    if edition.source_line:
        meta.append(_E.infoSource(_E.name(edition.source_line)))
    meta.append(_E.language({"tag": edition.language}))
    meta.extend(_E.keyword(tag["name"]) for tag in edition.tags)
    meta.append(_E.slugline(edition.slug))
    meta.append(_E.headline(edition.headline))
    if edition.dateline:
        meta.append(_E.dateline(edition.dateline))
    if edition.standfirst:
        meta.append(_E.description(edition.standfirst, role="drol:summary"))
    return meta


def _page(edition, url):
    body = html.fragment_fromstring(unstyled(edition.body_html, edition.figures, url=url), create_parent="body")
    for element in body.iter():
        element.tag = f"{{{XHTML}}}{element.tag}"
    return _H.html(_H.head(_H.title(edition.headline)), body)


def _bytes(item):
    return etree.tostring(item, xml_declaration=True, encoding="UTF-8")
