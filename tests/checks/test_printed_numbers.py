"""Numbers that look like figures are found in prose, with their exact place; all others are left alone."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tea_assistant.checks.printed_numbers import typed_numbers


@pytest.mark.parametrize(
    ("prose", "raw", "number", "digits", "is_share"),
    [
        ("Es sind 36 % Frauen.", "36 %", 36, 0, True),
        ("Es sind 36\u00a0% Frauen.", "36\u00a0%", 36, 0, True),
        ("Es sind 36% Frauen.", "36%", 36, 0, True),
        ("Es sind 59,5 Prozent.", "59,5 Prozent", Fraction("59.5"), 1, True),
        ("(36 %)", "36 %", 36, 0, True),
        ("Mit 3.113 Mitarbeiter*innen", "3.113", 3113, 0, False),
        ("Mit 3113 „Menschen“ [/x]", "3113", 3113, 0, False),
        ("Mit 1.234.567 Menschen", "1.234.567", 1234567, 0, False),
        ("Mit 2.019 Menschen.", "2.019", 2019, 0, False),
        ("**3.113**", "3.113", 3113, 0, False),
    ],
)
def test_a_percentage_or_a_large_count_is_found(
    prose: str, raw: str, number: Fraction, digits: int, is_share: bool
) -> None:
    (found,) = typed_numbers(prose)
    assert (found.raw, found.number, found.digits, found.is_share) == (raw, number, digits, is_share)
    assert prose[found.column :].startswith(raw)


@pytest.mark.parametrize(
    "prose",
    [
        "Seit 2019 sind es 36 Menschen.",
        "Am 30.04.2022 um 12.30 Uhr",
        "36 Prozentpunkte mehr",
        "Az. 3.113.5 oder 1,36,2",
        "Im Anteil {{leadership.women.share}} und [[bericht-3113]]",
        "0.123 und 01.234",
        "9" * 5000,
        "1" + ".234" * 2000,
    ],
)
def test_years_dates_small_counts_and_references_are_no_figures(prose: str) -> None:
    assert list(typed_numbers(prose)) == []


def test_a_number_knows_its_line_its_sentence_and_its_paragraph() -> None:
    prose = "Davor.\n\nMit {{staff.total}} Menschen\nim Haus, 36 % führen. Danach?\n\nEnde."
    (found,) = typed_numbers(prose)
    assert (found.line, found.column) == (3, 9)
    assert found.sentence.endswith("36 % führen.")
    assert found.sentence.startswith("Mit ")
    assert found.paragraph.endswith("Danach?")
    assert "Davor" not in found.paragraph


@given(st.text(st.sampled_from("36.,% \n\r{}[]|*Prozent2019")))
def test_any_prose_is_read_without_harm(prose: str) -> None:
    lines = prose.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for found in typed_numbers(prose):
        assert lines[found.line][found.column :].startswith(found.raw)
