"""Small things that documents are made of."""

import pytest

from tea_assistant.document.anchors import Anchors, anchor
from tea_assistant.document.dates import german_date


@pytest.mark.parametrize(
    ("date", "printed"),
    [
        ("2025-02-11", "11.02.2025"),
        ("2017-04", "April 2017"),
        ("2017", "2017"),
        ("", ""),
        ("2017-13", "2017-13"),
        ("bald", "bald"),
    ],
)
def test_dates_are_as_exact_as_they_are_known(date: str, printed: str) -> None:
    assert german_date(date) == printed


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("Mentoring für Frauen", "mentoring-für-frauen"),
        ("Bürger*innen & „Gäste“ (2022–2025)", "bürgerinnen--gäste-20222025"),
        ("On-/Re-Boarding, Teil_1", "on-re-boarding-teil_1"),
        ("???", ""),
    ],
)
def test_anchors_are_made_as_readers_make_them(heading: str, expected: str) -> None:
    assert anchor(heading) == expected


def test_repeated_headings_are_numbered() -> None:
    anchors = Anchors()
    given = [anchors.next(heading) for heading in ("Abschluss", "Einstieg", "Abschluss", "abschluss!")]
    assert given == ["abschluss", "einstieg", "abschluss-1", "abschluss-2"]
