"""What stands before the root of an XML document does not hide it."""

import time

import pytest

from articles.text import prologs


@pytest.mark.parametrize(
    "before",
    [
        "",
        "\n \t",
        '<?xml version="1.0"?>\n',
        "<!-- <nitf> is another root -->",
        "<!-- one --> <!-- two -->\n<?xml-stylesheet href='a.xsl'?>",
        '<!DOCTYPE rss PUBLIC "-//x" "rss.dtd">',
        '<!doctype rss [ <!ELEMENT a (#PCDATA)> <!ATTLIST a b CDATA "c"> ]>',
    ],
)
@pytest.mark.parametrize("root", ["<rss version='2.0'>", "<r:rss>", "<rss/>"])
def test_the_root_is_found_behind_whatever_stands_before_it(before, root):
    assert prologs.opened(before + root).root == "rss"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-be", "utf-32"])
def test_the_root_is_found_in_every_width_of_unicode(encoding):
    assert prologs.opened(prologs.readable("<!-- ü --><rss>".encode(encoding))).root == "rss"


@pytest.mark.parametrize("opened", ["<!-- and no end", "<?php and no end", "<!DOCTYPE x [ <!ELEMENT", "<!DOCTYPE"])
def test_what_is_never_closed_is_left_as_the_rest(opened):
    assert prologs.opened(f"<!-- a -->{opened}") == (["<!-- a -->"], opened)


def test_a_text_is_all_rest():
    assert prologs.opened("Harbour board orders pumps <now>") == ([], "Harbour board orders pumps <now>")


@pytest.mark.parametrize(
    "piece", ["<!-- -->", "<!--", "<?a?>", "<?", "<!DOCTYPE a [", "<!DOCTYPE a>", "] ", " \n", "<"]
)
def test_a_long_prolog_of_any_kind_takes_no_time(piece):
    started = time.process_time()

    prologs.opened(piece * 100_000)

    assert time.process_time() - started < 1


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (b"<rss/>", "utf-8"),
        (b'<?xml version="1.0"?><rss/>', "utf-8"),
        (b'<?xml version="1.0" encoding="ISO-8859-1"?><rss/>', "iso-8859-1"),
        (b"\n<?xml version='1.0' encoding = 'windows-1252' standalone='yes'?><rss/>", "windows-1252"),
        (b'\xef\xbb\xbf<?xml version="1.0" encoding="ISO-8859-1"?><rss/>', "utf-8"),
        ("<rss/>".encode("utf-16"), "utf-16-le"),
        ("<rss/>".encode("utf-16-be"), "utf-16-be"),
        (b'<rss><a><?xml encoding="koi8-r"?></a></rss>', "utf-8"),
    ],
)
def test_what_it_is_written_in_is_what_its_mark_or_its_declaration_says(data, encoding):
    assert prologs.encoding_of(data) == encoding
