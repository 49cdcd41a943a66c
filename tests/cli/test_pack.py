"""`tea pack` and `tea verify`: refusals, reasons, exit codes, and reports that a terminal can bear."""

import json
from pathlib import Path

import pytest

from tea_assistant.services.capsule import pack
from tests.cli.conftest import Tea

CAPSULE = "stadt-moehringen-x-2025.tea.zip"
PROOFS = """\
proofs:
  - {title: 'Intern [/x]', file: attachments/a.txt}
  - {title: Öffentlich, file: attachments/b.txt, release: public}
"""


@pytest.fixture
def with_proofs(dossier: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the dossier with two proofs; no pages are laid out, which other tests do."""
    monkeypatch.setattr(pack, "outputs", lambda written: {f"{written.name}.md": written.markdown.encode()})
    with (dossier / "evidence/mentoring.yaml").open("a", encoding="utf-8") as measure:
        measure.write(PROOFS)
    (dossier / "attachments").mkdir()
    for name in ("a", "b"):
        (dossier / "attachments" / f"{name}.txt").write_text(f"Nachweis {name}")
    return dossier


def test_a_look_first_then_the_capsule(with_proofs: Path, tea: Tea) -> None:
    look = tea("pack", with_proofs)
    assert (look.code, look.err) == (0, "Packen: tea pack --final\n")
    assert "  Nachweis: Öffentlich\n" in look.out
    assert "  Intern [/x] (attachments/a.txt): nicht zur Veröffentlichung freigegeben\n" in look.out
    assert not (with_proofs / "build").exists()
    packed = tea("pack", with_proofs, "--final", "--date", "2025-04-28")
    path = with_proofs / "build" / CAPSULE
    assert (packed.code, packed.out) == (0, f"{path}\n")
    assert "Nicht im Paket: Intern [/x] (attachments/a.txt)" in packed.err
    verified = tea("verify", path)
    assert (verified.code, verified.err) == (0, "")
    assert "Stadt Möhringen [/x], Bewerbung 2025" in verified.out
    assert "Gepackt am 28.04.2025" in verified.out
    assert packed.err.splitlines()[0] in verified.out
    assert "Dasselbe Paket" in tea("pack", with_proofs, "--final", "--date", "2025-04-28").err


def test_errors_refuse_and_a_reason_overrules(with_proofs: Path, tmp_path: Path, tea: Tea) -> None:
    with (with_proofs / "dossier.yaml").open("a") as organisation:
        organisation.write("unbekannt: 1\n")
    refused = tea("pack", with_proofs, "--final")
    assert (refused.code, refused.out) == (2, "")
    assert "Kein Abgabepaket. Die Prüfung findet 1 Fehler." in refused.err
    assert "Die Prüfung findet 1 Fehler." in tea("pack", with_proofs).err
    target = tmp_path / "Ablage" / "paket.zip"
    forced = tea("pack", with_proofs, "--final", "--force", "--reason", "Frist *heute*", "-o", target)
    assert forced.code == 0
    verified = tea("verify", target)
    assert verified.code == 0
    assert "Trotz offener Punkte gepackt: Frist *heute*" in verified.out
    told = json.loads(tea("verify", target, "--format", "json").out)
    assert (told["whole"], told["problems"]) == (True, [])
    assert told["capsule"]["forced"] == {"reason": "Frist *heute*"}


def test_what_makes_no_sense_is_refused(with_proofs: Path, tea: Tea) -> None:
    for arguments, message in (
        (["--force"], "gehört eine Begründung dazu"),
        (["--force", "--reason", "  "], "gehört eine Begründung dazu"),
        (["--reason", "Frist"], "nur mit --force"),
        (["--date", "2025-04-31"], "ist kein Tag"),
        (["--date", "2025"], "ist kein Tag"),
    ):
        outcome = tea("pack", with_proofs, "--final", *arguments)
        assert (outcome.code, message in outcome.err) == (2, True)
    assert "nur für das Haus" not in tea("pack", with_proofs, "--final").err.lower()
    assert "nicht weitergegeben" in tea("pack", with_proofs, "--final", "--internal").err


def test_a_damaged_capsule_ends_with_1_and_names_the_file(with_proofs: Path, tea: Tea) -> None:
    tea("pack", with_proofs, "--final")
    path = with_proofs / "build" / CAPSULE
    path.write_bytes(path.read_bytes().replace(b"Nachweis b", b"Nachweis c"))
    verified = tea("verify", path)
    assert verified.code == 1
    assert "NICHT vollständig" in verified.out
    assert "  mappe/attachments/b.txt: Die Datei ist beschädigt" in verified.out
    told = json.loads(tea("verify", path, "--format", "json").out)
    assert [problem["file"] for problem in told["problems"]] == ["mappe/attachments/b.txt"]


def test_what_is_no_capsule_ends_with_2(with_proofs: Path, tmp_path: Path, tea: Tea) -> None:
    (tmp_path / "leer.zip").write_bytes(b"")
    for path, message in (
        (with_proofs / "dossier.yaml", "kein Abgabepaket"),
        (tmp_path / "leer.zip", "kein Abgabepaket"),
        (tmp_path, "ein Ordner, keine Datei"),
        (tmp_path / "fehlt.zip", "nicht mehr da"),
    ):
        outcome = tea("verify", path)
        assert (outcome.code, outcome.out, message in outcome.err) == (2, "", True)
