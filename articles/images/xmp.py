"""Reads the XMP packet of a picture: description, caption, credit, rights and how it was made. Never a place.

The names are those of the IPTC Photo Metadata Standard 2025.1. XML comes from strangers: no entity is resolved, nothing
is fetched, and what cannot be read says nothing.
"""

from lxml import etree

LARGEST = 1_000_000  # bytes of a packet; a photographer's has a few thousand
_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_CORE, _EXT = "{http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/}", "{http://iptc.org/std/Iptc4xmpExt/2008-02-29/}"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_NAMES = {
    "alt": (f"{_CORE}AltTextAccessibility",),
    "caption": (f"{_DC}description",),
    "credit": (f"{_DC}creator", "{http://ns.adobe.com/photoshop/1.0/}Credit"),
    "rights": (f"{_DC}rights",),
    "source": (f"{_EXT}DigitalSourceType",),
}
# http://cv.iptc.org/newscodes/digitalsourcetype/, by the last part of the address, and what the desk calls it
_ORIGINS = {
    **dict.fromkeys(("digitalCapture", "computationalCapture", "negativeFilm", "positiveFilm", "print"), "camera"),
    **dict.fromkeys(("humanEdits", "minorHumanEdits"), "camera"),
    **dict.fromkeys(("composite", "compositeCapture", "compositeSynthetic", "algorithmicallyEnhanced"), "edited"),
    "compositeWithTrainedAlgorithmicMedia": "edited",
    **dict.fromkeys(("digitalArt", "digitalCreation", "virtualRecording", "dataDrivenMedia", "screenCapture"), "drawn"),
    **dict.fromkeys(("trainedAlgorithmicMedia", "algorithmicMedia"), "generated"),
}


def told(image):
    """{"alt", "caption", "credit", "rights", "origin"} of an opened picture, empty where it says nothing."""
    root = _root(image.info.get("xmp") or image.info.get("XML:com.adobe.xmp"))
    found = {} if root is None else _properties(root)
    said = {name: next((found[one] for one in names if found.get(one)), "") for name, names in _NAMES.items()}
    return said | {"origin": _ORIGINS.get(said.pop("source").rstrip("/").rsplit("/", 1)[-1], "")}


def _root(packet):
    packet = packet.encode("utf-8", "replace") if isinstance(packet, str) else packet
    if not isinstance(packet, bytes) or len(packet) > LARGEST or b"<!DOCTYPE" in packet:
        return None
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        return etree.fromstring(packet.strip(b"\0 \r\n\t"), parser)
    except (etree.XMLSyntaxError, ValueError):
        return None


def _properties(root):
    """{name: text} of all descriptions in the packet; a property may be an attribute or an element."""
    found = {}
    for description in root.iter(f"{_RDF}Description"):
        found |= {str(name): str(value) for name, value in description.attrib.items()}
        found |= {child.tag: _text(child) for child in description if isinstance(child.tag, str)}
    return found


def _text(element):
    """The text of a property: its own, that of its list, or of the language that is for everybody."""
    items = list(element.iter(f"{_RDF}li"))
    if not items:
        return element.get(f"{_RDF}resource") or element.text or ""
    general = [item for item in items if item.get(_LANG) == "x-default"]
    languages = general or (items[:1] if items[0].get(_LANG) else items)
    return ", ".join(filter(None, (item.text for item in languages)))
