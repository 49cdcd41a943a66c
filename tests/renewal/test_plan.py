"""A plan is the same each time, and only reads what it is given."""

import pytest
from msgspec.structs import replace

from tea_assistant.errors import DossierError
from tea_assistant.model.cycle import (
    CriterionAnswer,
    Cycle,
    FieldAnswer,
    OwnCriterion,
    RequiredSignOff,
    Round,
)
from tea_assistant.model.dossier import Dossier, Organisation
from tea_assistant.model.evidence import Evidence, EvidenceInCycle, EvidenceState
from tea_assistant.renewal.plan import plan_renewal
from tests.renewal.catalogues import NEW, OLD

NAMES = (
    "neu",
    "weiter",
    "mehr",
    "geplant",
    "offen",
    "beendet",
    "verknuepft",
    "unentschieden",
    "abgesagt",
    "still",
)
STATES = dict(
    zip(
        NAMES,
        (
            {"2025": EvidenceState.NEW},
            {"2025": EvidenceState.CONTINUED},
            {"2025": EvidenceState.EXPANDED},
            {"2025": EvidenceState.PLANNED},
            {"2025": EvidenceState.OPEN},
            {"2025": EvidenceState.ENDED},
            {},
            {"2022": EvidenceState.NEW},
            {"2022": EvidenceState.ENDED},
            {"2022": EvidenceState.CONTINUED},
        ),
        strict=True,
    )
)
EVIDENCE = {
    name: Evidence(
        name, title=name.title(), cycles={c: EvidenceInCycle(state) for c, state in states.items()}
    )
    for name, states in STATES.items()
}
ANSWERS = {
    "hf1": FieldAnswer(
        "hf1",
        opening="Für Mitarbeiter*innen [/x].",
        criteria={
            "hf1-eins": CriterionAnswer(applies=True, evidence=("neu", "beendet", "abgesagt")),
            "hf1-zwei": CriterionAnswer(evidence=("unentschieden",)),
        },
        own_criteria=(OwnCriterion("tag", "Tag", "Text.", ("verknuepft", "unbekannt")),),
    ),
    "hf3": FieldAnswer("hf3", closing="Bleibt.", criteria={"hf3-allein": CriterionAnswer(applies=True)}),
}
CYCLE = Cycle(
    "2025", catalogue="alt", award=1, submitted="2025", understanding={"frage": "Antwort", "leer": " "}
)
DOSSIER = Dossier(
    Organisation(name="Stadt"),
    evidence=EVIDENCE,
    rounds={"2025": Round(CYCLE, ANSWERS)},
    catalogues={"alt": OLD, "neu": NEW},
)


def test_what_was_current_is_opened_and_what_ended_is_not() -> None:
    plan = plan_renewal(DOSSIER, "2025", "2028", NEW)
    assert set(plan.opened) == {"neu", "weiter", "mehr", "geplant", "offen", "verknuepft", "unentschieden"}
    assert plan.ended == ("abgesagt", "beendet")
    assert plan.silent == ("still",)
    assert plan.missing == ("unbekannt",)


def test_what_the_new_catalogue_does_not_ask_for_is_named() -> None:
    plan = plan_renewal(DOSSIER, "2025", "2028", NEW)
    assert plan.understanding_left == {"frage": "Antwort"}
    assert {move.id for move in plan.migration.left_behind} == {"hf3", "hf3-allein"}
    assert list(plan.files) == [
        "cycles/2028/cycle.yaml",
        "cycles/2028/fields/af1.yaml",
        "cycles/2028/fields/af2.yaml",
    ]
    assert plan.files["cycles/2028/fields/af2.yaml"] == {
        "criteria": {"af2-fuehrung": {"evidence": ["unentschieden"]}}
    }
    assert plan.texts == 2


def test_the_same_dossier_gives_the_same_plan_also_when_the_round_stands() -> None:
    decisions = {"hf1-zwei": ("af1-bericht",), "tag": ()}
    plan = plan_renewal(DOSSIER, "2025", "2028", NEW, decisions=decisions)
    assert plan.files["cycles/2028/cycle.yaml"]["decisions"] == {"hf1-zwei": ["af1-bericht"], "tag": []}
    begun = Round(Cycle("2028", catalogue="neu", renews="2025"), plan.migration.answers)
    later = Dossier(
        DOSSIER.organisation,
        EVIDENCE,
        rounds={**DOSSIER.rounds, "2028": begun},
        catalogues=DOSSIER.catalogues,
    )
    assert plan_renewal(later, "2025", "2028", NEW, decisions=decisions) == plan


def test_who_has_to_sign_is_taken_over_for_the_parts_that_there_are() -> None:
    rules = (
        RequiredSignOff("Personalrat"),
        RequiredSignOff("Datenschutz", ("hf1", "af2")),
        RequiredSignOff("Personalamt", ("hf1",)),
    )
    old = Round(replace(CYCLE, sign_off=rules, authors=("Erika",)), ANSWERS)
    plan = plan_renewal(replace(DOSSIER, rounds={"2025": old}), "2025", "2028", NEW)
    settings = plan.files["cycles/2028/cycle.yaml"]
    assert settings["sign_off"] == [{"role": "Personalrat"}, {"role": "Datenschutz", "parts": ["af2"]}]
    assert "authors" not in settings


def test_a_round_that_is_not_there_is_named() -> None:
    with pytest.raises(DossierError, match="2022"):
        plan_renewal(DOSSIER, "2022", "2028", NEW)
