"""An edition as NITF 3.6, the IPTC's older XML for a story (http://iptc.org/std/NITF/2006-10-18/)."""

from lxml import etree, html
from lxml.builder import ElementMaker

from articles.text.notices import notices
from articles.text.parts import laid_out, pictures_in
from articles.text.unstyled import size_of, written

from .names import stamp, story_uri

NAMESPACE = "http://iptc.org/std/NITF/2006-10-18/"
_E = ElementMaker(namespace=NAMESPACE, nsmap={None: NAMESPACE})
# What a house body is made of, in NITF's words; what is not here keeps its text.
_NAMES = {name: name for name in "p ul ol li pre table caption tbody thead tr td th em a br hr".split()}
_NAMES |= {"h2": "hl2", "h3": "hl2", "strong": "em", "blockquote": "bq"}
_RUNNING = ("p", "li", "caption", "td", "th", "em", "strong")


def nitf(edition, *, url, name):
    """The whole story as the bytes of an XML document. `url` and `name`: the paper's own."""
    tree = _E.nitf(_head(edition, url, name), _E.body(_body_head(edition), _content(edition, url), _end(edition)))
    return etree.tostring(tree, xml_declaration=True, encoding="UTF-8", pretty_print=False)


def _head(edition, url, name):
    docdata = _E.docdata(
        _E("doc-id", {"regsrc": name, "id-string": story_uri(edition, url=url)}),
        _E("date.issue", norm=_compact(edition.live_from)),
        _E("date.release", norm=_compact(edition.published_at)),
        {"management-status": "usable"},
    )
    if edition.rights:
        docdata.append(_E("doc.copyright", holder=edition.rights))
    if edition.tags:
        docdata.append(_E("key-list", *[_E.keyword(key=tag["name"]) for tag in edition.tags]))
    return _E.head(_E.title(edition.headline), docdata)


def _body_head(edition):
    headlines = [_E.hl1(edition.headline), *([_E.hl2(edition.standfirst)] if edition.standfirst else [])]
    head = _E("body.head", _E.hedline(*headlines))
    for byline in edition.bylines:
        title = [_E.byttl(byline["role"])] if byline["role"] else []
        head.append(_E.byline(_E.person(byline["name"]), *title))
    if edition.source_line:
        head.append(_E.distributor(edition.source_line))
    if edition.dateline:
        head.append(_E.dateline(_E.location(edition.dateline)))
    return head


def _content(edition, url):
    content = _E("body.content")
    for part in laid_out(edition.body_html, edition.figures):
        if pictures := pictures_in([part]):
            content.extend(_media(one, url) for one in pictures)
        else:
            body = html.fragment_fromstring(written(part, url=url, labels={}), create_parent="div")
            content.extend(map(_converted, body))
    return content


def _media(part, url):
    picture, size = part.picture, size_of(part.picture)
    told = {"source": url + size["url"], "mime-type": f"image/{size['format']}", "alternate-text": picture["alt"]}
    box = {"width": str(size["width"]), "height": str(size["height"])}
    words = [*([_E("media-caption", part.told)] if part.told else [])]
    words += [_E("media-producer", picture["credit"])] if picture["credit"] else []
    return _E.media({"media-type": "image"}, _E("media-reference", **told, **box), *words)


def _end(edition):
    end = _E("body.end")
    told = [f"{notice.kind.capitalize()}, {stamp(notice.at)}: {notice.text}" for notice in notices(edition.corrections)]
    if told:
        end.append(_E.tagline(" ".join(told)))
    return end


def _converted(element):
    """One element of a house body and all in it. A house body is shallow: `nesting.flatten` sees to that."""
    name = _NAMES.get(element.tag)
    if name is None:
        return _unknown(element)
    made = _E(name, **({"href": element.get("href")} if element.tag == "a" and element.get("href") else {}))
    if name == "bq":
        made.append(_E.block(*[_converted(child) for child in element]))
        return made
    made.text = element.text
    for child in element:
        inner = _converted(child)
        inner.tail = child.tail
        made.append(inner)
    return made


def _unknown(element):
    """The words without the element: a paragraph where a block stands, emphasis in running text."""
    parent = element.getparent()
    running = parent is not None and parent.tag in _RUNNING
    return _E("em" if running else "p", "".join(element.itertext()))


def _compact(moment):
    """ISO 8601 basic form, as NITF's norm wants it."""
    return moment.strftime("%Y%m%dT%H%M%S%z")
