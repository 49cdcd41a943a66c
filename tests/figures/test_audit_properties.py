"""Whatever the counts: a table computed from them is right, and one number changed in it is found."""

from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from tea_assistant.figures.audit.run import audit_document
from tea_assistant.figures.german import number_text
from tea_assistant.importing.markdown_grids import grids

HEAD = (
    "| | insgesamt | | | | Vollzeit | | Teilzeit | | |",
    "|---|---|---|---|---|---|---|---|---|---|",
    "| | gesamt | Frauen | Männer | Frauenanteil | gesamt | Frauen | gesamt | Frauen | Frauenanteil |",
)
COUNTS = st.lists(st.tuples(*[st.integers(0, 3000)] * 4), min_size=4, max_size=9)
"""Women and men in full time, women and men in part time, for each row."""


def share(part: int, whole: int) -> str:
    return f"{number_text(Fraction(100 * part, whole), 1)} %" if whole else "–"


def row(label: str, counts: tuple[int, int, int, int]) -> list[str]:
    full_women, full_men, part_women, part_men = counts
    women, men, part = full_women + part_women, full_men + part_men, part_women + part_men
    numbers = [women + men, women, men, full_women + full_men, full_women, part, part_women]
    printed = [number_text(Fraction(number)) for number in numbers]
    return [label, *printed[:3], share(women, women + men), *printed[3:], share(part_women, part)]


def table(counts: list[tuple[int, int, int, int]]) -> list[list[str]]:
    total = tuple(sum(column) for column in zip(*counts, strict=True))
    rows = [row(f"LG {number}", of_row) for number, of_row in enumerate(counts, start=1)]
    assert len(total) == 4
    return [*rows, row("gesamt", total)]


def document(rows: list[list[str]]) -> str:
    return "\n".join((*HEAD, *(f"| {' | '.join(cells)} |" for cells in rows)))


@settings(max_examples=60, deadline=None)
@given(COUNTS)
def test_a_table_computed_from_its_counts_is_right(counts: list[tuple[int, int, int, int]]) -> None:
    assert audit_document(grids("x", document(table(counts)))) == ()


@settings(max_examples=60, deadline=None)
@given(COUNTS, st.data())
def test_one_changed_count_is_found(counts: list[tuple[int, int, int, int]], data: st.DataObject) -> None:
    rows = table([(a + 1, b + 2, c + 3, d + 4) for a, b, c, d in counts])
    at = data.draw(st.integers(0, len(rows) - 1))
    column = data.draw(st.sampled_from([1, 2, 3, 5, 6, 7, 8]))
    rows[at][column] = number_text(Fraction(int(rows[at][column].replace(".", "")) + 1))
    found = audit_document(grids("x", document(rows)))
    assert any(finding.line == at + 4 for finding in found) or any(
        finding.row == "gesamt" for finding in found
    )
