"""What a wire sends becomes a record with everything in its place, whatever the format and its age."""

import io
import json
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from articles.importers import formats
from articles.importers.formats import Asked
from articles.importers.record import LeftOut, Pubstatus, Record, Unreadable

NEWSML = '<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:x:1" version="2" xml:lang="en">{}</newsItem>'


def read(data, name="item", **asked):
    """All that the format of `data` (bytes, or what becomes JSON) makes of it."""
    data = data if isinstance(data, bytes) else json.dumps(data).encode()
    form = formats.of(data[: formats.HEAD], name)
    return form.name, list(form.read(io.BytesIO(data), Asked(name, **asked)))


def one(data, **asked):
    _, (record,) = read(data, **asked)
    return record


def codes(record):
    return {finding.code for finding in record.findings}


def ninjs(**told):
    return {"uri": "urn:x:1", "versioncreated": "2026-11-03T10:00:00Z", "headline": "Ferry bought", **told}


# ninjs


def test_ninjs_of_every_version_is_known_by_its_members():
    old = ninjs(body_html="<p>It is bought.</p>")
    new = {"uri": "urn:x:1", "versionCreated": "2026-11-03T10:00:00Z", "headlines": [{"value": "Ferry bought"}]}

    assert read(old)[0] == read(new)[0] == "ninjs"
    assert one(new).headline == one(old).headline == "Ferry bought"


def test_json_that_is_no_news_is_not_ninjs():
    assert formats.known()["ninjs"].recognises(b'{"db": [{"data": {"posts": []}}]}', "ghost.json") == formats.Sure.NO


def test_a_list_of_items_and_a_wrapped_list_give_each_item():
    items = [ninjs(uri=f"urn:x:{number}") for number in range(3)]

    assert [record.external_id for record in read(items)[1]] == ["urn:x:0", "urn:x:1", "urn:x:2"]
    assert len(read({"total": 3, "item": items})[1]) == 3


def test_a_wrapped_list_of_nothing_gives_nothing():
    form = formats.known()["ninjs"]

    assert list(form.read(io.BytesIO(b'{"total": 0, "item": []}'), Asked())) == []


def test_a_picture_by_itself_is_left_out_with_its_reason():
    left = one(ninjs(type="picture"))

    assert isinstance(left, LeftOut)
    assert "by itself" in left.message


def test_what_is_no_story_by_its_type_is_held():
    record = one(ninjs(type="advisory"))

    assert record.pubstatus == Pubstatus.WITHHELD
    assert "not-a-story" in codes(record)


def test_an_item_without_an_id_fails_and_the_others_come_in():
    _, (good, bad) = read([ninjs(), {"versioncreated": "2026-11-03T10:00:00Z", "uri": ""}])

    assert isinstance(good, Record)
    assert (bad.code, bad.item) == ("no-id", 2)


@pytest.mark.parametrize(
    ("word", "status"),
    [
        ("usable", "usable"),
        ("canceled", "canceled"),
        ("cancelled", "canceled"),
        ("", "usable"),
        ("sleeping", "withheld"),
    ],
)
def test_a_status_that_nobody_knows_holds_the_story(word, status):
    assert one(ninjs(pubstatus=word)).pubstatus == status


def test_a_time_without_a_zone_is_read_where_the_operator_says_and_flagged():
    record = one(ninjs(versioncreated="2026-11-03T10:00:00"), timezone=ZoneInfo("Europe/Helsinki"))

    assert record.updated_at == datetime(2026, 11, 3, 8, tzinfo=UTC)
    assert "time-without-zone" in codes(record)


def test_the_year_one_means_no_time():
    assert one(ninjs(embargoed="0001-01-01T00:00:00")).embargo_until is None


def test_members_without_a_place_are_kept_under_their_own_name():
    record = one(ninjs(contracts=[{"id": "628"}], profile="text"))

    assert record.extra["contracts"] == [{"id": "628"}]
    assert record.extra["profile"] == "text"


def test_the_headline_that_opens_the_body_again_is_taken_out_and_kept():
    record = one(ninjs(body_html="<h1>Ferry Bought</h1><p>It is bought.</p>"))

    assert record.body_html == "<p>It is bought.</p>"
    assert [(kept.reason, kept.text) for kept in record.removed] == [("headline-repeated", "Ferry Bought")]


def test_a_plain_body_is_laid_out_in_paragraphs():
    assert one(ninjs(body_text="One.\n\nTwo & three.")).body_html == "<p>One.</p><p>Two &amp; three.</p>"


def test_tags_that_stand_in_a_text_as_words_are_taken_out_and_kept():
    record = one(ninjs(body_html="<p>800&lt;endash&gt;-&lt;/endash&gt;1000 seals&lt;span&gt;</p>"))

    assert record.body_html == "<p>800–1000 seals</p>"
    assert "markup-in-text" in codes(record)


def test_json_that_is_broken_is_refused_with_line_and_column():
    with pytest.raises(Unreadable) as refused:
        list(formats.known()["ninjs"].read(io.BytesIO(b'{"uri": "urn:x:1",\n "headline": }'), Asked()))

    assert (refused.value.line, refused.value.code) == (2, "json")


def test_json_nested_beyond_reason_is_refused():
    with pytest.raises(Unreadable, match="nested deeper"):
        list(formats.known()["ninjs"].read(io.BytesIO(b"[" * 100_000), Asked()))


def picture(uri="urn:p:1", **told):
    renditions = told.pop("renditions", {"main": {"href": f"{uri[-1:]}.jpg", "width": told.pop("width", 400)}})
    return {"type": "picture", "uri": uri, "renditions": renditions, **told}


def test_associations_of_one_picture_are_its_crops_and_the_widest_is_taken():
    small, wide = picture(width=400, description_text="A quay"), picture(width=900, description_text="The quay")
    wide["renditions"]["main"]["href"] = "wide.jpg"

    (shown,) = one(ninjs(associations={"square": small, "wide": wide})).pictures

    assert (shown.href, shown.caption, shown.lead) == ("wide.jpg", "The quay", True)
    assert [crop["name"] for crop in shown.extra["crops"]] == ["square"]


def test_associations_without_an_id_are_one_picture_where_caption_and_credit_are_the_same():
    told = {"description_text": "The quay", "byline": "Ana Ruiz"}
    crops = [picture("", width=100, **told), picture("", width=300, **told), picture("", **told | {"byline": "Bo"})]

    assert len(one(ninjs(associations=crops)).pictures) == 2


def test_pictures_that_differ_stand_at_the_end_behind_the_first_which_leads():
    associations = {"a": picture("urn:p:1"), "b": picture("urn:p:2", description_text="B & C"), "c": picture("urn:p:3")}

    record = one(ninjs(body_html="<p>It is bought.</p>", associations=associations))

    assert [shown.lead for shown in record.pictures] == [True, False, False]
    assert record.body_html == (
        '<p>It is bought.</p><figure><img src="incoming:1" alt=""><figcaption>B &amp; C</figcaption></figure>'
        '<figure><img src="incoming:2" alt=""></figure>'
    )
    assert "pictures-at-end" in codes(record)


def test_a_picture_of_the_body_that_is_associated_too_is_one_with_all_its_words():
    body = '<p>It is bought.</p><figure><img src="https://a.example/view.jpg" alt="A quay"></figure>'
    sizes = {name: {"href": f"https://a.example/{name}.jpg"} for name in ("original", "view")}
    lead = picture("urn:p:2", description_text="A ferry")
    quay = picture(renditions=sizes, byline="Ana Ruiz", description_text="The quay")

    record = one(ninjs(body_html=body, associations={"featured": lead, "editor_0": quay}))

    assert [(shown.caption, shown.credit, shown.lead) for shown in record.pictures] == [
        ("The quay", "Ana Ruiz", False),
        ("A ferry", "", True),
    ]
    assert record.body_html.endswith('<figure><img src="incoming:0" alt="A quay"></figure>')


# NewsML-G2


def test_an_item_of_a_message_that_is_a_picture_is_left_out():
    message = (
        '<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>'
        '<newsItem guid="urn:x:1"><itemMeta><itemClass qcode="ninat:picture"/></itemMeta></newsItem>'
        '<newsItem guid="urn:x:2"><contentMeta><headline>Ferry</headline></contentMeta></newsItem>'
        "</itemSet></newsMessage>"
    )

    form, (left, record) = read(message.encode())

    assert form == "newsml-g2"
    assert isinstance(left, LeftOut)
    assert (record.external_id, record.headline) == ("urn:x:2", "Ferry")


def test_a_canceled_item_keeps_its_id_and_is_canceled_with_no_text():
    record = one(NEWSML.format('<itemMeta><pubStatus qcode="stat:canceled"/></itemMeta>').encode())

    assert (record.external_id, record.external_version) == ("urn:x:1", "2")
    assert record.pubstatus == Pubstatus.CANCELED
    assert record.body_html == ""


def test_an_empty_embargo_is_none():
    assert one(NEWSML.format("<itemMeta><embargoed/></itemMeta>").encode()).embargo_until is None


def test_xml_with_entities_of_its_own_is_refused_with_its_line():
    bomb = b'<?xml version="1.0"?>\n<!DOCTYPE newsItem [\n<!ENTITY a "b">]>\n<newsItem guid="x">&a;</newsItem>'

    with pytest.raises(Unreadable) as refused:
        list(formats.known()["newsml-g2"].read(io.BytesIO(bomb), Asked()))

    assert (refused.value.code, refused.value.line) == ("xml-entities", 3)


def test_xml_that_is_broken_is_refused_with_line_and_column():
    with pytest.raises(Unreadable) as refused:
        list(formats.known()["newsml-g2"].read(io.BytesIO(b"<newsItem>\n<itemMeta></newsItem>"), Asked()))

    assert refused.value.line == 2
    assert refused.value.column


def test_pictures_of_one_content_set_are_renditions_of_one():
    images = "".join(
        f'<remoteContent contenttype="image/jpeg" href="{width}.jpg" width="{width}"/>' for width in (120, 900, 400)
    )

    (shown,) = one(NEWSML.format(f"<contentSet>{images}</contentSet>").encode()).pictures

    assert (shown.href, shown.width, shown.lead) == ("900.jpg", 900, True)
    assert [rendition["@href"] for rendition in shown.extra["renditions"]] == ["120.jpg", "400.jpg"]


# NITF


def test_an_embargoed_story_that_says_no_time_is_held():
    nitf = b'<nitf><head><docdata management-status="embargoed"/></head><body/></nitf>'

    record = one(nitf)

    assert record.pubstatus == Pubstatus.WITHHELD
    assert "embargo-without-time" in codes(record)


def test_words_behind_an_element_are_not_lost():
    nitf = b"<nitf><body><body.content><p>At <org>Acme</org> they <em>all</em> left.</p></body.content></body></nitf>"

    assert one(nitf).body_html == "<p>At Acme they <em>all</em> left.</p>"


def test_words_behind_a_comment_are_not_lost():
    nitf = b"<nitf><body><body.content><block><p><!-- Text -->The ferry sails.</p></block></body.content></body></nitf>"

    assert one(nitf).body_html == "<p>The ferry sails.</p>"


def test_the_second_medium_of_a_story_stands_at_its_end():
    medium = '<media media-type="image"><media-reference source="{0}.jpg"/><media-caption>{0}</media-caption></media>'
    media = medium.format("quay") + medium.format("ferry")
    nitf = f"<nitf><body><body.content><p>It is bought.</p>{media}</body.content></body></nitf>"

    record = one(nitf.encode())

    assert record.body_html == (
        '<p>It is bought.</p><figure><img src="incoming:1" alt=""><figcaption>ferry</figcaption></figure>'
    )


# IPTC 7901 and ANPA 1312


def test_the_envelope_of_iptc_7901_says_when_and_how_urgent():
    text = (
        b"\x01eca062 2 i 211 dpa 061\r\n\r\n\x02Ferry bought =\r\n\r\n   Berlin (dpa) - It is bought.\r\n"
        b"\x03131137 GMT Nov 13\r\n\x04"
    )

    form, (record,) = read(text)

    assert form == "iptc7901"
    assert record.published_at == datetime(2013, 11, 13, 11, 37, tzinfo=UTC)
    assert (record.urgency, record.headline) == (2, "Ferry bought")


def test_the_fields_of_anpa_stand_where_they_belong():
    text = (
        b"\x16\x16\x01W2870\x1fasian\r\nf l\x13\x11 BC-Ferry 11-13 1049\r\n\x02^BC-Ferry, 2nd Ld-Writethru,466<\r\n"
        b"^Island buys its ferry<\r\n^Eds: With photos.<\r\n^By PAUL BYRNE and ANA O'HARA=\r\n^Associated Press=\r\n"
        b"\t   SKERRIN (AP) _ ``It is ours,'' she said.\r\n\x03AP-WF-11-13-13 1509GMT<\r\n\x04"
    )

    form, (record,) = read(text)

    assert form == "anpa"
    assert record.headline == "Island buys its ferry"
    assert [credit.name for credit in record.credits] == ["Paul Byrne", "Ana O'Hara"]
    assert record.body_html == "<p>SKERRIN (AP) _ “It is ours,” she said.</p>"
    assert (record.external_version, record.ednote, record.provider) == ("2", "Eds: With photos.", "AP")
    assert record.published_at == datetime(2013, 11, 13, 15, 9, tzinfo=UTC)


# What a file was written in

LATIN = '<?xml version="1.0" encoding="iso-8859-1"?>'
IN_LATIN = [
    "<nitf><body><body.content><p>Zürich</p></body.content></body></nitf>",
    NEWSML.format("<contentMeta><headline>Zürich</headline></contentMeta>"),
    "<rss version='2.0'><channel><item><title>Zürich</title></item></channel></rss>",
    "<rss version='2.0' xmlns:wp='http://wordpress.org/export/1.2/'><channel><item><title>Zürich</title></item></channel></rss>",
]


@pytest.mark.parametrize("text", IN_LATIN, ids=["nitf", "newsml-g2", "feed", "wxr"])
@pytest.mark.parametrize(("declaration", "encoding"), [(LATIN, "iso-8859-1"), ("", "utf-8")])
def test_a_record_says_what_its_file_was_written_in(text, declaration, encoding):
    record = one(f"{declaration}{text}".encode(encoding))

    assert record.encoding == encoding
    assert "Zürich" in record.headline + record.body_html


def test_an_anpa_text_says_what_it_was_written_in():
    text = "\x16\x16\x01W2870\x1fasian\nf l BC 11-13 1\n\x02^BC,1<\n^Zürich<\n\tBERN (AP) _ So.\n\x03AP\x04"

    assert one(text.encode("cp1252"), encoding="cp1252").encoding == "cp1252"
