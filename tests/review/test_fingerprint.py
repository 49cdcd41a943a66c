"""The fingerprint follows what is seen, and nothing else."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tea_assistant.review.fingerprint import canonical, fingerprint, sum_of
from tea_assistant.review.piece import Piece

TEXT = "Für Mitarbeiter*innen und Bürger*innen [/x].\n\n- „Eins“\n- Zwei\n"


@pytest.mark.parametrize(
    "other",
    [
        TEXT.replace("\n", "\r\n"),
        TEXT.strip(),
        TEXT.replace("Bürger", unicodedata.normalize("NFD", "Bürger")),
        TEXT.replace(" und ", "\nund "),
        TEXT.replace(" und ", "\u00a0und "),
        TEXT.replace("\n\n", "  \n \n\n"),
    ],
)
def test_how_a_text_stands_in_its_file_counts_nothing(other: str) -> None:
    assert canonical(other) == canonical(TEXT)
    assert sum_of(other) == sum_of(TEXT)


@pytest.mark.parametrize(
    "other",
    [
        TEXT.replace("und", "oder"),
        TEXT.replace("*", ""),
        TEXT.replace("- Zwei", "\nZwei"),
        TEXT.replace("\n\n", "\n"),
        TEXT.replace("Eins", "EINS"),
    ],
)
def test_what_a_reader_sees_counts(other: str) -> None:
    assert canonical(other) != canonical(TEXT)


def test_lists_tables_and_code_keep_their_lines() -> None:
    for text in (
        "- a\n- b",
        "| a | b |\n|---|---|\n| 1 | 2 |",
        "1. a\n2. b",
        "    code\n    mehr",
        "# T\nText",
    ):
        assert canonical(text) == text.strip()


def test_words_of_the_program_count_nothing() -> None:
    freiwillig = Piece("facts", "Angaben", "Art: freiwillig", meaning="legal=voluntary")
    reworded = Piece("facts", "Auskünfte", "Art: ohne Pflicht", meaning="legal=voluntary")
    other = Piece("facts", "Angaben", "Art: freiwillig", meaning="legal=statutory")
    assert fingerprint([freiwillig]) == fingerprint([reworded]) != fingerprint([other])


@settings(max_examples=50, deadline=None)
@given(st.text(max_size=60), st.text(max_size=60))
def test_pieces_cannot_flow_into_one_another(one: str, other: str) -> None:
    together = fingerprint([Piece("a", "", one + other), Piece("b", "", "")])
    apart = fingerprint([Piece("a", "", one), Piece("b", "", other)])
    assert (together == apart) == (not canonical(other) and canonical(one + other) == canonical(one))
    assert canonical(canonical(one)) == canonical(one)
