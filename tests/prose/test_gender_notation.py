"""Gendered forms are found in a plain file of texts, at their place, and written in every other notation."""

from pathlib import Path
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tea_assistant.model.dossier import GenderNotation
from tea_assistant.prose.gender_notation import gendered_forms
from tea_assistant.prose.paragraphs import paragraphs

_, *LINES = (Path(__file__).parent / "gender_notation.txt").read_text(encoding="utf-8").splitlines()


def found(prose: str) -> list[str]:
    return [f"{f.notation}: {f.text}" for p in paragraphs(prose) for f in gendered_forms(p.own)]


@pytest.mark.parametrize("line", LINES)
def test_a_text_has_these_forms(line: str) -> None:
    text, _, expected = line.replace("⏎", "\n").partition(" =>")
    assert found(text) == [form for form in expected.strip().split("; ") if form]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (
            "Bürger*innen",
            "Bürger*innen Bürger:innen Bürger_innen BürgerInnen Bürger/-innen Bürgerinnen und Bürger",
        ),
        ("Leiter:in", "Leiter*in Leiter:in Leiter_in LeiterIn Leiter/-in Leiterin oder Leiter"),
        ("Ärztinnen und Ärzte", "Ärzt*innen Ärzt:innen Ärzt_innen ÄrztInnen Ärzt/-innen "),
        ("jede/r", "jede*r jede:r jede_r  jede/r "),
        (
            "Leser_innenbrief",
            "Leser*innenbrief Leser:innenbrief Leser_innenbrief LeserInnenbrief Leser/-innenbrief ",
        ),
    ],
)
def test_a_form_is_written_in_another_notation(written: str, expected: str) -> None:
    (form,) = gendered_forms(written)
    assert " ".join(form.written(notation) for notation in GenderNotation).rstrip() == expected.rstrip()


@given(
    st.lists(
        st.sampled_from(["Bürger", "*innen", ":in", "In", " und ", "„", "“", "`", "](", "\n", "> ", "|", "-"])
    )
)
def test_every_form_stands_where_it_is_said_to_stand(pieces: list[str]) -> None:
    prose = "".join(pieces)
    for paragraph in paragraphs(prose):
        assert len(paragraph.text) == len(paragraph.own)
        for form in gendered_forms(paragraph.own):
            line, column = paragraph.place(form.start)
            assert prose.split("\n")[line][column:].startswith(form.text.split("\n")[0].rstrip())


def test_what_goes_on_and_on_is_read_in_little_time() -> None:
    begin = process_time()
    for piece in ("a-", "A und ", "aI", "a:", "„", "](", "`", "x@", "<"):
        found(piece * 20_000)
    # Whatever looked again at each place would take minutes.
    assert process_time() - begin < 10
