"""A finding inside a prose is accepted at its text: the others of its kind stand, and it comes back."""

from pathlib import Path

import pytest

from tea_assistant.model.finding import Finding
from tea_assistant.services.acceptance import accept, withdraw
from tea_assistant.services.session import Session

FILE = "evidence/mentoring-fuer-frauen.yaml"
REASON = "So heißt das „Gespräch“ [/x] für Mitarbeiter*innen"
LONG = " ".join(["Wort"] * 41)
SUMMARY = f"""\
summary: |
  Ein *Gespräch* [/x] für Mitarbeiter/innen soll folgen.

  Es gibt „zahlreiche“ und regelmäßig viele Treffen.

  {LONG}. {LONG}.
goal: |
  Mehr Leser/innen und Mitarbeiter*innen. {LONG}.
"""


@pytest.fixture
def told(folder: Path) -> Session:
    path = folder / FILE
    old = "summary: |\n  Ein Jahr lang begleiten erfahrene Führungskräfte Mitarbeiter*innen.\n"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, SUMMARY), encoding="utf-8")
    return Session(folder)


def of(session: Session, code: str) -> list[Finding]:
    return [f for f in session.report.findings if f.code == code and f.file == FILE]


@pytest.mark.parametrize(
    ("code", "places"),
    [
        ("TEA410", [(4, 27), (10, 8)]),
        ("TEA411", [(4, 45)]),
        ("TEA412", [(6, 28)]),
        ("TEA413", [(8, 3), (8, 209), (10, 43)]),
    ],
)
def test_a_finding_in_a_prose_is_accepted_at_its_text(
    told: Session, folder: Path, code: str, places: list[tuple[int, int]]
) -> None:
    found = of(told, code)
    assert [(f.line, f.column) for f in found] == places
    before = (folder / FILE).read_bytes()
    accept(told, found[0], REASON)
    told.save()
    assert [f.dotted_path for f in of(told, code)] == [f.dotted_path for f in found if f.path != ("summary",)]
    accepted = [f for f in told.report.accepted if f.code == code]
    assert {f.accepted for f in accepted} == {REASON}
    assert f"path: summary, reason: {REASON}" in (folder / FILE).read_text(encoding="utf-8").replace(
        "\n    ", ", "
    )
    withdraw(told, accepted[0])
    told.save()
    assert of(told, code) == found
    assert (folder / FILE).read_bytes() == before
