"""The wires' own sample messages (cases D07 to D16), and every other one without a crash."""

import io
from datetime import UTC, datetime

import pytest

from articles.importers import formats
from articles.importers.formats import Asked
from articles.importers.record import Pubstatus, Record, Unreadable
from articles.importers.tidying import tidy
from articles.text import prose
from tests.corpora import corpus_folder

CORPORA = (
    "superdesk-core-fixtures",
    "superdesk-belga-fixtures",
    "superdesk-ntb-fixtures",
    "iptc-ninjs",
    "iptc-newsml-g2",
)
WIRES = {"ninjs", "newsml-g2", "nitf", "iptc7901", "anpa"}


def records(path):
    data = path.read_bytes()
    form = formats.of(data[: formats.HEAD], path.name)
    return [tidy(found) for found in form.read(io.BytesIO(data), Asked(path.name)) if isinstance(found, Record)]


def core(name):
    folder = corpus_folder("superdesk-core-fixtures") / "tests" / "io" / "fixtures"
    (record,) = records(folder / name)
    return record


def paragraphs(record):
    return [block.text for block in prose.blocks(record.body_html)]


def names(record):
    return [credit.name for credit in record.credits]


def test_d07_a_dpa_text_keeps_its_notebook_from_readers():
    record = core("IPTC7901.txt")

    assert record.headline == "Germany Social Democrats: Coalition talks with Merkel could fail"
    assert (record.dateline, record.provider) == ("Berlin (dpa)", "dpa")
    assert len(paragraphs(record)) == 5
    assert all(said in record.ednote for said in ("dpa NOTEBOOK", "not for publication", "englishservice@dpa.com"))
    assert not any(said in record.body_html for said in ("NOTEBOOK", "publication", "englishservice"))
    assert record.published_at == datetime(2013, 11, 13, 11, 37, tzinfo=UTC)


def test_d08_an_ap_text_of_anpa():
    record = core("anpa-1.tst")

    assert record.headline == "For Argentine chemo patients, mirrors can hurt"
    assert names(record) == ["Paul Byrne", "Almudena Calatrava"]
    assert record.dateline == "BUENOS AIRES, Argentina (AP)"
    assert "<hr>" in record.body_html
    assert "AP Photo XNP101" in record.ednote
    assert "Eds: With AP Photos." in record.ednote
    assert not set("^<=\x16`") & set(prose.plain_text(record.body_html))
    assert "''" not in record.body_html


def test_d08_no_sign_of_the_envelope_is_left_in_a_field():
    record = core("anpa-1.tst")

    assert not set("^<=") & set(record.headline + record.dateline + record.ednote)


def test_d09_a_canceled_nitf_names_the_document_it_takes_back():
    record = core("nitf-fishing.xml")

    assert record.pubstatus == Pubstatus.CANCELED
    assert record.external_id == "iptc.321656141.b"
    assert record.extra["replaces"] == {"id": "iptc.321656141.a", "status": "canceled"}
    assert record.standfirst == "A sample, fictitious NITF article"
    assert (names(record), record.credits[0].role) == (["Alan Karben"], "NITF Network News Online")
    assert record.dateline == "Newport News, VA"
    (picture,) = record.pictures
    assert picture.href == "high-tide.jpg"
    assert (picture.caption, picture.credit) == ("The tides, captured on film late yesterday.", "Karben")
    assert picture.alt == "The tides are high."
    assert "<ul>" in record.body_html
    assert "<em>Deer Creek:</em>" in record.body_html


def test_d10_a_pa_story_is_embargoed_to_the_minute():
    record = core("pa3.xml")

    assert record.embargo_until == datetime(2016, 9, 8, 23, 1, tzinfo=UTC)
    assert not [finding for finding in record.findings if finding.code.startswith("embargo")]  # the note agrees
    assert record.encoding == "iso-8859-1"
    assert record.headline.startswith("UK BREAK-UP 'NOT INCONCEIVABLE'")
    assert "Embargoed to 0001 Friday September 9" in record.ednote


def test_d11_versions_embargo_and_an_item_without_a_text():
    folder = corpus_folder("iptc-newsml-g2") / "examples"
    (new,), old = records(folder / "LISTING_1_A_NewsML-G2_News_Item.xml"), core("LISTING 1 A NewsML-G2 News Item.xml")

    assert new.external_id == old.external_id == "urn:newsml:acmenews.com:20161018:US-FINANCE-FED"
    assert (new.external_version, old.external_version) == ("11", "9")
    assert new.embargo_until == datetime(2018, 10, 23, 12, tzinfo=UTC)
    assert old.embargo_until == datetime(2016, 10, 23, 12, tzinfo=UTC)
    assert new.headline == 'Fed to halt QE to avert "bubble"'
    assert "12noon on Friday" in new.ednote
    # 23 October was a Tuesday in 2018 and a Sunday in 2016.
    assert all("embargo-disagrees" in [finding.code for finding in one.findings] for one in (new, old))
    assert "no-body" in [finding.code for finding in new.findings]


def test_d12_a_dpa_item_keeps_its_links_its_topics_and_both_notices():
    record = core("dpa.xml")

    assert (record.language, record.dateline.removesuffix(" -")) == ("de", "London (dpa)")
    assert record.body_html.startswith("<p>London (dpa) - 2019")
    assert "reichardt.patrick@dpa.com" in record.ednote
    assert "@dpa.com" not in record.body_html
    assert len([link for link in record.related if link.rel == "seeAlso"]) == 5
    assert ("medtop", "20001065", "Fußball") in [(one.scheme, one.code, one.name) for one in record.subjects]
    assert "Alle Rechte vorbehalten" in record.copyright
    assert "(c) 2022 dpa" in record.copyright


def test_d13_ansa_has_a_standfirst_and_stt_no_empty_author():
    ansa, stt = core("ansa-newsmlg2-text.xml"), core("stt_newsml_endash.xml")

    assert ansa.headline == "Catalan independence declaration unacceptable - Alfano"
    assert ansa.standfirst == "Foreign minister expresses faith in Spanish government"
    assert ansa.dateline == "(ANSA) - Rome, October 11"
    assert len(paragraphs(ansa)) == 4
    assert "&lt;" not in ansa.body_html + stt.body_html
    assert (stt.credits, stt.slugline) == ([], "")
    assert "time-without-zone" in [finding.code for finding in stt.findings]
    assert stt.extra["creditline"] == "STT–Sourcefabric"


@pytest.fixture
def composite():
    (record,) = records(corpus_folder("iptc-ninjs") / "examples" / "1.4" / "ninjsExComplex2.json")
    return record


def test_d14_a_composite_is_a_story_of_two_authors_and_its_place(composite):
    assert names(composite) == ["Paulo Santalucia", "Frances d'Emilio"]
    assert composite.extra["located"] == "Grossetto, Italy"


def test_d14_the_body_is_that_of_body_xhtml_in_its_paragraphs(composite):
    assert len(paragraphs(composite)[:-1]) == 4  # body_text is one; the last is the caption at the end
    assert composite.body_html.startswith("<p>GROSSETO, Italy (AP) --")


def test_d14_one_picture_leads_with_its_words(composite):
    (lead,) = [picture for picture in composite.pictures if picture.lead]

    assert lead.caption.startswith("The Costa Concordia cruise ship lies on its side")
    assert lead.credit == "Paulo Santalucia"
    assert lead.rights.startswith("Copyright 2013 The News Agency")


def test_d14_the_second_picture_which_is_another_one_stands_at_the_end(composite):
    ship, captain = composite.pictures

    assert captain.caption.startswith("Francesco Schettino the captain")
    assert (captain.credit, captain.rights) == (ship.credit, ship.rights)
    assert composite.body_html.endswith(f"<figcaption>{captain.caption}</figcaption></figure>")


def test_every_picture_of_a_wire_leads_or_stands_in_the_text():
    paths = [path for corpus in CORPORA for path in sorted(corpus_folder(corpus).rglob("*")) if path.is_file()]
    for path in paths:
        data = path.read_bytes()
        form = formats.of(data[: formats.HEAD], path.name) if data else None
        if form and form.name in WIRES:
            assert not [told for told in _read(form, data) if isinstance(told, Record) and _homeless(told)], path.name


def _read(form, data):
    try:
        return list(form.read(io.BytesIO(data), Asked()))
    except Unreadable:
        return []


def _homeless(record):
    return [n for n, one in enumerate(record.pictures) if not one.lead and f'"incoming:{n}"' not in record.body_html]


def test_d15_dpa_and_ntb_of_ninjs_2():
    folder = corpus_folder("iptc-ninjs") / "examples" / "2.1"
    (dpa,), (ntb,) = records(folder / "dpa_text.json"), records(folder / "ntb_text.json")

    assert dpa.body_html.startswith("<p>Für Lucien Favre war es «der größte Skandal")
    assert (names(dpa), dpa.provider) == (["Christian Hollmann"], "dpa")
    assert "no-body" in [finding.code for finding in ntb.findings]
    assert ntb.ednote == "Noe utvidet."
    assert ("subj", "13010000", "Teknologi") in [(one.scheme, one.code, one.name) for one in ntb.subjects]


def test_d16_an_advisory_is_held_and_its_members_kept():
    record = core("bbc-ninjs-text-test.json")

    assert record.pubstatus == Pubstatus.WITHHELD
    assert record.extra["contracts"]
    assert "time-without-zone" in [finding.code for finding in record.findings]


@pytest.mark.parametrize("corpus", CORPORA)
def test_every_message_of_a_corpus_becomes_records_or_is_refused_in_words(corpus):
    read = 0
    for path in sorted(corpus_folder(corpus).rglob("*")):
        data = path.read_bytes() if path.is_file() else b""
        form = formats.of(data[: formats.HEAD], path.name) if data else None
        if form is None or form.name not in WIRES:
            continue
        try:
            found = list(form.read(io.BytesIO(data), Asked(path.name)))
        except Unreadable as refused:
            found = [refused]
        assert found, path.name
        for one in found:
            if isinstance(one, Record):
                assert one.headline
                assert "&lt;p" not in tidy(one).body_html
                read += 1

    assert read
