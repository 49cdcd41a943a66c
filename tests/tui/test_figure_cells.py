"""What is typed, pasted and copied in the table of figures, without a screen."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from tea_assistant.model.layout import Kind
from tea_assistant.services.figures.dates import emptied
from tea_assistant.services.figures.edits import added_rows, cell_changes, moved_row, removed_rows
from tea_assistant.services.session import Session
from tea_assistant.store import schema
from tea_assistant.store.yaml import writer as yaml_writer
from tea_assistant.store.yaml.reader import read
from tea_assistant.tui.widgets.figure_blocks import block_of, tab_separated
from tea_assistant.tui.widgets.figure_cells import read_cell
from tea_assistant.tui.widgets.figure_paste import place
from tea_assistant.tui.widgets.figure_priors import prior_text
from tea_assistant.tui.widgets.figure_sheet import FigureSheet

ITEM: Mapping[str, Any] = schema.schema(Kind.FIGURES)["properties"]["rows"]["items"]
PUBLISHED = {"percent": 59.5, "digits": 1, "published": True}


@pytest.fixture
def make_sheet(session: Session) -> Any:
    return lambda *rows: FigureSheet(session.application, ITEM, rows)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("1990", 1990),
        ("1.990", 1990),
        ("1 990", 1990),
        ("1\u00a0990", 1990),
        ("1990,00", 1990),
        ("0", 0),
        ("59,5 %", PUBLISHED),
        ("43%", {"percent": 43, "digits": 0, "published": True}),
        ("", None),
        ("–", None),
        ("k. A.", None),
    ],
)
def test_a_cell_takes_what_german_tables_print(typed: str, meant: object) -> None:
    reading = read_cell(typed)
    assert (reading.value, reading.problem) == (meant, "")


@pytest.mark.parametrize("typed", ["viele", "1,990", "-4", "12,5", "101 %", "1.9", "[/x]", "9" * 40])
def test_what_can_be_no_count_is_refused_with_a_reason(typed: str) -> None:
    reading = read_cell(typed)
    assert reading.value is None
    assert reading.problem


def test_what_cannot_be_is_told_of_a_row_and_between_rows(make_sheet: Any) -> None:
    sheet = make_sheet(
        {"group": "staff", "total": 100, "women": 60, "men": 50},
        {"group": "staff", "employment": "part", "total": 40, "women": 41},
        {"group": "staff", "employment": "part", "age": "über 50", "women": 42},
        {"group": "leadership", "women": 67, "men": 130},
        {"group": "leadership", "total": 10, "women": 5, "men": 4, "diverse": 0},
        {"group": "staff", "total": 100, "women": 60, "men": 39},
    )
    texts = [[c.text for c in sheet.contradictions(at)] for at in range(6)]
    assert texts[0] == ["Frauen + Männer ergeben 110, insgesamt steht 100."]
    assert texts[1] == ["Frauen (41) sind mehr als alle zusammen (40)."]
    assert "mehr als die 41 der Zeile, zu der sie gehören: Zeile 2, Beschäftigte, Teilzeit" in texts[2][0]
    assert texts[3] == []
    assert texts[4] == [
        "Frauen + Männer + Divers ergeben 9, insgesamt steht 10.",
        "Diese Gruppe steht zweimal da: Zeile 4, Führungskräfte.",
    ]
    # The rest may be of the third sex, which nobody has counted.
    assert texts[5] == ["Diese Gruppe steht zweimal da: Zeile 1, Beschäftigte."]
    assert sheet.cell(0, 1).wrong
    assert not sheet.cell(3, 2).wrong


def test_what_follows_from_others_is_marked_as_such(make_sheet: Any) -> None:
    sheet = make_sheet(
        {"group": "leadership", "women": 67, "men": 130}, {"group": "staff", "women": PUBLISHED}
    )
    keys = [column.key for column in sheet.columns]
    assert keys == ["group", "total", "women", "men", "diverse", "share"]
    derived = [(sheet.cell(0, at).text, sheet.cell(0, at).derived) for at in (1, 2, 5)]
    assert derived == [("197", True), ("67", False), ("34,0\u00a0%", True)]
    assert [(sheet.cell(1, at).text, sheet.cell(1, at).derived) for at in (2, 5)] == [
        ("59,5 %", False),
        ("59,5\u00a0%", False),
    ]
    typed = sheet.with_cells({(0, "men"): 200})
    assert typed.cell(0, 1).text == "267"
    assert sheet.cell(0, 1).text == "197"


def test_rows_of_one_group_are_named_by_what_they_differ_in(make_sheet: Any) -> None:
    rows = [
        {"group": "staff"},
        {"group": "staff", "age": "über 50 [/x]", "period": {"from": 2022, "to": 2024}},
        {"group": "leadership", "employment": "part"},
        "kaputt",
    ]
    sheet = make_sheet(*rows)
    assert [sheet.label(at) for at in range(4)] == [
        ("Beschäftigte", False),
        ("über 50 [/x], 2022 – 2024", True),
        ("Führungskräfte, Teilzeit", False),
        ("ohne Gruppe", False),
    ]
    assert emptied({**rows[1], "women": 3, "note": "x"}, ITEM) == {"group": "staff", "age": "über 50 [/x]"}  # type: ignore[dict-item] # the row is a mapping


def test_a_block_from_excel_goes_from_the_cell_on(make_sheet: Any) -> None:
    sheet = make_sheet({"group": "staff"}, {"group": "leadership", "women": 81})
    found = place(block_of("3.345\t1.990\t\t\t59,5 %\r\n\t59,5 %\tviele\t–\r\n"), sheet, 0, 1)
    assert found.cells == {(0, "total"): 3345, (0, "women"): 1990, (1, "women"): PUBLISHED}
    assert found.new_rows == []
    (refused,) = found.refused
    assert refused.startswith("Zeile 2, Führungskräfte, Männer: ")
    assert "„viele“" in refused


def test_headings_labels_and_what_lies_beyond_are_left_out_and_named(make_sheet: Any) -> None:
    sheet = make_sheet({"group": "staff"}, {"group": "leadership"})
    text = 'Gruppe\tFrauen\tMänner\r"Beschäftigte\nalle"\t10\t20\rFührung\t3\t4\rAzubis\t1\t2\rSumme\t\t\r'
    found = place(block_of(text), sheet, 0, 4)
    assert found.cells == {(0, "diverse"): 10, (1, "diverse"): 3}
    assert found.left_out == ["die Kopfzeile", "die Beschriftungen links"]
    assert found.new_rows == [("Azubis", {"diverse": 1})]
    assert any("Frauenanteil" in line for line in found.refused)
    beyond = place(block_of("1\t2\t3\t4\t5\t6"), sheet, 0, 2)
    assert "2 Spalten rechts" in beyond.left_out
    labelled = place(block_of("2023\t7\n2024\t8", labelled=True), sheet, 0, 0)
    assert labelled.cells == {(0, "total"): 7, (1, "total"): 8}


def test_a_pasted_share_is_held_against_the_counts(make_sheet: Any) -> None:
    sheet = make_sheet({"group": "staff", "women": 81, "men": 143}, {"group": "leadership"})
    assert place(block_of("36 %"), sheet, 0, 5).refused == []
    (other,) = place(block_of("39 %"), sheet, 0, 5).refused
    assert other == "Zeile 1, Beschäftigte, Frauenanteil: „39 %“. Ausgerechnet ergibt sich 36,2\u00a0%."


@pytest.mark.parametrize("text", ['"offen\t1', 'a"b\t1', "\t\t\n\n", "\u2028\t\x1b[31m1", "1\t" * 300])
def test_no_block_breaks_the_reading(text: str, make_sheet: Any) -> None:
    found = place(block_of(text), make_sheet({"group": "staff"}), 0, 1)
    assert all(value == 1 for value in found.cells.values())


def test_a_copied_block_comes_back_and_is_no_formula() -> None:
    copied = tab_separated([["=1+1", "1.990", "59,5 %"], ["-Amt\t[/x]\n", "", "-3"]])
    assert copied == "'=1+1\t1.990\t59,5 %\n'-Amt [/x]\t\t-3"
    assert block_of(copied).cells == (("1.990", "59,5 %"), ("", "-3"))


def test_the_value_before_stands_beside_a_cell(herne: Path) -> None:
    session = Session(herne)
    application = session.application
    figures = session.dossier.figures["2025"]
    value = session.value("figures/2025.yaml")
    assert isinstance(value, dict)
    sheet = FigureSheet(
        application, ITEM, [*value["rows"], {"group": "leadership", "employment": "part", "women": 22}]
    )
    assert prior_text(application, figures, sheet, 0, 1) == "2022: 3.113 · +232"
    assert prior_text(application, figures, sheet, 0, 2).startswith("2022: 59\u00a0% · nur so")
    assert prior_text(application, figures, sheet, 0, 5).startswith("2022: 59\u00a0% · ")
    last = len(sheet.rows) - 1
    assert prior_text(application, figures, sheet, last, 2) == "2022: 21 · +1"
    assert prior_text(application, figures, sheet, last, 0) == ""
    older = session.dossier.figures["2019"]
    assert prior_text(application, older, sheet, 0, 1) == ""


@pytest.mark.parametrize("comment", ["", "  # aus SAP\n"])
def test_many_cells_at_once_leave_comments_where_they_are(comment: str) -> None:
    rows = [{"group": "staff", "unit": f"Amt {n}", "total": n} for n in range(110)]
    text = yaml_writer.dump({"format": 1, "as_of": 2025, "rows": rows}).replace(
        "rows:\n", f"rows:\n{comment}"
    )
    cells: dict[tuple[int, str], object] = {(at, key): at for at in range(105) for key in ("women", "men")}
    cells[0, "total"] = None
    cells[1, "diverse"] = None
    changed = yaml_writer.apply(text, cell_changes(text, rows, cells, [{"group": "staff", "total": 7}]))
    after: Any = read(changed).value
    assert comment in changed
    assert after["rows"][0] == {"group": "staff", "unit": "Amt 0", "women": 0, "men": 0}
    assert after["rows"][104]["men"] == 104
    assert after["rows"][110] == {"group": "staff", "total": 7}
    assert len(after["rows"]) == 111


def test_rows_come_go_and_change_places() -> None:
    rows = [{"group": name} for name in "abc"]
    text = yaml_writer.dump({"rows": rows})

    def after(changes: Any) -> list[str]:
        value: Any = read(yaml_writer.apply(text, changes)).value
        return [row["group"] for row in value["rows"]]

    assert after(added_rows(rows, 1, [{"group": "x"}])) == ["a", "x", "b", "c"]
    assert after(removed_rows(rows, 0, 1)) == ["c"]
    assert after(removed_rows(rows, 0, 2)) == []
    assert after(moved_row(rows, 0, 1)) == ["b", "a", "c"]
