"""How a picture was made, and whether a machine wrote a text, as the IPTC's and schema.org's vocabularies call it."""

# http://cv.iptc.org/newscodes/digitalsourcetype/ and https://schema.org/IPTCDigitalSourceEnumeration
_SOURCES = {
    "camera": ("digitalCapture", "DigitalCaptureDigitalSource"),
    "edited": ("humanEdits", "MinorHumanEditsDigitalSource"),
    "drawn": ("digitalCreation", "DigitalArtDigitalSource"),
    "generated": ("trainedAlgorithmicMedia", "TrainedAlgorithmicMediaDigitalSource"),
}
_MACHINES = {"assisted": "algorithmicallyEnhanced", "generated": "trainedAlgorithmicMedia"}


def iptc_source(picture):
    """{"uri"} of a frozen picture's digital source type; nothing of one that was frozen before it was asked."""
    code = _SOURCES.get(picture.get("origin"), ("", ""))[0]
    return {"uri": f"http://cv.iptc.org/newscodes/digitalsourcetype/{code}"} if code else None


def machine_source(backing):
    """{"uri"} of what a machine did to a text, nothing where none took part."""
    code = _MACHINES.get(backing.get("ai", {}).get("use"))
    return {"uri": f"http://cv.iptc.org/newscodes/digitalsourcetype/{code}"} if code else None


def schema_source(picture):
    member = _SOURCES.get(picture.get("origin"), ("", ""))[1]
    return f"https://schema.org/{member}" if member else ""
