"""`tea review`: the story of an office and a reviewer, from the first look to the second signature."""

import json
import re
from pathlib import Path

import pytest

from tests.cli.conftest import Outcome, Tea

ITEM = "af03/af03-mentoring"
ERIKA = ("--as", "Erika [/x] Müller", "--role", "Personalrat")
OFFICE = ("--as", "Büro", "--role", "Gleichstellung")
REF = "erika-x-mueller/a1"


@pytest.fixture
def review(dossier: Path, tea: Tea) -> Tea:
    def call(*arguments: str | Path) -> Outcome:
        return tea("review", dossier, *arguments)

    return call


def reword(dossier: Path, before: str, after: str) -> None:
    path = dossier / "cycles" / "2025" / "fields" / "af03.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace(before, after), encoding="utf-8")


def test_the_whole_story(dossier: Path, review: Tea, tea: Tea) -> None:
    assert "noch niemand geprüft" in review().out
    asked = review(*ERIKA, "--ask", ITEM, "Seit wann „genau“, Bürger*innen [/x]?", "--quote", "Seit 2017")
    assert (asked.code, asked.out) == (0, f"Angemerkt: {REF}\n")
    assert "1 offene Anmerkung" in review(*ERIKA).out
    assert review(*OFFICE, "--answer", REF, "Seit März.").out == f"Geantwortet: {REF}\n"
    assert "TEA501" in tea("check", dossier).out
    assert review(*OFFICE, "--resolve", REF).out == f"Als erledigt gemeldet: {REF}\n"
    assert review(*OFFICE, "--resolve", REF).out == "Daran war nichts zu ändern.\n"
    assert "TEA501" not in tea("check", dossier).out

    shown = review(*ERIKA, "--show", ITEM).out
    for words in (
        "Seit 2017 Mentoring für Mitarbeiter*innen",
        "MASSNAHMEN",
        "KETTE",
        "→ Büro",
        "als erledigt gemeldet",
    ):
        assert words in shown
    seen = shown.split("--seen ")[1].strip()
    assert review(*ERIKA, "--approve", ITEM, "--seen", seen).out.startswith(f"Freigegeben: {ITEM}\n1 von ")
    assert review(*ERIKA, "--approve", ITEM).out.startswith("Das war schon freigegeben.")

    reword(dossier, "Seit 2017", "Seit 2018")
    assert "TEA503" in tea("check", dossier).out
    refused = review(*ERIKA, "--approve", ITEM, "--seen", seen)
    assert (refused.code, refused.out) == (2, "")
    assert "hat sich geändert" in refused.err
    void = review(*ERIKA, "--show", ITEM).out
    assert "seit der Freigabe geändert" in void
    assert "Seit [-2017-]{+2018+} [[mentoring]]." in void
    assert "„Seit 2017“ – Stelle nicht mehr gefunden" in void
    assert review(*ERIKA, "--reopen", REF).out == f"Wieder offen: {REF}\n"
    assert review(*ERIKA, "--withdraw", ITEM).out == f"Freigabe zurückgenommen: {ITEM}\n"
    assert f"  {REF}  Bitte ändern von Erika [/x] Müller (Personalrat)" in review().out


def test_a_round_may_demand_signatures(dossier: Path, review: Tea, tea: Tea, tmp_path: Path) -> None:
    path = dossier / "cycles" / "2025" / "cycle.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text.replace('renews: "2022"\n', "sign_off:\n  - {role: Personalrat, parts: [af03]}\n"), "utf-8"
    )
    refused = tea("build", dossier, "--final", "-o", tmp_path / "out")
    assert refused.code == 2
    assert "Es fehlen vorgesehene Freigaben. Personalrat: „Personalarbeit“ (2 von 2 Stellen)" in refused.err
    assert "Personalrat: Personalarbeit, 2 von 2 Stellen" in review().out
    assert "vorgesehene Freigaben" in tea("pack", dossier).err
    several = review(*ERIKA, "--approve", "af03").out.splitlines()
    assert re.match(r"Freigegeben \(\d+\):$", several[0])
    assert several[1].startswith("  af03/"), "one key a line"
    assert tea("build", dossier, "--final", "-o", tmp_path / "out").code == 0


def test_programs_get_all_of_it(review: Tea) -> None:
    review(*ERIKA, "--comment", ITEM, "Gut.")
    review(*ERIKA, "--approve", "af03/opening")
    values = json.loads(review(*ERIKA, "--json", "--show", ITEM).out)
    (item,) = values["items"]
    assert (item["key"], item["state"], item["comments"][0]["ref"]) == (ITEM, "unreviewed", REF)
    assert {piece["key"] for piece in item["rests_on"]} >= {"statement", "measure/mentoring/title"}
    assert item["chain"][-1]["level"] == "application"
    everything = json.loads(review("--json").out)
    assert everything["reviewers"][0]["approved"] == 1
    signed = [each["key"] for each in everything["items"] if each["signed_by"]]
    assert signed == ["af03/opening"]
    assert {each["part"] for each in json.loads(review("--json", "--part", "af03").out)["items"]} == {"af03"}


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--approve", "af03"), "Bitte sagen, wer prüft."),
        (("--as", "Max", "--approve", "af03"), "in welcher Rolle"),
        ((*ERIKA, "--approve", "af03/mentoring"), "Meinten Sie „af03/af03-mentoring“?"),
        ((*ERIKA, "--approve", "af03", "--seen", "abcdef0123"), "einer einzigen Stelle"),
        ((*ERIKA, "--quote", "Satz"), "nur mit --comment oder --ask"),
        ((*ERIKA, "--resolve", "niemand/a1"), "Eine Anmerkung „niemand/a1“ gibt es nicht."),
        ((*ERIKA, "--part", "af99"), "gibt es nicht"),
        ((*ERIKA, "--show", "af03", "--approve", "af03"), "nicht zusammen"),
    ],
)
def test_what_makes_no_sense_is_refused(
    review: Tea, dossier: Path, arguments: tuple[str, ...], message: str
) -> None:
    refused = review(*arguments)
    assert (refused.code, refused.out) == (2, "")
    assert message in refused.err
    assert not (dossier / "cycles" / "2025" / "reviews").exists()


def test_a_damaged_review_is_named_and_nobody_else_is_disturbed(dossier: Path, review: Tea) -> None:
    assert review(*ERIKA, "--comment", ITEM, "Gut.").code == 0
    other = dossier / "cycles" / "2025" / "reviews" / "otto.yaml"
    other.write_text("name: [Otto\n", encoding="utf-8")
    told = review().out
    assert "otto: Die Datei ist nicht lesbar" in told
    assert "Gut." in told
