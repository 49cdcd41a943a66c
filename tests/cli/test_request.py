"""`tea request` and `tea import`: out to a department and back, at a terminal and without one."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tea_assistant.cli import terminal
from tests.cli.conftest import Tea
from tests.services.returned_forms import filled_text

EVIDENCE = "evidence/mentoring.yaml"
RECORD = "cycles/2025/requests/personalamt.yaml"


@pytest.fixture
def answer(dossier: Path, tea: Tea, tmp_path: Path) -> Path:
    """Return a form that came back, with a changed state, a result and a number that is none."""
    out = tea(
        "request", "Personalamt", dossier, "--evidence", "mentoring", "--format", "md", "--until", "1.12.2999"
    )
    assert (out.code, out.err) == (0, "")
    assert "Anfrage „personalamt“ an Personalamt: 9 Fragen, Antwort bis 01.12.2999" in out.out
    form = dossier / "build/anfrage-personalamt-2025.md"
    path = tmp_path / "zurück.md"
    answers = {"1.1": "ausgebaut", "1.3": "Wert: 12\nEinheit: Mitarbeiter*innen", "1.4": "Wert: ca. 20"}
    path.write_text(filled_text(form, answers), encoding="utf-8")
    return path


def test_without_a_person_nothing_is_written(dossier: Path, tea: Tea, answer: Path) -> None:
    before = (dossier / RECORD).read_bytes(), (dossier / EVIDENCE).read_bytes()
    shown = tea("import", answer, "--into", dossier)
    assert (shown.code, "Nichts übernommen" in shown.err) == (0, True)
    assert "1.1  Mentoring für Mitarbeiter*innen und Bürger*innen [/x]: Läuft die Maßnahme noch?" in shown.out
    assert "Wert“ enthält Text, wo eine Zahl stehen muss: „ca. 20“" in shown.out
    told = json.loads(tea("import", answer, "--into", dossier, "--format", "json").out)
    (document,) = told["documents"]
    assert [each["question"] for each in document["proposals"]] == ["1.1", "1.3", "1.4"]
    assert document["answered_by"] == "Frau Öztürk [/x]"
    assert ((dossier / RECORD).read_bytes(), (dossier / EVIDENCE).read_bytes()) == before


def test_all_at_once_is_marked_as_unconfirmed(dossier: Path, tea: Tea, answer: Path) -> None:
    taken = tea("import", answer, "--into", dossier, "--accept-all")
    assert "zurück.md: 2 übernommen, noch nicht bestätigt." in taken.out
    assert "1 zu entscheiden:\n  1.4" in taken.out
    assert "state: expanded" in (dossier / EVIDENCE).read_text(encoding="utf-8")
    assert "confirmed" not in (dossier / EVIDENCE).read_text(encoding="utf-8")
    assert (dossier / RECORD).read_text(encoding="utf-8").count("verdict: unread") == 2
    assert "3 zu entscheiden" in tea("request", "--list", dossier).out
    assert "schon eingelesen" in tea("import", answer, "--into", dossier).out


def test_a_person_decides_one_by_one(
    dossier: Path, tea: Tea, answer: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # A stray key asks again; a number that is none is refused, and then changed.
    typed: Iterator[str] = iter(["x", "ü", "n", "ü", "ä", "20", "Personen", "", "", "Liste"])
    monkeypatch.setattr(terminal, "can_ask", lambda: True)
    monkeypatch.setattr(terminal, "ask", lambda _question: next(typed))
    out = tea("import", answer, "--into", dossier)
    assert out.code == 0
    assert "(2 von 3)" in out.out
    assert "„ca. 20“" in out.err
    assert list(typed) == []
    text = (dossier / EVIDENCE).read_text(encoding="utf-8")
    assert "by: Frau Öztürk [/x], Personalamt" in text
    assert "results:\n  - value: 20\n    unit: Personen\n    source: Liste\n" in text
    record = (dossier / RECORD).read_text(encoding="utf-8")
    verdicts = [line.strip() for line in record.splitlines() if "verdict" in line]
    assert verdicts == ["verdict: accepted", "verdict: refused", "verdict: changed"]
    closed = tea("request", dossier, "--close", "personalamt")
    assert closed.out == "Abgeschlossen: Anfrage „personalamt“ an Personalamt\n"


OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
UNREADABLE = {
    "leer.md": (b"  \n", "Die Datei ist leer."),
    "alt.xls": (OLD + bytes(600), "im alten Office-Format"),
    "zu.xlsx": (OLD + "EncryptedPackage".encode("utf-16-le"), "mit einem Kennwort geschützt"),
    "kaputt.xlsx": (b"PK\x03\x04rest", "beschädigt"),
    "brief.docx": (b"PK\x03\x04word/document.xml", "Die Word-Datei ist beschädigt"),
    "anfrage.md": (b"# TEA-Anfrage\n", "fehlt die Kennung"),
}


@pytest.mark.parametrize("name", UNREADABLE)
def test_what_cannot_be_read_is_said_in_german(dossier: Path, tea: Tea, tmp_path: Path, name: str) -> None:
    content, said = UNREADABLE[name]
    path = tmp_path / name
    path.write_bytes(content)
    out = tea("import", path, "--into", dossier)
    assert (out.code, out.out) == (2, "")
    assert said in out.err


def test_it_says_who_and_what_can_be_asked(dossier: Path, tea: Tea) -> None:
    assert "Wer soll gefragt werden?" in tea("request", "", dossier).err
    out = tea("request", "Bauamt", dossier)
    assert out.code == 2
    assert "--evidence  Maßnahmen: mentoring" in out.err


def test_a_damaged_request_waits_for_nobody(dossier: Path, tea: Tea) -> None:
    path = dossier / "cycles" / "2025" / "requests" / "personalamt.yaml"
    path.parent.mkdir(exist_ok=True)
    path.write_text("department: [Personal\n", encoding="utf-8")
    listed = tea("request", "--list", dossier).out
    assert "✗  personalamt" in listed
    assert "nicht lesbar, siehe Befunde" in listed
    assert "wartet" not in listed
    assert "personalamt.yaml:1:13 TEA002" in tea("check", dossier).out
