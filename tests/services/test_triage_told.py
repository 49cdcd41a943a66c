"""Jury texts and press releases in a dossier: numbers go to their round, and no name goes anywhere."""

from pathlib import Path
from typing import Any

import pytest

from tea_assistant.errors import EditError
from tea_assistant.importing.documents.genre import Genre
from tea_assistant.model.layout import Kind
from tea_assistant.model.proposal import ProposalKind
from tea_assistant.services.session import Session
from tea_assistant.services.triage.items import Item
from tea_assistant.services.triage.triage import Triage
from tea_assistant.store import schema

TOLD = Path(__file__).parents[1] / "importing" / "told"


@pytest.fixture
def jury(session: Session) -> Triage:
    triage = Triage(session)
    triage.open([TOLD / "jury.md"])
    return triage


def figures(session: Session) -> Any:
    return session.value("figures/2024.yaml")


def figure(triage: Triage, indicator: str, cycle: str = "2024") -> Item:
    found = (i for i in triage.items if i.proposal.indicator == indicator and i.proposal.cycle == cycle)
    return next(found)


def test_numbers_of_a_jury_go_to_the_figures_of_its_round(jury: Triage) -> None:
    session = jury.session
    for indicator in ("staff.total", "staff.women.share", "leadership.women", "leadership.part_time.men"):
        jury.accept(figure(jury, indicator))

    value = figures(session)
    assert schema.errors(Kind.FIGURES, value) == []
    assert (value["as_of"], value["source"]) == (2024, "jury.md, JURYBEGRÜNDUNG")
    assert value["rows"] == [
        {"group": "staff", "total": 1204, "women": {"percent": 61.5, "digits": 1, "published": True}},
        {"group": "leadership", "women": 32},
        {"group": "leadership", "employment": "part", "men": 3},
    ]
    session.undo()
    assert len(figures(session)["rows"]) == 2


@pytest.mark.parametrize(
    ("first", "then", "said"),
    [
        ("leadership.women", "leadership.women.share", "Dort steht schon die Anzahl"),
        ("leadership.women.share", "leadership.women", "ein anderer Wert: 44"),
    ],
)
def test_what_stands_there_stays(jury: Triage, first: str, then: str, said: str) -> None:
    jury.accept(figure(jury, first))
    before = jury.session.text("figures/2024.yaml")

    with pytest.raises(EditError, match=said):
        jury.accept(figure(jury, then))
    assert jury.session.text("figures/2024.yaml") == before


def test_unseen_no_number_and_no_name_goes_in(jury: Triage) -> None:
    session = jury.session
    jury.open([TOLD / "release.md"])
    _, left = jury.accept_all()
    held = next((item for item, _ in left if item.proposal.kind is ProposalKind.MEASURE), None)
    if held:
        # It may be the mentoring that is there; a person says that it is another.
        jury.accept(held)

    assert session.value("figures/2024.yaml") is None
    assert any("nach einem Blick" in reason for _, reason in left)
    session.save()
    said = "\n".join(path.read_text("utf-8") for path in session.root.rglob("*.yaml"))
    assert "Führungs-Mentoring" in said
    names = (
        "Lehmann",
        "Yıldız",
        "Petra",
        "Berg",
        "Özdemir",
        "Jonas",
        "Weber",
        "Kurz",
        "Groth",
        "Roth",
        "Sommer",
    )
    assert not [name for name in names if name in said]


def test_praise_and_expectations_go_to_the_round_that_the_text_is_of(jury: Triage) -> None:
    kinds = (ProposalKind.PRAISE, ProposalKind.EXPECTATION)
    for item in [item for item in jury.items if item.proposal.kind in kinds]:
        jury.accept(item)

    decision = jury.session.dossier.rounds["2024"].jury
    assert decision
    assert [praise.field for praise in decision.praise] == ["af03"]
    assert [e.kind for e in decision.expectations] == ["noticed", "announced", "asked"]


def test_what_a_document_was_read_as_is_said_beside_it(session: Session) -> None:
    triage = Triage(session)
    triage.open([TOLD / "release.md"], genre=Genre.OTHER)

    assert triage.documents[0].remarks == ()
    triage.open([TOLD / "jury.md"])
    assert "Jurytext" in triage.documents[1].remarks[-1]
