"""Bytes become text whatever they are; what is not UTF-8 is named with its place and its likely origin."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tea_assistant.store.yaml.reader import decode, encode

TEXT = "title: Bürger*innen\nsummary: „Führung“ für [/x]\n"


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (b"", "utf-8"),
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
    ],
)
def test_unicode_is_read_and_written_back_as_it_was(mark: bytes, encoding: str) -> None:
    raw = mark + TEXT.encode(encoding)
    assert decode(raw) == (TEXT, ())
    assert encode(TEXT, raw) == raw
    assert decode(encode(TEXT + "neu: 1\n", raw)) == (TEXT + "neu: 1\n", ())


def test_windows_1252_is_named_with_byte_and_place() -> None:
    text, (problem,) = decode(TEXT.encode("cp1252"))
    assert text == TEXT
    assert (problem.code, problem.line, problem.column) == ("TEA001", 1, 9)
    assert "0xFC" in problem.message
    assert "Windows-1252 / Latin-1" in problem.message
    assert "„ü“" in problem.message
    assert "UTF-8" in problem.hint


def test_place_counts_characters_and_lines() -> None:
    _, (problem,) = decode("a: ä\r\nb: äö".encode() + b"\xe4")
    assert (problem.line, problem.column) == (2, 6)


def test_latin_1_without_a_meaning_in_windows() -> None:
    text, (problem,) = decode(b"a: \x81")
    assert text == "a: \x81"
    assert problem.code == "TEA001"


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark_is_guessed(encoding: str) -> None:
    text, (problem,) = decode(TEXT.encode(encoding))
    assert text == TEXT
    assert "UTF-16" in problem.message


def test_damaged_utf_16() -> None:
    text, (problem,) = decode(codecs.BOM_UTF16_LE + b"a\0:\0x")
    assert text.startswith("a:")
    assert (problem.code, problem.line, problem.column) == ("TEA001", 1, 3)


@given(st.binary() | st.binary().map(lambda raw: codecs.BOM_UTF16_BE + raw))
def test_decoding_never_fails(raw: bytes) -> None:
    text, problems = decode(raw)
    text.encode("utf-8", "surrogatepass")
    assert problems or encode(text, raw) == raw
