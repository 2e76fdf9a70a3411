"""Bytes into text."""

import pytest

from articles.text.decoding import Undecodable, decode

FRENCH = "Le ministre a déclaré que l’été serait chaud"
RUSSIAN = "Президент заявил в среду, что правительство готовит новый закон о печати. " * 5
JAPANESE = "岩手県警によると、行方不明となっていた親子が見つかった。警察が調べている。" * 5


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_a_marked_or_valid_text_is_certain(encoding):
    decoded = decode(FRENCH.encode(encoding))

    assert (decoded.text, decoded.certain) == (FRENCH, True)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark_is_known_by_its_zeros(encoding):
    assert decode("Café owners object".encode(encoding)).text == "Café owners object"


@pytest.mark.parametrize(
    "text", [FRENCH, "Café", "Der Minister sagte „Nein“ – und ging für immer.", "It’s “done”, he said – again"]
)
def test_windows_1252_is_guessed_and_said_to_be(text):
    decoded = decode(text.encode("cp1252"))

    assert (decoded.text, decoded.encoding, decoded.certain) == (text, "cp1252", False)


@pytest.mark.parametrize(
    ("text", "encoding"),
    [(RUSSIAN, "cp1251"), (JAPANESE, "shift_jis"), (JAPANESE, "euc_jp"), (JAPANESE, "iso2022_jp")],
)
def test_a_longer_text_in_another_encoding_is_guessed(text, encoding):
    decoded = decode(text.encode(encoding))

    assert (decoded.text, decoded.certain) == (text, False)


def test_the_encoding_named_is_used():
    assert decode("Łódź".encode("cp1250"), "cp1250").text == "Łódź"


@pytest.mark.parametrize(
    ("data", "encoding", "code"),
    [
        ("Łódź".encode("utf-16"), "utf-8", "encoding-contradicted"),
        (b"plain", "klingon", "encoding-unknown"),
        (b"plain", "hex", "encoding-unknown"),
        (b"caf\xe9", "utf-8", "encoding-wrong"),
        (bytes(range(0x80, 0x100)), None, "encoding-unknowable"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", None, "not-text"),
        (b"PK\x03\x04word", None, "not-text"),
        (bytes(range(1, 32)) * 40, None, "not-text"),
    ],
)
def test_what_is_no_text_is_refused_by_its_code(data, encoding, code):
    with pytest.raises(Undecodable) as refused:
        decode(data, encoding)

    assert refused.value.code == code


def test_a_wrong_byte_is_placed():
    with pytest.raises(Undecodable) as refused:
        decode(b"first\nsec\xffond", "utf-8")

    assert (refused.value.line, refused.value.column) == (2, 4)
