"""Request forms that come back through mail: what they say of themselves survives, damage is noticed."""

import textwrap

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tea_assistant.errors import ForeignFileError
from tea_assistant.importing.requests import markdown as request_markdown
from tea_assistant.importing.requests import xlsx as request_xlsx
from tea_assistant.importing.requests.identity import Identity, Marker, identity_lines, identity_of, sealed
from tea_assistant.model.request import BOXES, Ask

IDENTITY = sealed(
    Identity(
        "Stadt „Möhringen“ [/x] Bürger*innen",
        "2025",
        "personalamt",
        "Personalamt Mitarbeiter*innen",
        "2025-04-01",
        (
            Marker("1.1", "evidence/mentoring.yaml", "cycles/2025/state", "e3b0c44298fc"),
            Marker("1.2", "evidence/mentoring.yaml", "results/0", "e3b0c44298fc"),
        ),
    )
)
LABELS = {ask: {box: box.capitalize() for box in boxes} for ask, boxes in BOXES.items()}
FORM = "\n".join(
    [
        "# TEA-Anfrage",
        "Ausgefüllt von: Frau Ö.",
        "=== Antwort 1.1 ===",
        "{}",
        "=== Ende 1.1 ===",
        "=== Antwort 1.2 ===",
        "Value: 12",
        "Unit: Bürger*innen",
        "=== Ende 1.2 ===",
        "=== Kennung (bitte stehen lassen) ===",
        *identity_lines(IDENTITY),
        "=== Ende der Kennung ===",
    ]
)


@given(st.integers(60, 120), st.sampled_from(["", "> ", ">> ", "  "]), st.sampled_from(["\n", "\r\n"]))
@settings(max_examples=25)
def test_it_is_known_again_however_mail_has_broken_its_lines(width: int, quote: str, end: str) -> None:
    lines = [
        piece
        for line in FORM.format("fortgeführt").splitlines()
        for piece in textwrap.wrap(line, width, break_long_words=False) or [""]
    ]
    read = request_markdown.read("a.md", end.join(f"{quote}{line}" for line in lines), LABELS)
    assert read.identity == IDENTITY
    assert read.answered_by == "Frau Ö."
    assert read.filled["1.1"].boxes == {"state": "fortgeführt"}
    assert read.filled["1.2"].boxes == {"value": "12", "unit": "Bürger*innen"}
    assert read.notes == ()


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=60))
@settings(max_examples=50)
def test_any_answer_comes_through_or_is_refused(answer: str) -> None:
    try:
        read = request_markdown.read("a.md", FORM.replace("{}", answer), LABELS)
    except ForeignFileError:
        return
    said = read.filled["1.1"].boxes.get("state", "")
    if not answer.lstrip(" \u00a0>").startswith(("=", "-", "#", "*", "_", "|")):
        assert " ".join(said.split()) in " ".join(answer.replace("\u00a0", " ").split())


@given(st.integers(0, len(FORM) - 1), st.sampled_from(["", "x", "1", "\n", "= ", "*"]))
@settings(max_examples=50)
def test_damage_is_refused_or_leaves_the_identity_whole(at: int, put: str) -> None:
    try:
        read = request_markdown.read("a.md", FORM[:at] + put + FORM[at + 1 :], LABELS)
    except ForeignFileError:
        return
    assert read.identity == IDENTITY


def test_a_block_that_nobody_closed_ends_at_the_next() -> None:
    read = request_markdown.read("a.md", FORM.format("neu").replace("=== Ende 1.1 ===\n", ""), LABELS)
    assert read.filled["1.1"].boxes == {"state": "neu"}
    assert "Bei Frage 1.1 fehlt die Zeile „Ende 1.1“" in read.notes[0]


def test_what_looks_like_the_form_may_stand_in_an_answer() -> None:
    said = "## Überschrift\nEnde\nKennung: 5\n=== Ende 7.7 ==="
    assert request_markdown.read("a.md", FORM.format(said), LABELS).filled["1.1"].boxes == {"state": said}


@pytest.mark.parametrize("quoted_first", [True, False])
def test_a_mail_that_quotes_the_empty_form_gives_the_filled_one(quoted_first: bool) -> None:
    empty = FORM.replace("{}", "").replace("Value: 12", "Value:").replace("Unit: Bürger*innen", "Unit:")
    parts = [empty.replace("Frau Ö.", ""), FORM.format("neu")]
    text = "\n".join(parts if quoted_first else parts[::-1])
    read = request_markdown.read("a.md", text, LABELS)
    assert read.filled["1.1"].boxes == {"state": "neu"}
    assert read.filled["1.2"].boxes == {"value": "12", "unit": "Bürger*innen"}
    assert (read.answered_by, read.notes) == ("Frau Ö.", ())
    twice = request_markdown.read("a.md", f"{FORM.format('neu')}\n{FORM.format('beendet')}", LABELS)
    assert "Die Frage 1.1 hat zwei Antworten" in twice.notes[0]


def test_other_zip_files_are_no_workbooks_and_broken_ones_are_told() -> None:
    assert not request_xlsx.is_request("a.docx", b"PK\x03\x04word/document.xml")
    with pytest.raises(ForeignFileError, match="beschädigt"):
        request_xlsx.is_request("a.docx", b"PK\x03\x04xl/workbook.xml")
    with pytest.raises(ForeignFileError, match="fehlt die Kennung"):
        identity_of("a.md", "Mappe: x")
    assert {Ask.RESULT, Ask.COUNT, Ask.PROOF} == {ask for ask, boxes in BOXES.items() if len(boxes) > 1}
