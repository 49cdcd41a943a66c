"""`tea import` for documents: what it prints, what it makes, what it says of files that cannot be read."""

import json
from pathlib import Path

import pytest

from tea_assistant.cli import terminal
from tea_assistant.model.layout import Kind
from tea_assistant.store import schema
from tests.cli.conftest import Tea

PLAN = Path(__file__).parents[1] / "importing/plan"
SEED = Path(__file__).parents[2].parent / "shared/seeds/stadt-rheine-gleichstellungsplan.md"
FIELDS = {"af01", "af02", "af03", "af04", "af05"}


def proposals(out: str) -> list[dict[str, object]]:
    told = json.loads(out)
    assert schema.errors(Kind.PROPOSALS, told) == []
    found = told["proposals"]
    assert isinstance(found, list)
    return found


def test_without_a_person_it_only_lists(dossier: Path, tea: Tea) -> None:
    before = sorted(dossier.rglob("*"))
    shown = tea("import", PLAN / "plan.md", "--into", dossier)
    assert shown.code == 0
    assert shown.out.startswith("plan.md – Gleichstellungsplan der Stadt Musterheim 2024 bis 2028\n")
    assert "\nPersonalarbeit (" in shown.out
    assert "Maßnahme, " in shown.out
    assert shown.err.startswith("Nichts übernommen.")
    found = proposals(tea("import", PLAN / "plan.md", "--into", dossier, "--format", "json").out)
    assert {each["kind"] for each in found} >= {"goal", "measure"}
    assert "§ 13 LGG" in str(found)
    assert "Die Dienststelle fördert Frauen" not in str(found)
    assert sorted(dossier.rglob("*")) == before


@pytest.mark.parametrize("kind", ["docx", "pdf", "html", "txt"])
def test_each_kind_of_file_proposes_the_same_measures(tea: Tea, kind: str) -> None:
    wanted, found = (
        {
            each["text"]
            for each in proposals(tea("import", PLAN / f"plan.{k}", "--format", "json").out)
            if each["kind"] in ("goal", "measure")
        }
        for k in ("md", kind)
    )
    assert found == wanted


def test_a_dossier_is_made_where_none_is(tmp_path: Path, tea: Tea) -> None:
    new = tmp_path / "musterheim"
    listed = tea("import", PLAN / "plan.md", "--into", new)
    assert (listed.code, new.exists()) == (0, False)
    broken = tmp_path / "bild.pdf"
    broken.write_bytes(b"\xff\xd8\xff\xe0")
    refused = tea("import", broken, "--into", new, "--accept-all")
    assert (refused.code, new.exists()) == (2, False)
    assert "Das ist ein Bild" in refused.err
    made = tea("import", broken, PLAN / "plan.md", "--into", new, "--accept-all", "--cycle", "2027")
    assert made.code == 0
    assert "Nicht eingelesen: bild.pdf: Das ist ein Bild" in made.err
    assert f"Mappe angelegt: {new} (Stadt Musterheim)" in made.err
    assert " übernommen, noch nicht bestätigt." in made.out
    texts = [path.read_text(encoding="utf-8") for path in (new / "evidence").iterdir()]
    assert texts
    assert all("state: open" in text and "confirmed" not in text for text in texts)
    report = json.loads(tea("check", new, "--format", "json").out)
    assert [found for found in report["findings"] if found["severity"] == "error"] == []
    again = tea("import", PLAN / "plan.md", "--into", new, "--format", "json")
    assert [each for each in proposals(again.out) if each["kind"] != "figure"] == []
    assert "schon entschieden" in tea("import", PLAN / "plan.pdf", "--into", new).out
    before = {path: path.read_bytes() for path in new.rglob("*.yaml")}
    assert tea("import", PLAN / "plan.md", "--into", new, "--accept-all").code == 0
    assert {path: path.read_bytes() for path in new.rglob("*.yaml")} == before


def test_what_is_missing_is_said_first(tmp_path: Path, tea: Tea, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    nowhere = tea("import", PLAN / "plan.md", "--accept-all")
    assert (nowhere.code, "--into ORDNER" in nowhere.err) == (2, True)
    letter = tmp_path / "brief.txt"
    letter.write_text("Guten Tag, liebe Mitarbeiter*innen und Bürger*innen [/x].", encoding="latin-1")
    assert "Keine Vorschläge gefunden" in tea("import", letter).out
    unnamed = tea("import", letter, "--into", tmp_path / "neu", "--accept-all")
    assert (unnamed.code, "--name NAME" in unnamed.err, (tmp_path / "neu").exists()) == (2, True, False)
    named = tea("import", letter, "--into", tmp_path / "neu", "--accept-all", "--name", "Kreis Süd [/x]")
    assert (named.code, "Kreis Süd [/x]" in named.err) == (0, True)
    assert "Diese Datei gibt es nicht" in tea("import", tmp_path / "nirgends.pdf").err


def test_a_line_says_how_far_a_document_is(tea: Tea, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    monkeypatch.setattr(terminal, "tell_progress", told.append)
    assert tea("import", PLAN / "plan.pdf", PLAN / "plan.txt", "--format", "json").code == 0
    assert told[0] == "plan.pdf wird gelesen …"
    assert any("█" in line and "Seite 1 von " in line for line in told)
    assert "plan.pdf wird ausgewertet …" in told
    assert told[-2:] == ["plan.txt wird gelesen …", ""]


@pytest.mark.skipif(not SEED.exists(), reason="the public plan is not at hand")
def test_a_real_plan_becomes_a_dossier_that_opens(tmp_path: Path, tea: Tea) -> None:
    new = tmp_path / "rheine"
    assert tea("import", SEED, "--into", new, "--accept-all").code == 0
    assert "name: Stadt Rheine" in (new / "dossier.yaml").read_text(encoding="utf-8")
    report = json.loads(tea("check", new, "--format", "json").out)
    assert report["counts"]["error"] == 0
    texts = {path: path.read_text(encoding="utf-8") for path in (new / "evidence").iterdir()}
    assert all(any(f"- {field}" in text for text in texts.values()) for field in FIELDS)
    assert sum("Mentoring im Münsterland" in text for text in texts.values()) >= 1
