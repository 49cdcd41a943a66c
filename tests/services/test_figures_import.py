"""An import of figures shows what goes where, and does all of it or nothing."""

import shlex
from argparse import ArgumentParser, Namespace
from pathlib import Path

import pytest

from tea_assistant.errors import EditError, ForeignFileError, UsageError
from tea_assistant.model.layout import FIGURES_MAPPING_FILE
from tea_assistant.services.figures import takeover as service
from tea_assistant.services.figures.takeover_text import as_text, problem_line
from tea_assistant.services.figures.takeover_write import saved, take_over
from tea_assistant.services.session import Session
from tests.importing import workbooks

CASES = Path(__file__).parent / "figures_import"
RHEINE = Path(__file__).parents[3] / "shared/seeds/stadt-rheine-gleichstellungsplan.md"
FIGURES = """\
format: 1
as_of: 2024-12-31
# gezählt von „Anna“
rows:
  - {group: staff, total: 3345, women: 1980}   # noch vorläufig
  - group: leadership
    women: {percent: 43, digits: 0, published: true}
"""


def options(text: str) -> Namespace:
    parser = ArgumentParser()
    parser.add_argument("file")
    parser.add_argument("--as-of", default="2024-12-31")
    parser.add_argument("--map", action="append", default=[])
    parser.add_argument("--sheet", default="")
    return parser.parse_args(shlex.split(text))


def planned(session: Session, text: str, folder: Path = CASES) -> service.Plan:
    given = options(text)
    opened = service.open_file(folder / given.file)
    table = service.chosen(opened, given.sheet)
    return service.plan(session, opened, table, given.as_of, service.corrected(session, table, given.map))


def files_of(root: Path) -> dict[str, bytes]:
    return {str(path.relative_to(root)): path.read_bytes() for path in root.rglob("*") if path.is_file()}


@pytest.fixture
def counted(root: Path) -> Session:
    (root / "figures").mkdir()
    (root / "figures/2024-12-31.yaml").write_text(FIGURES, encoding="utf-8")
    return Session(root)


@pytest.mark.parametrize("case", sorted(CASES.glob("*.txt")), ids=lambda path: path.stem)
def test_the_preview_says_what_goes_where(case: Path, counted: Session, tmp_path: Path) -> None:
    (tmp_path / "staff.xlsx").write_bytes(workbooks.as_bytes(workbooks.staff()))
    command, _, expected = case.read_text(encoding="utf-8").partition("\n")
    folder = tmp_path if ".xlsx" in command else CASES

    assert as_text(planned(counted, command, folder), service.wording(counted)) == expected


def test_an_import_is_one_step_and_leaves_the_rest_of_the_file_alone(counted: Session) -> None:
    take_over(counted, planned(counted, "careers.md"))

    assert counted.text("figures/2024-12-31.yaml") == FIGURES.replace(
        "{group: staff, total: 3345, women: 1980}", "{group: staff, total: 1643, women: 382}"
    ) + (
        "  - group: staff\n    career: LG 1.1\n    total: 24\n    women: 19\n"
        "  - group: staff\n    career: LG 2.2\n    women: 14\n"
    )
    assert counted.undo_label == "Kennzahlen einlesen"
    counted.undo()
    assert counted.text("figures/2024-12-31.yaml") == FIGURES
    assert counted.text(FIGURES_MAPPING_FILE) is None
    assert not counted.undo_label


def test_new_figures_say_where_they_come_from(session: Session) -> None:
    take_over(session, planned(session, 'employment.csv --map "Zeile 8=nicht übernehmen"'))
    saved(session)

    text = (session.root / "figures/2024-12-31.yaml").read_text(encoding="utf-8")
    assert text.startswith(
        "format: 1\nas_of: 2024-12-31\nbasis: heads\nsource: employment.csv, Beschäftigte der Stadt Möhringen"
    )
    assert not [f for f in Session(session.root).report.findings if f.code.startswith("TEA0")]


def test_a_table_with_the_same_columns_is_read_the_same_way_the_next_time(
    session: Session, tmp_path: Path
) -> None:
    said = '--map "Tabelle=Beschäftigte, Bereich=Feuerwehr" --map "Zeile 4=Statusgruppe=Tarif"'
    take_over(session, planned(session, f"unit.csv {said}"))
    saved(session)
    (tmp_path / "next.csv").write_text(
        (CASES / "unit.csv")
        .read_text(encoding="utf-8")
        .replace("Feuerwehr", "Feuerwehr 2025")
        .replace("90", "88"),
        encoding="utf-8",
    )

    again = planned(
        Session(session.root), "next.csv --as-of 31.12.2025".replace("31.12.2025", "2025-12-31"), tmp_path
    )

    assert [(m.placed.target.splits, m.placed.value) for m in again.moves] == [
        ((("status", "Beamt*innen"), ("unit", "Feuerwehr")), 5),
        ((("status", "Beamt*innen"), ("unit", "Feuerwehr")), 88),
        ((("status", "Tarif"), ("unit", "Feuerwehr")), 7),
        ((("status", "Tarif"), ("unit", "Feuerwehr")), 3),
    ]


def test_what_was_said_of_one_table_does_not_hold_for_another_unit(session: Session, tmp_path: Path) -> None:
    take_over(session, planned(session, 'unit.csv --map "Tabelle=Beschäftigte, Bereich=Feuerwehr"'))
    (tmp_path / "other.csv").write_text(
        (CASES / "unit.csv").read_text(encoding="utf-8").replace("Feuerwehr", "Bauhof"), encoding="utf-8"
    )

    assert planned(session, "other.csv", tmp_path).moves == ()


def test_a_table_with_problems_changes_nothing(counted: Session) -> None:
    before = files_of(counted.root)
    todo = planned(counted, "bad.csv")

    with pytest.raises(ForeignFileError, match=r"Zelle B2 ist nicht eindeutig"):
        take_over(counted, todo)
    assert not counted.dirty
    assert files_of(counted.root) == before


def test_a_file_of_figures_that_cannot_be_edited_keeps_its_bytes(counted: Session) -> None:
    broken = counted.root / "figures/2024-12-31.yaml"
    broken.write_bytes(b"format: 1\nas_of: 2024-12-31\nrows: [\n")
    session = Session(counted.root)
    before = files_of(session.root)

    with pytest.raises(EditError):
        take_over(session, planned(session, "careers.md"))
    assert not session.dirty
    assert files_of(session.root) == before


def test_merged_numbers_and_formulas_without_result_are_named(session: Session, tmp_path: Path) -> None:
    workbook = workbooks.empty()
    rows: list[list[object]] = [
        ["Gruppe", "Frauen", "Männer"],
        ["Beschäftigte", 5, "=B2+1"],
        ["Führungskräfte", None, 1],
    ]
    workbooks.sheet(workbook, "Personal", rows).merge_cells("B2:B3")
    (tmp_path / "personal.xlsx").write_bytes(workbooks.as_bytes(workbook))

    todo = planned(session, "personal.xlsx", tmp_path)

    assert [problem_line(each) for each in todo.problems] == [
        "Zelle C2 enthält eine Formel ohne Ergebnis. Bitte die Datei in Excel öffnen und speichern.",
        "Zelle B3 ist mit B2 verbunden; für wen „5“ gilt, ist nicht zu sehen.",
    ]


def test_a_long_table_is_planned_in_a_moment(session: Session, tmp_path: Path) -> None:
    rows = (f"Amt {number} [/x];{number + 5};{number}\n" for number in range(1000))
    (tmp_path / "long.csv").write_text(
        "Bereich;Beschäftigte gesamt;davon Frauen\n" + "".join(rows), encoding="utf-8"
    )

    todo = planned(session, "long.csv", tmp_path)
    take_over(session, todo)

    assert len(todo.moves) == 2000
    assert len(session.dossier.figures["2024-12-31"].rows) == 1000


def test_a_preview_that_is_out_of_date_is_not_carried_out(counted: Session) -> None:
    todo = planned(counted, "careers.md")
    (counted.root / "figures/2024-12-31.yaml").write_text(FIGURES.replace("3345", "3400"), encoding="utf-8")
    counted.poll()

    with pytest.raises(EditError, match="inzwischen andere"):
        take_over(counted, todo)
    assert not counted.dirty


def test_nothing_is_written_twice(counted: Session) -> None:
    take_over(counted, planned(counted, "careers.md"))

    with pytest.raises(EditError, match="steht schon alles"):
        take_over(counted, planned(counted, "careers.md"))


@pytest.mark.parametrize(
    ("said", "message"),
    [
        ("Spalte Z=Frauen", "Die Tabelle hat keine Spalte Z."),
        ("Zeile 99=Frauen", "Die Tabelle hat keine Zeile 99 mit Zahlen."),
        ("Spalte B=Quatsch", "„Quatsch“ sagt nicht, was gezählt wird."),
        ("Frauen", "„Frauen“ ist keine Zuordnung."),
        ("Spalte B=employment=halb", "„employment=halb“ sagt nicht, was gezählt wird."),
    ],
)
def test_a_correction_that_makes_no_sense_is_refused(session: Session, said: str, message: str) -> None:
    with pytest.raises(UsageError) as refused:
        planned(session, f'careers.md --map "{said}"')
    assert refused.value.message == message


@pytest.mark.parametrize("as_of", ["gestern", "2024-02-31", ""])
def test_a_date_that_is_none_is_refused(session: Session, as_of: str) -> None:
    with pytest.raises(UsageError, match="kein Stichtag"):
        planned(session, f"careers.md --as-of '{as_of}'")


@pytest.mark.skipif(not RHEINE.exists(), reason="the plan of Rheine is not here")
def test_the_careers_of_a_real_plan_are_read_without_help(session: Session) -> None:
    todo = planned(
        session,
        f"{RHEINE.name} --as-of 2017-12-31 --sheet 'Frauenanteile in den Laufbahngruppen'",
        RHEINE.parent,
    )

    counts = {
        (dict(m.placed.target.splits).get("career", ""), m.placed.target.count): m.placed.value
        for m in todo.moves
    }
    assert counts == {
        ("LG 1.1", "total"): 24,
        ("LG 1.1", "women"): 19,
        ("LG 1.2", "total"): 312,
        ("LG 1.2", "women"): 189,
        ("LG 2.1", "total"): 286,
        ("LG 2.1", "women"): 160,
        ("LG 2.2", "total"): 21,
        ("LG 2.2", "women"): 14,
        ("", "total"): 643,
        ("", "women"): 382,
    }
    assert {m.placed.target.group for m in todo.moves} == {"staff"}
    assert todo.moves[0].placed.cell == "B179"
    take_over(session, todo)
