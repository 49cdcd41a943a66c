"""`tea walk` asks for everything line by line, and saves each answer at once."""

import io
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tea_assistant.services.claim import Claim
from tests.cli.conftest import Outcome, Tea, run_tea

Walk = Callable[..., Outcome]


@pytest.fixture
def walk(dossier: Path, tea: Tea, monkeypatch: pytest.MonkeyPatch) -> Walk:
    """Return a function that answers the questions with these lines."""

    def answer(*lines: str, part: str = "", everything: bool = False) -> Outcome:
        monkeypatch.setattr(sys, "stdin", io.StringIO("".join(f"{line}\n" for line in lines)))
        options = [*(["--part", part] if part else []), *(["--all"] if everything else [])]
        return tea("walk", dossier, *options)

    return answer


def test_an_activity_is_decided_described_and_linked(dossier: Path, walk: Walk) -> None:
    said = walk(
        "ja", "Für Väter*innen [/x]:", "", "- „eins“", ".", "neu Väter [/x]", "", "schluss", part="af01"
    )
    assert said.code == 0, said.err
    assert "Aktionsfeld 1 von 5 (" in said.out
    assert ", Frage 1 von " in said.out
    written = (dossier / "cycles/2025/fields/af01.yaml").read_text(encoding="utf-8")
    assert "  ja\n  Für Väter*innen [/x]:\n\n  - „eins“\n" in written


def test_what_applies_is_described_and_linked(dossier: Path, walk: Walk) -> None:
    said = walk("", "1", "Seit 2020.", ".", "neu Leitbild für Väter*innen", "", "schluss", part="af01")
    assert said.code == 0, said.err
    written = (dossier / "cycles/2025/fields/af01.yaml").read_text(encoding="utf-8")
    assert "applies: true" in written
    assert "Seit 2020." in written
    assert "evidence:\n      - leitbild-fuer-vaeter-innen\n" in written
    made = (dossier / "evidence/leitbild-fuer-vaeter-innen.yaml").read_text(encoding="utf-8")
    assert "title: Leitbild für Väter*innen" in made
    assert said.out.endswith("\nGespeichert.\n")
    # No question twice, and no way of moving about on a screen.
    assert said.out.count("Leitbild: beschreiben") == 1
    assert "\x1b" not in said.out


def test_what_does_not_apply_asks_why_and_can_be_taken_back(dossier: Path, walk: Walk) -> None:
    said = walk("", "nein", "Erst 2027.", ".", "zurück", "zurück", "", "rückgängig", "schluss", part="af01")
    assert said.code == 0, said.err
    assert said.out.count("Leitbild: begründen, warum nicht") == 2
    assert "Zurückgenommen: Warum nicht ändern." in said.out
    written = (dossier / "cycles/2025/fields/af01.yaml").read_text(encoding="utf-8")
    assert "applies: false" in written
    assert "because" not in written


def test_enter_leaves_every_byte_and_wrong_words_are_explained(dossier: Path, walk: Walk) -> None:
    before = {path: path.read_bytes() for path in dossier.rglob("*.yaml")}
    said = walk("?", "quatsch", *["7", *[""] * 30], *["5", *[""] * 40], "schluss")
    assert said.code == 0, said.err
    assert "„quatsch“ ist hier nicht möglich." in said.out
    assert {path: path.read_bytes() for path in dossier.rglob("*.yaml")} == before


def test_a_wrong_value_is_not_taken(dossier: Path, walk: Walk) -> None:
    said = walk("7", "", "", "", "im April", "15.4.2028", "schluss")
    assert said.code == 0, said.err
    assert "hat nicht die erwartete Form" in said.out
    assert "deadline: 2028-04-15" in (dossier / "cycles/2025/cycle.yaml").read_text(encoding="utf-8")


def test_figures_are_begun_and_counted_row_by_row(dossier: Path, walk: Walk) -> None:
    head = ["4", "neu", "31.12.2027", *[""] * 8]
    said = walk(*head, "neu", "1", *["fertig"], "alle", "3.345", "1990", "", "", "", "fertig", "schluss")
    assert said.code == 0, said.err
    assert "Eintrag 1 von 1: " in said.out
    written = (dossier / "figures/2027-12-31.yaml").read_text(encoding="utf-8")
    assert "total: 3345" in written
    assert "women: 1990" in written
    assert "figures: 2027-12-31" in (dossier / "cycles/2025/cycle.yaml").read_text(encoding="utf-8")


def test_measures_are_found_linked_and_deleted(dossier: Path, walk: Walk) -> None:
    said = walk("3", "?", "mentor", "2", "leitbild", "mentor", "3", "j", "rückgängig", "schluss")
    assert said.code == 0, said.err
    assert "Verknüpft mit „Leitbild“" in said.out
    assert "Zurückgenommen: Maßnahme „Mentoring für Mitarbeiter*innen" in " ".join(said.out.split())
    assert (dossier / "evidence/mentoring.yaml").exists()
    written = (dossier / "cycles/2025/fields/af01.yaml").read_text(encoding="utf-8")
    assert "- mentoring\n" in written


def test_a_finding_is_accepted_with_a_reason(dossier: Path, walk: Walk) -> None:
    said = walk("5", "?", "leeren", "hinnehmen", "Ist so gewollt.", "fertig", "schluss")
    assert said.code == 0, said.err
    assert "Befund 1 von " in said.out
    assert "zur Frage davor" in said.out
    assert "„leeren“ ist hier nicht möglich." in said.out
    assert any("reason: Ist so gewollt." in path.read_text() for path in dossier.rglob("*.yaml"))


def test_the_end_of_the_input_keeps_the_text_before_it(dossier: Path, walk: Walk) -> None:
    said = walk("Der Strom ist", "weg", part="af01")
    assert said.code == 0, said.err
    assert "Der Strom ist\n  weg\n" in (dossier / "cycles/2025/fields/af01.yaml").read_text(encoding="utf-8")


def test_an_activity_of_ones_own_is_added_at_the_end(dossier: Path, walk: Walk) -> None:
    said = walk(*[""] * 100, part="af01", everything=True)
    questions = [line for line in said.out.splitlines() if ", Frage " in line]
    own = ["Eltern-Kind-Tag für Väter*innen", "Einmal im Jahr.", ".", "mentor", "", ""]
    said = walk(*[""] * len(questions), *own, part="af01", everything=True)
    assert said.code == 0, said.err
    assert "Eltern-Kind-Tag für Väter*innen: beschreiben" in said.out
    written = (dossier / "cycles/2025/fields/af01.yaml").read_text(encoding="utf-8")
    assert "title: Eltern-Kind-Tag für Väter*innen\n" in written
    assert "Einmal im Jahr." in written
    assert "- mentoring\n" in written


def test_a_text_comes_from_the_editor(
    dossier: Path, walk: Walk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    script = tmp_path / "schreiben.py"
    script.write_text("import sys, pathlib\npathlib.Path(sys.argv[1]).write_text('Aus dem Editor.\\n')\n")
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", f'"{sys.executable}" "{script}"')
    assert walk("editor", "schluss", part="af01").code == 0
    assert "Aus dem Editor." in (dossier / "cycles/2025/fields/af01.yaml").read_text(encoding="utf-8")
    monkeypatch.delenv("EDITOR")
    assert (
        "Es ist kein Editor eingestellt."
        in walk("zurück", part="af01").out + walk("", "nein", "editor", "schluss", part="af01").out
    )


def test_what_others_have_open_is_left_alone(dossier: Path, walk: Walk) -> None:
    claim = Claim(dossier)
    claim.take()
    said = walk("schluss")
    claim.release()
    assert said.code == 2
    assert "in einem anderen Fenster geöffnet" in said.err
    assert walk("schluss").code == 0


def test_a_part_that_is_not_there(walk: Walk) -> None:
    said = walk(part="af3")
    assert said.code == 2
    assert "Meinten Sie „af03“?" in said.err
    assert "nur mit --part" in walk(everything=True).err


def test_stopping_in_the_middle_of_a_text_keeps_it(
    dossier: Path, walk: Walk, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Stopping(io.StringIO):
        def readline(self, *given: Any) -> Any:
            line = super().readline(*given)
            if "Strg+C" in line:
                raise KeyboardInterrupt
            return line

    monkeypatch.setattr(io, "StringIO", Stopping)
    said = walk("Halb", "geschrieben", "Strg+C", part="af01")
    assert said.code == 130
    assert "Alles bis hierhin ist gespeichert." in said.out
    assert "Halb\n  geschrieben\n" in (dossier / "cycles/2025/fields/af01.yaml").read_text(encoding="utf-8")
    assert Claim(dossier).look() is None


def test_it_works_with_a_pipe(dossier: Path) -> None:
    said = run_tea(["walk", dossier], stdin="schluss\n")
    assert said.code == 0, said.err
    assert "Gespeichert." in said.out
