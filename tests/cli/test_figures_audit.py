"""`tea figures audit`: files and folders, both shapes of the report, exit codes, and what cannot be read."""

import json
from pathlib import Path

import pytest
from openpyxl import Workbook

from tests.cli.conftest import Tea

WRONG = """\
Beschäftigte [/x] der Ämter

| Amt | Frauen | Männer | gesamt | Frauenanteil |
|---|---|---|---|---|
| Mitarbeiter*innen und Bürger*innen [/x] \x1b[31m | 20 | 27 | 48 | 43 % |
| „Ämter“ | 5 | 5 | 10 | 50 % |
| Häfen | 0 | 0 | 0 | 0 % |
| Gärten | 3 | 2 | 5 | 60 % |
"""
CUT = "|A|gesamt|Frauen|Frauenanteil|\n|-|-|-|-|\n|B|3|2|66 %|\n|C|2|1|50 %|\n|D|4|3|75 %|\n"
GOOD = "Amt;gesamt;Frauen\nBürgeramt;10;5\n"


def write(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
    return folder


def test_the_text_names_cells_and_calculations_and_fits_the_terminal(tmp_path: Path, tea: Tea) -> None:
    outcome = tea("figures", "audit", write(tmp_path, {"plan.md": WRONG}) / "plan.md")
    assert outcome.code == 1
    assert "TABELLE „Beschäftigte [/x] der Ämter“, ab Zeile 3 (1 von 1)" in outcome.out
    assert "Fehler TEA351" in outcome.out
    assert "Rechnung: 20 + 27 = 47" in outcome.out
    assert "Zeile 7 Häfen: Frauenanteil" in outcome.out
    assert "\x1b" not in outcome.out
    assert max(map(len, outcome.out.splitlines())) <= 80
    assert outcome.out.splitlines()[-1] == "Was ein Befund bedeutet, erklärt zum Beispiel: tea rule TEA351"


def test_json_has_the_shape_of_a_check_with_the_cell_added(tmp_path: Path, tea: Tea) -> None:
    target = tmp_path / "bericht.json"
    outcome = tea("figures", "audit", write(tmp_path, {"plan.md": WRONG}), "--format", "json", "-o", target)
    assert (outcome.code, outcome.out, outcome.err) == (1, "", f"Bericht: {target}\n")
    report = json.loads(target.read_text("utf-8"))
    assert report["files"] == [{"file": "plan.md", "tables": 1}]
    assert report["counts"] == {"error": 2, "warning": 1, "hint": 0}
    first = report["findings"][0]
    assert list(first)[:9] == [
        *("code", "severity", "file", "line", "column", "path", "part", "message", "hint")
    ]
    assert (first["code"], first["file"], first["line"], first["column"]) == ("TEA351", "plan.md", 5, 61)
    assert first["row"].startswith("Mitarbeiter*innen und Bürger*innen [/x]")
    assert (first["column_label"], first["printed"], first["recomputed"]) == ("gesamt", "48", "47")
    assert first["calculation"] == "20 + 27 = 47"


def test_warnings_alone_and_correct_tables_end_well(tmp_path: Path, tea: Tea) -> None:
    write(tmp_path, {"cut.md": CUT, "gut.csv": GOOD, "text.md": "Nur Text.\n"})
    outcome = tea("figures", "audit", tmp_path / "cut.md")
    assert (outcome.code, "Warnung TEA355" in outcome.out) == (0, True)
    assert "Nichts zu beanstanden (1 Tabelle)." in tea("figures", "audit", tmp_path / "gut.csv").out
    nothing = tea("figures", "audit", tmp_path / "text.md")
    assert (nothing.code, "Keine Tabelle gefunden." in nothing.out) == (0, True)


def test_a_folder_is_audited_to_its_last_readable_file(tmp_path: Path, tea: Tea) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Ämter"
    for row in (["Amt", "gesamt", "Frauen"], ["A", 10, 5], ["B", 3, 4], ["C", 9, 4], ["D", 8, 3]):
        sheet.append(row)
    book.save(tmp_path / "zahlen.xlsx")
    write(
        tmp_path,
        {"a/plan.md": WRONG, "leer.csv": "", "kaputt.xlsx": "PK\x03\x04 kein Archiv", ".git/x.md": WRONG},
    )
    outcome = tea("figures", "audit", tmp_path)
    assert outcome.code == 1
    assert "Zelle C3 B: Frauen" in outcome.out
    assert "TABELLE „Ämter“" in outcome.out
    assert outcome.out.count("a/plan.md") == 1
    assert ".git" not in outcome.out
    assert "Nicht geprüft: leer.csv: Die Datei ist leer." in outcome.out
    assert "kaputt.xlsx" in outcome.err


def test_a_dossier_brings_its_own_figures(herne: Path, tea: Tea) -> None:
    figures = herne / "figures" / "2025.yaml"
    text = figures.read_text("utf-8").replace("    women: 1990\n", "    women: 1990\n    men: 1356\n")
    figures.write_text(text, encoding="utf-8")
    write(herne, {"attachments/plan.md": WRONG})
    outcome = tea("figures", "audit", herne, "--format", "json")
    found = {(f["code"], f["file"]) for f in json.loads(outcome.out)["findings"]}
    assert outcome.code == 1
    assert {("TEA301", "figures/2025.yaml"), ("TEA351", "attachments/plan.md")} <= found
    assert {code[:4] for code, _ in found} == {"TEA3"}
    assert "Kennzahlen der Mappe\n\n  " in tea("figures", "audit", herne).out


@pytest.mark.parametrize("name", ["gibt-es-nicht.md", "leer", "leer.csv", "bild.pdf"])
def test_nothing_to_read_ends_with_two_and_says_what_to_do(tmp_path: Path, tea: Tea, name: str) -> None:
    (tmp_path / "leer").mkdir()
    write(tmp_path, {"leer.csv": "", "bild.pdf": "%PDF-1.7"})
    outcome = tea("figures", "audit", tmp_path / name)
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.strip()
    assert "Traceback" not in outcome.err


def test_copies_in_kept_states_are_not_audited_again(tmp_path: Path, tea: Tea) -> None:
    tables = {"dossier.yaml": "format: 1\n", "attachments/a.csv": GOOD, "snapshots/s/attachments/a.csv": GOOD}
    out = tea("figures", "audit", write(tmp_path / "mappe", tables), "--format", "json").out
    assert [file["file"] for file in json.loads(out)["files"]] == ["attachments/a.csv"]
    # Elsewhere a folder of that name is one like any other.
    out = tea("figures", "audit", write(tmp_path / "x", {"snapshots/a.csv": GOOD}), "--format", "json").out
    assert [file["file"] for file in json.loads(out)["files"]] == ["snapshots/a.csv"]
