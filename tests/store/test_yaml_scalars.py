"""Unquoted texts mean what YAML 1.2 says; what is written unquoted means itself to every reader."""

import json
from typing import Any

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from tea_assistant.store.yaml.reader import read
from tea_assistant.store.yaml.scalars import is_safe_unquoted, resolve


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("true", True), ("True", True), ("TRUE", True), ("false", False), ("False", False), ("FALSE", False),
        ("null", None), ("Null", None), ("NULL", None), ("~", None), ("", None),
        ("0", 0), ("2025", 2025), ("-5", -5), ("1.5", 1.5), ("-0.25", -0.25), (".5", 0.5), ("1e3", 1000.0),
        ("1.0e+16", 1e16), ("2.984", 2.984),
    ],
)  # fmt: skip
def test_what_has_a_meaning(text: str, value: Any) -> None:
    assert json.dumps(resolve(text)) == json.dumps(value)


@pytest.mark.parametrize(
    "text",
    [
        "no", "on", "off", "yes", "y", "n", "No", "ON", "tRUE", "nULL", "2024-12-31", "2017-04", "012", "00",
        "-012", "1:30", "12:30:45", "0x1F", "0o17", "0b1", "1_000", "+49", "+1.5", "-0", "1.", ".", "-", "-.",
        "e5", "-e5", "1e", "1e999", ".inf", "-.inf", ".nan", "1.2.3", "31.12.2024", "58 %", "１２", "9" * 301,
        "1" * 5000, "~ x", "01.5", "=", "<<",
    ],
)  # fmt: skip
def test_what_stays_text(text: str) -> None:
    assert resolve(text) == text


@given(st.text())
@example("-")
@example("1" * 400 + ".")
def test_resolving_never_fails(text: str) -> None:
    assert resolve(text) == text or not isinstance(resolve(text), str)


ALPHABET = st.sampled_from(
    list("aäß*19-+.:,#[]{}&!|>'\"%@`?=<~_eExXoO \t\n\r\x00\x7f\x85\xa0\u2028\ufeffnyNT/\U0001f600")
)
TEXTS = st.text() | st.text(ALPHABET, max_size=12)


@given(TEXTS)
@example("2024-02-31")
@example("2024-12-31 21:59:43")
@example("=")
@example("1:30")
@example("Ende:")
@example("text #1")
def test_what_is_safe_unquoted_is_itself_to_all_readers(text: str) -> None:
    if is_safe_unquoted(text):
        assert read(f"key: {text} # Kommentar\n").value == {"key": text}
        old = yaml.load(f"key: {text}\n", yaml.CSafeLoader)["key"]
        assert old == text or old.isoformat() == text
    if is_safe_unquoted(text, flow=True):
        assert read(f"[{text}, {{{text}: {text}}}]").value == [text, {text: text}]
        old = yaml.load(f"[{text}]", yaml.CSafeLoader)[0]
        assert old == text or old.isoformat() == text


@pytest.mark.parametrize(
    "text",
    [
        "Mentoring für Frauen",
        "§ 6 LGG NRW",
        "2024-12-31",
        "2017-04",
        "https://example.org/a",
        "58 %",
        "x*innen",
    ],
)
def test_ordinary_texts_need_no_quotation_marks(text: str) -> None:
    assert is_safe_unquoted(text)


@pytest.mark.parametrize(
    "text",
    [
        "no",
        "2025",
        "null",
        "1:30",
        "",
        " x",
        "x ",
        "*innen",
        "a: b",
        "a #b",
        "@x",
        "%",
        "x:",
        "0x1F",
        "1_000",
        "=",
        "~",
    ],
)
def test_what_other_readers_would_take_for_something_else_is_not_safe(text: str) -> None:
    assert not is_safe_unquoted(text)
