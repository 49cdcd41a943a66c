"""`tea doctor` says line by line how it stands and what to do, and never changes anything."""

import json
import os
import zipfile
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pytest

from tea_assistant.services.doctor.doctor import examine
from tea_assistant.services.doctor.remark import Remark, Sign, Terminal
from tea_assistant.store import unsaved_files
from tests.cli.conftest import Tea

MEASURE = "evidence/mentoring.yaml"
FIELD = "cycles/2025/fields/af03.yaml"
GOOD = Terminal(120, 40, "utf-8", has_colours=True)


@pytest.fixture(autouse=True)
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return tmp_path / "state"


def everything(folder: Path) -> dict[str, tuple[int, int, int]]:
    """Return what every file looks like from outside."""
    return {
        path.relative_to(folder).as_posix(): (info.st_mtime_ns, info.st_size, info.st_ino)
        for path in folder.rglob("*")
        if (info := path.lstat())
    }


def said(remarks: tuple[Remark, ...], sign: Sign) -> str:
    return "\n".join(f"{remark.text} → {remark.advice}" for remark in remarks if remark.sign is sign)


def test_a_sound_dossier_is_told_to_be_sound(dossier: Path, tea: Tea, state: Path) -> None:
    before = everything(dossier)
    outcome = tea("doctor", dossier)
    assert (outcome.code, outcome.err) == (0, "")
    assert "  ✓ Alle 5 Dateien sind lesbar" in outcome.out
    assert "✗" not in outcome.out
    assert outcome.out.splitlines()[-1].startswith("Alles in Ordnung")
    assert everything(dossier) == before
    assert not state.exists()
    values = json.loads(tea("doctor", dossier, "--format", "json").out)
    assert values["well"] is True
    assert {remark["state"] for remark in values["remarks"]} <= {"ok", "warning"}


def test_without_a_dossier_the_rest_is_examined(tmp_path: Path, tea: Tea) -> None:
    outcome = tea("doctor", tmp_path)
    assert outcome.code == 0
    assert "Hier wird keine Mappe geprüft." in outcome.out


def test_everything_that_is_wrong_is_found_and_nothing_mended(dossier: Path, tea: Tea) -> None:
    """All at once: each has to be told beside the others."""
    now = datetime.now().astimezone()  # an hour written down here would one day lie before the files
    assert tea("snapshot", "Entwurf [/x]", dossier).code == 0
    assert tea("snapshot", "Heil", dossier).code == 0
    (state,) = (path for path in (dossier / "snapshots").iterdir() if path.name.startswith("entwurf"))
    (state / "files" / MEASURE).write_text("format: 1\ntitle: verfälscht\n", encoding="utf-8")
    review = dossier / "cycles" / "2025" / "reviews" / "erika.yaml"
    review.parent.mkdir()
    review.write_text(
        "format: 1\nname: Erika [/x]\nsignoffs:\n"
        f"  - {{item: af03/af03-mentoring, made: '2025-03-10', fingerprint: {'a' * 64}}}\n",
        encoding="utf-8",
    )
    (dossier / "evidence" / "kaputt.yaml").write_text("a: [\n", encoding="utf-8")
    (dossier / MEASURE).write_text(
        (dossier / MEASURE).read_text(encoding="utf-8")
        + f"proofs:\n  - {{title: Konzept, file: attachments/weg.pdf, sha256: {'0' * 64}}}\n",
        encoding="utf-8",
    )
    (dossier / "build").mkdir()
    with zipfile.ZipFile(dossier / "build" / "x.tea.zip", "w") as capsule:
        capsule.writestr("fremd.txt", "x")
    temporary = dossier / "evidence" / ".~mentoring.yaml.4711.tmp"
    temporary.write_text("halb")
    os.utime(temporary, (0, 0))
    lock = "user: e\ncomputer: anderer\nprocess: 1\nsince: 2026-11-21T08:00:00+01:00\n"
    (dossier / ".tea-lock").write_text(f"{lock}seen: 2026-11-21T09:00:00+01:00\ntoken: x\n")
    os.utime(dossier / FIELD, (now.timestamp() + 86_400,) * 2)
    unsaved = unsaved_files.unsaved_now(dossier, (), ())
    unsaved_files.write(unsaved_files.new_place(dossier), unsaved)
    for path in unsaved_files.folder().iterdir():
        os.utime(path, (0, 0))
    before = everything(dossier)

    remarks = examine(dossier, GOOD, now)
    broken, notes = said(remarks, Sign.BROKEN), said(remarks, Sign.NOTE)
    assert "Beschädigte Stände: Entwurf [/x] →" in broken
    assert "Beschädigte Abgabepakete: build/x.tea.zip →" in broken
    assert "Dateien mit Fehlern: evidence/kaputt.yaml →" in broken
    assert "Freigaben, die nicht mehr gelten: Erika [/x] (2025: 1) →" in notes
    assert "Nachweise fehlen oder sind seither geändert: attachments/weg.pdf →" in notes
    assert "evidence/.~mentoring.yaml.4711.tmp →" in notes
    assert "still (e auf anderer" in notes
    assert f"Später geändert, als es jetzt ist: {FIELD} →" in notes
    assert f"das nicht richtig beendet wurde: {dossier.resolve()} →" in notes
    assert all(remark.advice for remark in remarks if remark.sign is not Sign.FINE)
    assert everything(dossier) == before
    outcome = tea("doctor", dossier)
    assert outcome.code == 1
    assert "  ✗ Beschädigte Stände" in outcome.out
    assert "3 Stellen in Unordnung" in outcome.out


def test_the_surroundings_are_judged(dossier: Path, state: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    small = Terminal(60, 20, "latin-1", has_colours=False)
    remarks = examine(dossier, small, datetime(1970, 1, 1, 12).astimezone())
    assert "Das Terminal ist klein: 60 × 20 Zeichen" in said(remarks, Sign.NOTE)
    assert "latin-1" in said(remarks, Sign.NOTE)
    assert "Die Uhr geht falsch: 01.01.1970" in said(remarks, Sign.BROKEN)
    reports = state / "tea_assistant" / "fehler"
    reports.mkdir(parents=True)
    (reports / "tea-fehler-1.txt").write_text("x")
    monkeypatch.setattr("shutil.disk_usage", lambda _: _Usage(10_000_000))
    monkeypatch.setattr("shutil.which", lambda _: None)
    monkeypatch.setattr("tea_assistant.store.files.is_writable", lambda path: path != dossier)
    now = datetime.now().astimezone()
    remarks = examine(dossier, GOOD, now)
    assert "Berichte über Fehler aus den letzten sieben Tagen: 1" in said(remarks, Sign.NOTE)
    assert "Git ist nicht da" in said(remarks, Sign.NOTE)
    assert "Nur zum Lesen: der Ordner der Mappe" in said(remarks, Sign.NOTE)
    assert "Freier Platz: 0,0 GB → Bitte Platz schaffen" in said(remarks, Sign.BROKEN)


@dataclass(frozen=True)
class _Usage:
    free: int
