"""A dossier with one broken file of each kind: all are named, none hides another."""

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.cli.conftest import Tea

GOOD = "format: 1\ntitle: Für Mitarbeiter*innen [/x]\n"
BROKEN: Mapping[str, tuple[str | bytes, str]] = {
    "evidence/latin.yaml": ("format: 1\ntitle: Förderung\n".encode("latin-1"), "2:9 TEA001"),
    "evidence/anfuehrung.yaml": ("format: 1\ntitle: 'A\n", "2:8 TEA002"),
    "evidence/doppelt.yaml": ("format: 1\ntitle: A\ntitle: B\n", "3:1 TEA003"),
    "evidence/konflikt.yaml": (
        "format: 1\n<<<<<<< HEAD\ntitle: A\n=======\ntitle: B\n>>>>>>> x\n",
        "2:1 TEA004",
    ),
    "evidence/tabulator.yaml": ("format: 1\nproofs:\n\t- title: a\n", "3:1 TEA005"),
    "evidence/verweis.yaml": ("format: 1\ntitle: A\ngoal: &a A\nsummary: *a\n", "4:10 TEA006"),
    "evidence/bombe.yaml": (
        "format: 1\na: &a [x,x,x,x,x,x,x,x,x]\n"
        + "".join(
            f"{b}: &{b} [{','.join([f'*{a}'] * 9)}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
        ),
        "3:8 TEA006",
    ),
    "evidence/typangabe.yaml": (
        "format: 1\ntitle: !!python/object/apply:os.system ['touch pwned']\n",
        "2:8 TEA007",
    ),
    "evidence/gross.yaml": (
        "format: 1\ntitle: A\nsummary: |\n" + "  Text Text Text\n" * 190_000,
        "1:1 TEA008",
    ),
    "evidence/tief.yaml": (f"format: 1\ntitle: {'[' * 50_000}\n", "2:47 TEA009"),
    "evidence/zwei-dokumente.yaml": (f"{GOOD}---\n{GOOD}", "3:1 TEA010"),
    "evidence/nul.yaml": ("format: 1\ntitle: A\0B\n", "2:9 TEA011"),
    "evidence/unbekannt.yaml": ("format: 1\ntitle: A\nsumary: B\n", "3:1 TEA020"),
    "evidence/wert.yaml": ("format: 1\ntitle: [A]\n", "2:1 TEA021"),
    "evidence/pflicht.yaml": ("format: 1\nsince: 2017\n", "1:1 TEA022"),
    "evidence/neuer.yaml": ("format: 2\ntitle: A\n", "1:1 TEA023"),
    "evidence/zwei.yml": (GOOD, "1:1 TEA024"),
    "evidence/Groß.yaml": (GOOD, "1:1 TEA027"),
    "evidence/hinaus.yaml": (f"{GOOD}proofs:\n  - {{title: P, file: ../geheim.pdf}}\n", "4:16 TEA030"),
    "evidence/verknuepft.yaml": (
        f"{GOOD}proofs:\n  - {{title: P, file: attachments/weg/geheim.pdf}}\n",
        "4:16 TEA030",
    ),
    "cycles/2022/cycle.yaml": ("format: 1\ncatalogue: verwaltung-1999\n", "2:1 TEA026"),
    "cycles/2025/fields/af02.yaml": ("format: 1\nopening: |\n  Für {{leitung.women}} da.\n", "3:7 TEA401"),
    "cycles/2025/fields/af04.yaml": ("format: 1\nopening: |\n\n  Für\n  alle [[ohne]].\n", "5:8 TEA402"),
}
"""File to what stands in it, and where which rule finds it."""


@pytest.fixture
def broken(dossier: Path, tmp_path: Path) -> Path:
    (tmp_path / "geheim.pdf").write_text("streng geheim")
    for file, (content, _) in BROKEN.items():
        path = dossier / file
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    (dossier / "evidence" / "zwei.yaml").write_text(GOOD)
    (dossier / "attachments").mkdir()
    (dossier / "attachments" / "weg").symlink_to(tmp_path)
    return dossier


def test_every_broken_file_is_named_with_its_place(
    broken: Path, tea: Tea, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(broken)
    outcome = tea("check")
    assert outcome.code == 1
    missing = {file for file, (_, found) in BROKEN.items() if f"  {file}:{found} " not in outcome.out}
    assert not missing, outcome.out
    assert not (broken / "pwned").exists()
    assert all(len(line) <= 80 for line in outcome.out.splitlines() if " " in line.strip())


def test_what_is_sound_is_still_there(broken: Path, tea: Tea) -> None:
    report = json.loads(tea("check", broken, "--format", "json").out)
    assert report["dossier"] == "Stadt Möhringen [/x]"
    assert any(f["file"] == "evidence/mentoring.yaml" for f in report["findings"])
    assert tea("build", broken).code == 0
    assert "Mentoring für Mitarbeiter" in next((broken / "build").iterdir()).read_text()


def test_a_check_changes_nothing(broken: Path, tea: Tea) -> None:
    before = {path: path.read_bytes() for path in broken.rglob("*.y*ml")}
    tea("check", broken)
    assert {path: path.read_bytes() for path in broken.rglob("*.y*ml")} == before


@pytest.mark.parametrize("content", [b"", b"\xff\xfe\x00", b"- nur\n- eine Liste\n", b"{"])
def test_a_broken_main_file_is_a_finding_too(dossier: Path, tea: Tea, content: bytes) -> None:
    (dossier / "dossier.yaml").write_bytes(content)
    outcome = tea("check", dossier)
    assert outcome.code == 1
    assert "  dossier.yaml:1:" in outcome.out
