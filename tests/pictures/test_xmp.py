"""What a picture says of itself in XMP: read on upload, never put over what somebody typed, never a reason to fail."""

from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from PIL import Image as Pillow
from PIL.PngImagePlugin import PngInfo

from articles import images, pictures

from .samples import data, pixels

PACKET = """<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:core="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/"
 xmlns:ext="http://iptc.org/std/Iptc4xmpExt/2008-02-29/" xmlns:exif="http://ns.adobe.com/exif/1.0/"
 ext:DigitalSourceType="http://cv.iptc.org/newscodes/digitalsourcetype/{source}" exif:GPSLatitude="51,30N">
<dc:description><rdf:Alt><rdf:li xml:lang="de">Hafen</rdf:li>
<rdf:li xml:lang="x-default">The harbour &amp; quay</rdf:li>
</rdf:Alt></dc:description>
<dc:creator><rdf:Seq><rdf:li>Mira Lund</rdf:li><rdf:li>Ada Quay</rdf:li></rdf:Seq></dc:creator>
<dc:rights><rdf:Alt><rdf:li xml:lang="x-default">© The Ledger</rdf:li></rdf:Alt></dc:rights>
<core:AltTextAccessibility><rdf:Alt><rdf:li xml:lang="x-default">A grey wall at dawn</rdf:li></rdf:Alt>
</core:AltTextAccessibility></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>"""


def packet(source="trainedAlgorithmicMedia"):
    return PACKET.format(source=source).encode()


def png(text):
    about, out = PngInfo(), BytesIO()
    about.add_itxt("XML:com.adobe.xmp", text)
    pixels(120, 80).save(out, "PNG", pnginfo=about)
    return out.getvalue()


@pytest.mark.parametrize(
    "file",
    [data(120, 80, xmp=packet()), data(120, 80, format="WEBP", xmp=packet()), png(packet().decode())],
    ids=["jpeg", "webp", "png"],
)
def test_description_caption_credit_rights_and_origin_are_read(file):
    told = images.read(file).described

    assert (told.alt, told.caption) == ("A grey wall at dawn", "The harbour & quay")
    assert (told.credit, told.rights, told.origin) == ("Mira Lund, Ada Quay", "© The Ledger", "generated")


@pytest.mark.parametrize(
    ("source", "origin"),
    [
        ("trainedAlgorithmicMedia", "generated"),
        ("compositeWithTrainedAlgorithmicMedia", "edited"),
        ("digitalCapture", "camera"),
        ("digitalArt", "drawn"),
        ("somethingNew", ""),
    ],
)
def test_how_it_was_made_is_told_by_the_iptcs_codes(source, origin):
    assert images.read(data(120, 80, xmp=packet(source))).described.origin == origin


@pytest.mark.parametrize(
    "broken",
    [
        b"<x:xmpmeta",
        b"\xff\xfe\x00garbage",
        b"",
        b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>',
        packet()[:-200],
        b"<a>" * 100_000,
        b"<a>" + b"x" * 1_100_000 + b"</a>",
    ],
    ids=["cut", "bytes", "empty", "doctype", "unclosed", "deep", "large"],
)
def test_metadata_that_cannot_be_read_never_keeps_a_picture_out(broken):
    file = png(broken.decode("latin-1"))

    told = images.read(file).described

    assert (told.alt, told.caption, told.credit, told.origin) == ("", "", "", "")


@pytest.mark.django_db
def test_what_somebody_typed_stays():
    file = ContentFile(data(120, 80, xmp=packet()), name="wall.jpg")

    image = pictures.add(file, alt="Typed", credit="Photograph: typed", origin="drawn")

    assert (image.alt, image.credit, image.origin) == ("Typed", "Photograph: typed", "drawn")
    assert image.caption == "The harbour & quay"


@pytest.mark.django_db
def test_a_picture_that_says_nothing_is_a_photograph():
    assert pictures.add(ContentFile(data(120, 80), name="wall.jpg")).origin == "camera"


@pytest.mark.django_db
def test_a_form_that_left_the_origin_alone_leaves_it_to_the_picture(client, admin_client):
    file = ContentFile(data(120, 80, xmp=packet()), name="wall.jpg")

    admin_client.post("/admin/articles/image/add/", {"file": file, "title": "Wall", "origin": "camera"})

    image = pictures.Image.objects.get()
    assert (image.origin, image.alt) == ("generated", "A grey wall at dawn")


@pytest.mark.django_db
def test_nothing_of_the_packet_goes_to_readers():
    image = pictures.add(ContentFile(data(120, 80, xmp=packet()), name="wall.jpg"))

    with image.file.open() as kept:
        opened = Pillow.open(kept)
        opened.load()

    assert "xmp" not in opened.info
