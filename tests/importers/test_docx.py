"""Word documents, case D23 among them. Small documents are written here; the rest are real."""

import re
from contextlib import suppress
from io import BytesIO
from random import Random
from zipfile import ZipFile

import pytest

from articles.importers import formats
from articles.importers.record import Unreadable
from tests.corpora import corpus_folder

TYPES = """<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml"
ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"""
RELS = """<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="rId1" Target="word/document.xml"
Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/></Relationships>"""
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
M = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'


def paragraph(text, style="", inside=""):
    style = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{style}<w:r>{inside}<w:t xml:space='preserve'>{text}</w:t></w:r></w:p>"


def document(body, *, before="", **parts):
    packed = BytesIO()
    with ZipFile(packed, "w") as archive:
        archive.writestr("[Content_Types].xml", TYPES)
        archive.writestr("_rels/.rels", RELS)
        archive.writestr(
            "word/document.xml",
            f'<?xml version="1.0"?>{before}<w:document {W} {M}><w:body>{body}</w:body></w:document>',
        )
        for name, text in parts.items():
            archive.writestr(f"word/{name}.xml", text)
    return packed.getvalue()


def codes(record):
    return [finding.code for finding in record.findings]


def kept(record, reason):
    return [removed.text for removed in record.removed if removed.reason == reason]


BODY = paragraph("Pumps ordered") + paragraph("By Isla Wren") + paragraph("The board ordered two pumps.")


def test_it_is_known_by_its_first_part():
    assert formats.of(document(BODY)[:2000], "story.bin").name == "docx"


def test_headline_and_byline_are_read_off_the_top(read):
    record = read(document(BODY))

    assert (record.headline, record.byline) == ("Pumps ordered", "By Isla Wren")
    assert record.body_html == "<p>The board ordered two pumps.</p>"


def test_comments_go_to_the_note_to_editors(read):
    comment = f'<w:comment w:id="1" w:author="Cy">{paragraph("Check this")}</w:comment>'
    comments = f"<w:comments {W}>{comment}</w:comments>"

    record = read(document(BODY, comments=comments))

    assert record.ednote == "Comment by Cy: Check this"
    assert "comments" in codes(record)


def test_headers_and_footers_are_kept_apart(read):
    header = f"<w:hdr {W}>{paragraph('Page 1 of 9')}</w:hdr>"

    record = read(document(BODY, header1=header))

    assert kept(record, "header-or-footer") == ["Page 1 of 9"]


def test_tracked_changes_are_told_and_deletions_kept(read):
    changes = "<w:p><w:ins><w:r><w:t>new</w:t></w:r></w:ins><w:del><w:r><w:delText>old</w:delText></w:r></w:del></w:p>"

    record = read(document(BODY + changes))

    assert "new" in record.body_html
    assert "old" not in record.body_html
    assert kept(record, "tracked-deletion") == ["old"]
    assert "tracked-changes" in codes(record)


def test_formulas_are_kept_apart_and_told(read):
    record = read(document(BODY + "<w:p><m:oMath><m:r><m:t>E=mc2</m:t></m:r></m:oMath></w:p>"))

    assert kept(record, "formula") == ["E=mc2"]


def test_struck_text_is_kept_and_told(read):
    record = read(document(BODY + paragraph("gone?", inside="<w:rPr><w:strike/></w:rPr>")))

    assert "gone?" in record.body_html
    assert "struck-through" in codes(record)


def test_words_that_the_converter_drops_are_kept_and_told(read):
    hidden = f"<w:p><w:r><w:unknown>{paragraph('lost words')}</w:unknown></w:r></w:p>"

    record = read(document(BODY + hidden))

    assert "lost words" in record.body_html or kept(record, "not-converted") == ["lost words"]


def test_entities_are_refused(read):
    with pytest.raises(Unreadable) as refused:
        read(document(BODY + paragraph("&x;"), before='<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/hostname">]>'))

    assert refused.value.code == "docx-entities"


def test_a_document_that_is_cut_off_is_refused(read):
    data = document(BODY)

    with pytest.raises(Unreadable) as refused:
        read(data[: len(data) // 2])

    assert refused.value.code == "docx-damaged"


def test_a_document_with_any_byte_wrong_is_read_or_refused_in_words(read):
    data, chance = document(BODY), Random(8)

    for _ in range(300):
        broken = bytearray(data)
        for _ in range(chance.choice((1, 3, 9))):
            broken[chance.randrange(4, len(broken))] = chance.randrange(256)
        with suppress(Unreadable):
            read(bytes(broken), "story.docx")


def test_more_paragraphs_than_any_story_has_are_refused(read):
    with pytest.raises(Unreadable) as refused:
        read(document(paragraph("x") * 20_001))

    assert refused.value.code == "docx-too-large"


def test_a_caption_above_a_table_is_the_tables_and_one_below_a_picture_a_paragraph(read):
    table = "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>4</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    styles = (
        f'<w:styles {W}><w:style w:type="paragraph" w:styleId="Caption"><w:name w:val="caption"/></w:style></w:styles>'
    )
    captions = paragraph("Fares", "Caption") + table + paragraph("The end", "Caption")

    body = read(document(BODY + captions, styles=styles)).body_html

    assert "<table><caption>Fares</caption>" in body
    assert body.endswith("<p>The end</p>")


def test_a_table_of_figures_is_told_from_a_document(read):
    packed = BytesIO()
    with ZipFile(packed, "w") as archive:
        archive.writestr("[Content_Types].xml", TYPES)
        archive.writestr("xl/workbook.xml", "<x/>")

    with pytest.raises(Unreadable) as refused:
        read(packed.getvalue())

    assert refused.value.code == "docx-other"


class TestTheCorpus:
    """D23."""

    @pytest.fixture
    def real(self, read):
        def one(name):
            path = next(corpus_folder("docx-fixtures").rglob(f"{name}.docx"))
            return read(path.read_bytes(), path.name)

        return one

    def test_a_list_is_a_list(self, real):
        assert real("simple-list").body_html == "<ul><li>Apple</li><li>Banana</li></ul>"

    def test_a_table_in_a_table_is_kept(self, real):
        body = real("blk-paras-and-tables").body_html

        assert re.search(r"<td><p>Text before</p><table>.*Between.*</table><p>Text after</p></td>", body)

    def test_a_picture_comes_with_its_bytes(self, real):
        record = real("tiny-picture")

        assert record.pictures[0].data.startswith(b"\x89PNG")
        assert "data:" not in record.body_html

    def test_struck_text_is_told(self, real):
        record = real("strikethrough")

        assert "struck-through" in codes(record)
        assert "Sold out" in record.headline + record.body_html

    def test_footnotes_are_numbered_notes_at_the_end(self, real):
        assert real("footnotes").body_html.endswith("<ol><li>A tachyon walks into a bar.</li><li>Fin.</li></ol>")

    def test_an_empty_document_has_no_text(self, real):
        with pytest.raises(Unreadable) as refused:
            real("empty")

        assert refused.value.code == "empty"

    def test_the_strict_format_opens(self, real):
        assert real("strict-format").headline == "Test"

    def test_a_picture_elsewhere_is_told_and_not_fetched(self, real):
        record = real("external-picture")

        assert record.pictures == []
        assert "picture-elsewhere" in codes(record)

    def test_comments_of_a_real_document_are_not_in_the_text(self, real):
        record = real("comments-rich-para")

        assert "Comment by" in record.ednote
        assert "embedded" not in record.body_html

    def test_no_word_of_any_document_is_lost(self, read):
        lossy = []
        for path in sorted(corpus_folder("docx-fixtures").rglob("*.docx")):
            try:
                record = read(path.read_bytes(), path.name)
            except Unreadable:
                continue
            if "words-missing" in codes(record):
                lossy.append(path.name)

        assert lossy == []
