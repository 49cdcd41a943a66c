"""`tea snapshot` keeps states, compares them as a file shows, puts them back and deletes them."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Tea

EXPECTED = Path(__file__).parent / "snapshot"
NAME = "Entwurf für Bürger*innen [/x]"
MEASURE = "evidence/mentoring.yaml"
FIELD = "cycles/2025/fields/af03.yaml"


@pytest.fixture
def changed(dossier: Path, tea: Tea) -> Path:
    """Return a dossier of which a state was kept before much in it was changed."""
    (dossier / "attachments").mkdir()
    (dossier / "attachments" / "konzept.pdf").write_bytes(b"%PDF")
    (dossier / MEASURE).write_text(
        "format: 1\ntitle: Mentoring für Mitarbeiter*innen und Bürger*innen [/x]\n"
        "legal_character: voluntary\n"
        "summary: |\n  Erfahrene Führungskräfte begleiten Mitarbeiterinnen ein Jahr lang auf dem Weg in die\n"
        "  Leitung. Es gibt zwölf Plätze, und zweimal im Jahr treffen sich alle zu einem Austausch.\n"
        "proofs:\n  - {title: Konzept, file: attachments/konzept.pdf}\n",
        encoding="utf-8",
    )
    assert tea("snapshot", NAME, dossier, "--note", "Zum Lesen", "--by", "Büro").code == 0
    text = (dossier / MEASURE).read_text(encoding="utf-8")
    for old, new in (("zwölf", "14"), ("voluntary", "statutory"), ("title: Konzept", "title: Konzept 2025")):
        text = text.replace(old, new)
    (dossier / MEASURE).write_text(text + "responsible: Büro „Gleichstellung“\n", encoding="utf-8")
    (dossier / "evidence" / "neu.yaml").write_text("format: 1\ntitle: Väter*abende\n", encoding="utf-8")
    (dossier / FIELD).unlink()
    (dossier / "attachments" / "konzept.pdf").write_bytes(b"%PDF neu")
    return dossier


def test_a_comparison_reads_as_in_the_file(changed: Path, tea: Tea) -> None:
    outcome = tea("snapshot", changed, "--compare", NAME)
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out == (EXPECTED / "compare.txt").read_text(encoding="utf-8")

    one = tea("snapshot", changed, "--compare", NAME.upper(), "--item", "mentoring").out
    assert "Konzept 2025" in one
    assert "Väter*abende" not in one
    assert tea("snapshot", changed, "--compare", NAME, "--item", "nix").code == 2
    tea("snapshot", "zwei", changed)
    both = tea("snapshot", changed, "--compare", NAME, "zwei").out
    assert both.replace("„zwei“", "jetzt", 1) == outcome.out
    assert (
        tea("snapshot", changed, "--compare", "zwei").out == "„zwei“ → jetzt\n\nNichts hat sich geändert.\n"
    )


def test_a_file_that_cannot_be_read_is_compared_line_by_line(changed: Path, tea: Tea) -> None:
    broken = "a: [\nb: 1\nc: 2\n"
    (changed / "evidence" / "neu.yaml").write_text(broken, encoding="utf-8")
    tea("snapshot", "zwei", changed)
    (changed / "evidence" / "neu.yaml").write_text(broken.replace("2", "3"), encoding="utf-8")
    told = tea("snapshot", changed, "--compare", "zwei").out
    assert "  Text der Datei:\n    a: [\n    b: 1\n    c: [-2-]{+3+}\n" in told


def test_programs_get_values(changed: Path, tea: Tea) -> None:
    kept = json.loads(tea("snapshot", "zwei", changed, "--json").out)["snapshot"]
    listed = json.loads(tea("snapshot", changed, "--list", "--json").out)["snapshots"]
    told = json.loads(tea("snapshot", changed, "--compare", NAME, "--json").out)
    assert (kept["id"], kept["name"], kept["files"], kept["attachments"]) == ("zwei", "zwei", 5, 1)
    assert {state["name"]: (state["note"], state["by"]) for state in listed if state["note"]} == {
        NAME: ("Zum Lesen", "Büro")
    }
    assert (told["old"], told["new"]) == (NAME, "jetzt")
    assert {change["file"]: change["kind"] for change in told["changes"]} == {
        MEASURE: "changed",
        FIELD: "removed",
        "evidence/neu.yaml": "added",
        "attachments/konzept.pdf": "changed",
    }


def test_a_state_comes_back_whole_or_in_part(changed: Path, tea: Tea) -> None:
    part = tea("snapshot", changed, "--restore", NAME, "--item", "mentoring")
    assert part.out == f"Zurückgeholt aus „{NAME}“: {MEASURE}\n"
    assert part.err == "attachments/konzept.pdf hat heute einen anderen Inhalt und bleibt, wie es ist.\n"
    assert "zwölf" in (changed / MEASURE).read_text(encoding="utf-8")
    assert not (changed / FIELD).exists()

    refused = tea("snapshot", changed, "--restore", NAME)
    assert (refused.code, refused.out) == (2, "")
    assert "--yes" in refused.err
    done = tea("snapshot", changed, "--restore", NAME, "--yes")
    assert done.out == f"Wiederhergestellt: „{NAME}“ (2 geschrieben, 1 im Papierkorb)\n"
    assert "vor dem Wiederherstellen von Entwurf" in done.err
    assert (changed / FIELD).exists()
    assert (changed / "attachments" / "konzept.pdf").read_bytes() == b"%PDF"
    again = tea("snapshot", changed, "--restore", NAME, "--yes")
    assert again.out == f"Die Mappe ist noch so wie in „{NAME}“.\n"


def test_states_are_listed_and_deleted(changed: Path, tea: Tea) -> None:
    assert "5 Texte, 1 Anlage\n  Zum Lesen\n" in tea("snapshot", changed, "--list").out
    assert tea("snapshot", changed, "--delete", NAME).code == 2
    gone = tea("snapshot", changed, "--delete", NAME, "--yes")
    assert gone.out.startswith(f"Gelöscht: „{NAME}“. Er liegt noch im Papierkorb: ")
    assert "Noch ist kein Stand festgehalten." in tea("snapshot", changed, "--list").out
    unknown = tea("snapshot", changed, "--compare", NAME)
    assert (unknown.code, unknown.out) == (2, "")
    assert "gibt es nicht" in unknown.err


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "Es fehlt: NAME"),
        (["a", ".", "b"], "Unbekannte Angabe: b"),
        (["--compare", "a", "b", "c"], "zwei Stände"),
        (["a", "--item", "b"], "--item gibt es nur mit"),
        (["--list", "--delete", "a"], "nicht zusammen"),
    ],
)
def test_a_call_that_means_nothing_is_refused(tea: Tea, arguments: list[str], message: str) -> None:
    outcome = tea("snapshot", *arguments)
    assert (outcome.code, outcome.out) == (2, "")
    assert message in outcome.err
