"""`tea figures import` shows, asks, and imports all or nothing."""

import io
from pathlib import Path

import pytest

from tests.cli.conftest import Tea

CAREERS = """\
Frauenanteile in den Laufbahngruppen zum 31.12.2024

| | Beschäftigte gesamt | davon Frauen |
|---|---|---|
| LG 1.1 | 24 | 19 |
| gesamt | 643 | 382 |
"""
TWO = CAREERS + "\nFeuerwehr [/x]\n\n| | Frauen |\n|---|---|\n| Beamt*innen | 5 |\n"


class Person(io.StringIO):
    """Somebody at the keyboard."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def table(tmp_path: Path) -> Path:
    file = tmp_path / "plan.md"
    file.write_text(CAREERS, encoding="utf-8")
    return file


@pytest.fixture
def figures(dossier: Path) -> Path:
    return dossier / "figures/2024-12-31.yaml"


def test_what_is_agreed_to_is_imported(
    table: Path, dossier: Path, figures: Path, tea: Tea, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", Person("j\n"))
    outcome = tea("figures", "import", table, dossier)

    assert outcome.code == 0
    assert "B5   24  → Beschäftigte, Laufbahngruppe=LG 1.1, Insgesamt: 24 (neu)" in outcome.out
    assert outcome.err == "Übernehmen? [j/N] "
    assert "career: LG 1.1\n    total: 24\n    women: 19\n" in figures.read_text(encoding="utf-8")
    assert tea("check", dossier).code == 0
    again = tea("figures", "import", table, dossier, "--dry-run")
    assert (again.code, "4 Zahlen: 4 wie bisher." in again.out) == (0, True)


@pytest.mark.parametrize("said", ["\n", "n\n", ""])
def test_nothing_happens_without_a_yes(
    said: str, table: Path, dossier: Path, tea: Tea, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", Person(said))

    assert tea("figures", "import", table, dossier).err.endswith("Nichts übernommen.\n")
    assert tea("figures", "import", table, dossier, "--dry-run").err == ""
    assert not (dossier / "figures").exists()
    assert not (dossier / "import").exists()


def test_without_a_person_it_takes_a_yes_beforehand(
    table: Path, dossier: Path, figures: Path, tea: Tea
) -> None:
    refused = tea("figures", "import", table, dossier)
    assert refused.code == 2
    assert "--yes" in refused.err
    assert not figures.exists()

    done = tea("figures", "import", table, dossier, "--yes", "--map", "Spalte C=nicht übernehmen")
    assert (done.code, done.err) == (0, "")
    assert "women" not in figures.read_text(encoding="utf-8")


def test_a_wrong_cell_is_named_and_nothing_imported(
    table: Path, dossier: Path, figures: Path, tea: Tea
) -> None:
    table.write_text(CAREERS.replace("382", "-3"), encoding="utf-8")

    outcome = tea("figures", "import", table, dossier, "--yes")

    assert outcome.code == 2
    assert "Zelle C6 ist negativ: „-3“." in outcome.out
    assert "Nichts übernommen" in outcome.err
    assert not figures.exists()


def test_of_several_tables_the_one_that_is_understood_is_taken(table: Path, dossier: Path, tea: Tea) -> None:
    table.write_text(TWO, encoding="utf-8")

    assert "4 Zahlen: 4 neu." in tea("figures", "import", table, dossier, "--dry-run").out
    assert (
        "„Feuerwehr [/x]“"
        in tea("figures", "import", table, dossier, "--sheet", "2", "--dry-run", "--as-of", "2024").out
    )


def test_which_table_is_asked_where_it_is_not_clear(
    table: Path, dossier: Path, tea: Tea, monkeypatch: pytest.MonkeyPatch
) -> None:
    table.write_text(CAREERS + "\n" + CAREERS.replace("gesamt |", "Summe |"), encoding="utf-8")
    refused = tea("figures", "import", table, dossier, "--dry-run")
    assert refused.code == 2
    assert "  2  Frauenanteile in den Laufbahngruppen zum 31.12.2024 (ab Zeile 10, 4 Zahlen)" in refused.err

    monkeypatch.setattr("sys.stdin", Person("2\n"))
    assert "B12" in tea("figures", "import", table, dossier, "--dry-run").out


def test_a_missing_date_is_asked_for(
    table: Path, dossier: Path, tea: Tea, monkeypatch: pytest.MonkeyPatch
) -> None:
    table.write_text(CAREERS.replace(" zum 31.12.2024", ""), encoding="utf-8")
    assert "--as-of" in tea("figures", "import", table, dossier, "--dry-run").err

    monkeypatch.setattr("sys.stdin", Person("31.12.2023\n"))
    assert "figures/2023-12-31.yaml" in tea("figures", "import", table, dossier, "--dry-run").out


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("fehlt.xlsx", "nicht mehr da"),
        ("alt.xls", "alten Office-Format"),
        ("text.md", "keine Tabelle"),
        (".", "ein Ordner"),
    ],
)
def test_what_cannot_be_read_is_said(
    name: str, message: str, tmp_path: Path, dossier: Path, tea: Tea
) -> None:
    (tmp_path / "alt.xls").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    (tmp_path / "text.md").write_bytes(b"Nur Text\n")
    outcome = tea("figures", "import", tmp_path / name, dossier, "--as-of", "2024")

    assert (outcome.code, outcome.out) == (2, "")
    assert message in outcome.err
