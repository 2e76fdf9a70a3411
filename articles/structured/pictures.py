"""How a picture was made, as the IPTC's and schema.org's vocabularies call it."""

# http://cv.iptc.org/newscodes/digitalsourcetype/ and https://schema.org/IPTCDigitalSourceEnumeration
_SOURCES = {
    "camera": ("digitalCapture", "DigitalCaptureDigitalSource"),
    "edited": ("humanEdits", "MinorHumanEditsDigitalSource"),
    "drawn": ("digitalCreation", "DigitalArtDigitalSource"),
    "generated": ("trainedAlgorithmicMedia", "TrainedAlgorithmicMediaDigitalSource"),
}


def iptc_source(picture):
    """{"uri"} of a frozen picture's digital source type; nothing of one that was frozen before it was asked."""
    code = _SOURCES.get(picture.get("origin"), ("", ""))[0]
    return {"uri": f"http://cv.iptc.org/newscodes/digitalsourcetype/{code}"} if code else None


def schema_source(picture):
    member = _SOURCES.get(picture.get("origin"), ("", ""))[1]
    return f"https://schema.org/{member}" if member else ""
