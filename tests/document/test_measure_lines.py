"""A measure in flowing lines, and how outputs know them and lines that lead elsewhere."""

from fractions import Fraction

import pytest

from tea_assistant.document.blocks import Fact, Span, fact
from tea_assistant.document.measure_lines import measure_lines
from tea_assistant.document.paragraphs import leads_elsewhere, tells_facts
from tea_assistant.document.results import results_text
from tea_assistant.model.evidence import Result
from tea_assistant.prose.markdown import parse
from tea_assistant.store.schema import labels


def told(*facts: Fact, results: tuple[Result, ...] = ()) -> list[str]:
    lines = measure_lines(facts, results, labels())
    return ["".join(span.text for span in line) for line in lines]


def test_facts_flow_and_what_nobody_knows_leaves_no_gap() -> None:
    known = (
        fact("action_fields", "Aktionsfelder", "1 Kultur"),
        fact("legal_character", "Verbindlichkeit", "freiwillig"),
        fact("since", "Seit", "2017"),
        fact("until", "Bis", "2024"),
        fact("responsible", "Zuständig", "Büro [/x]"),
        Fact("proofs", "Nachweise", ((Span("Konzept"),), (Span("Liste"),))),
    )
    assert told(*known) == [
        "Seit 2017 bis 2024 · freiwillig · Zuständig: Büro [/x]",
        "Nachweise: Konzept; Liste · Aktionsfelder: 1 Kultur",
    ]
    assert told(known[0], known[3]) == ["Bis 2024", "Aktionsfelder: 1 Kultur"]


def test_results_of_one_day_and_source_share_them() -> None:
    results = (
        Result(value=Fraction(23), unit="Mitarbeiter*innen", as_of="2024-12-31", source="Liste"),
        Result(text="Es trägt.", as_of="2024-12-31", source="Liste"),
        Result(text="Neu", as_of="2023"),
    )
    assert results_text(results) == "23\u00a0Mitarbeiter*innen; Es trägt (31.12.2024, Liste); Neu (2023)"


@pytest.mark.parametrize(
    ("text", "leads", "tells"),
    [
        ("**Maßnahmen:** [A](#a), [B](#b)", True, False),
        ("Alle Werte mit Stichtag und Quelle: [Daten](#d)", True, False),
        ("**Maßnahmen:** [A](#a) und mehr", False, False),
        ("Das zeigt sich an: [A](#a), denn es wirkt", False, False),
        ("Seit 2017\\\n**Stand:** neu\\\n**Nachweise:** Liste", False, True),
        ("Seit 2017\\\n**Stand** neu", False, False),
        ("Erste Zeile\\\nzweite Zeile", False, False),
        ("[A](#a)", False, False),
    ],
)
def test_paragraphs_are_known_by_how_they_are_written(text: str, *, leads: bool, tells: bool) -> None:
    children = parse(text)[1].children or []
    assert (leads_elsewhere(children), tells_facts(children)) == (leads, tells)
