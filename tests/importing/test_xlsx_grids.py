"""Excel workbooks are read as a reader sees them."""

import io
import zipfile
from datetime import date
from fractions import Fraction

import pytest
from openpyxl import Workbook

from tea_assistant.errors import ForeignFileError
from tea_assistant.importing import xlsx_grids
from tea_assistant.importing.grids import grids_of, read
from tests.importing import workbooks
from tests.importing.grid_text import as_text

STAFF = """\
## Übersicht („2024“): Mitarbeiter*innen und Bürger*innen [/x] zum 31.12.2024
3: Gruppe | Vollzeit | ~ | Teilzeit | ~ | Frauenanteil
4: ~ | Frauen | Männer | Frauen | Männer | in %
5: Beschäftigte | 1.190 | 1155 | 800 | 200 | 59,40 %
6: Führungskräfte | 60 | 90 | 21 | 4 | 46,29 %
8: gesamt | 1.250 | 1245 | 821 | 204 | 58,83 %"""


def test_a_sheet_is_read_with_its_caption_its_merged_cells_and_what_is_printed() -> None:
    reading = read("personal.xlsx", workbooks.as_bytes(workbooks.staff()))

    assert as_text(reading.grids) == STAFF
    assert reading.notes == ("Das ausgeblendete Blatt „Geheim“ wurde nicht gelesen.",)
    share = reading.grids[0].rows[2][5]
    assert (share.number, share.line, share.column) == (Fraction("59.4"), 5, 6)


@pytest.mark.parametrize(
    ("value", "number_format", "text"),
    [
        (1990, "General", "1990"),
        (1990, "#,##0", "1.990"),
        (12.5, "General", "12,5"),
        (12.5, "0", "13"),
        (12.5, '#,##0.00 "Stellen"', "12,50"),
        (12.5, "0.0##", "12,5"),
        (-3, "#,##0;[Red]-#,##0", "-3"),
        (0.43, "0%", "43 %"),
        (2 / 3, "0.00%", "66,67 %"),
        (1 / 3, "General", "0,3333333333"),
        (date(2024, 12, 31), "dd.mm.yyyy", "31.12.2024"),
        (True, "General", "WAHR"),
        ("1.990 *", "General", "1.990 *"),
        ("  zwei\nZeilen ", "General", "zwei Zeilen"),
    ],
)
def test_a_value_is_printed_as_its_format_says(value: object, number_format: str, text: str) -> None:
    workbook = workbooks.empty()
    made = workbooks.sheet(workbook, "Blatt", [["Gruppe", value]])
    made.cell(1, 2).number_format = number_format

    assert grids_of("a.xlsx", workbooks.as_bytes(workbook))[0].rows[0][1].text == text


def test_a_formula_without_its_result_is_not_taken_for_an_empty_cell() -> None:
    workbook = workbooks.empty()
    workbooks.sheet(workbook, "Blatt", [["Gruppe", "Frauen"], ["Führung", 3], ["gesamt", "=SUM(B2:B2)"]])

    assert grids_of("a.xlsx", workbooks.as_bytes(workbook))[0].rows[2][1].text == "="


def test_blank_rows_part_tables_but_not_a_total_from_its_table() -> None:
    workbook = workbooks.empty()
    rows: list[list[object]] = [
        ["", "", "Gruppe", "Frauen"],
        ["", "", "Führung", 3],
        [],
        ["", "", "gesamt", 3],
        [],
        ["", "", "Einstellungen"],
        ["", "", "Jahr", "Frauen"],
        ["", "", 2024, 7],
    ]
    workbooks.sheet(workbook, "Blatt", rows)

    assert as_text(grids_of("a.xlsx", workbooks.as_bytes(workbook))) == (
        "## Blatt\n1: Gruppe | Frauen\n2: Führung | 3\n4: gesamt | 3\n"
        "## Blatt: Einstellungen\n7: Jahr | Frauen\n8: 2024 | 7"
    )


def test_a_list_of_persons_is_refused_and_says_from_which_cell_on() -> None:
    data = workbooks.as_bytes(_long(20_002))

    with pytest.raises(ForeignFileError, match=r"Das Blatt „Liste“ ist zu groß: Ab Zelle A20001 "):
        grids_of("liste.xlsx", data)


def test_a_list_of_persons_beside_an_evaluation_is_named_and_left_out() -> None:
    workbook = _long(20_002)
    workbooks.sheet(workbook, "Auswertung", [["Gruppe", "Frauen"], ["Führung", 3]])

    reading = read("liste.xlsx", workbooks.as_bytes(workbook))

    assert [grid.title for grid in reading.grids] == ["Auswertung"]
    assert reading.notes[0].startswith("Das Blatt „Liste“ ist zu groß: Ab Zelle A20001 ")


def test_too_many_columns_are_refused() -> None:
    workbook = workbooks.empty()
    workbooks.sheet(workbook, "Breit", [["x"] * 501])

    with pytest.raises(ForeignFileError, match="Ab Zelle SG1 "):
        grids_of("breit.xlsx", workbooks.as_bytes(workbook))


def test_sizes_that_a_broken_sheet_claims_are_not_believed() -> None:
    data = _with_sheet(
        '<dimension ref="A1:XFD1048576"/><sheetData><row r="2"><c r="B2" t="inlineStr"><is><t>x</t></is></c>'
        '<c r="C2"><v>1</v></c></row></sheetData>'
        '<mergeCells count="1"><mergeCell ref="A3:XFD1048576"/></mergeCells>'
    )

    assert as_text(grids_of("a.xlsx", data)) == "## Blatt\n2: x | 1"


def test_a_row_beyond_every_sheet_is_a_broken_file(monkeypatch: pytest.MonkeyPatch) -> None:
    # Counting to the real limit takes a second.
    monkeypatch.setattr(xlsx_grids, "_LAST_ROW", 1000)
    data = _with_sheet('<sheetData><row r="99999999999"><c><v>1</v></c></row></sheetData>')

    with pytest.raises(ForeignFileError, match="beschädigt"):
        grids_of("a.xlsx", data)


@pytest.mark.parametrize("cut", [40, 400, 2000, -30])
def test_a_workbook_that_was_cut_off_is_refused(cut: int) -> None:
    data = workbooks.as_bytes(workbooks.staff())

    with pytest.raises(ForeignFileError, match="beschädigt"):
        grids_of("kaputt.xlsx", data[:cut])


def test_a_workbook_that_explodes_when_unpacked_is_refused() -> None:
    buffer = io.BytesIO()
    bomb = zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED)
    with bomb, bomb.open("xl/bombe.xml", "w") as part:
        for _ in range(121):
            part.write(b" " * 1_000_000)
    with pytest.raises(ForeignFileError, match="zu groß"):
        grids_of("bombe.xlsx", buffer.getvalue())


def test_an_entity_bomb_is_refused() -> None:
    data = _with_sheet(
        "<sheetData><row><c><v>&a;</v></c></row></sheetData>",
        prolog='<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">]>',
    )

    with pytest.raises(ForeignFileError, match="beschädigt"):
        grids_of("a.xlsx", data)


def _long(rows: int) -> Workbook:
    workbook = Workbook(write_only=True)
    made = workbook.create_sheet("Liste")
    for _ in range(rows):
        made.append([1])
    return workbook


def _with_sheet(body: str, prolog: str = "") -> bytes:
    """A workbook whose only sheet holds this XML."""
    workbook = workbooks.empty()
    workbooks.sheet(workbook, "Blatt", [["x"]])
    source = zipfile.ZipFile(io.BytesIO(workbooks.as_bytes(workbook)))
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as target:
        for part in source.infolist():
            content = source.read(part)
            if part.filename == "xl/worksheets/sheet1.xml":
                content = (
                    f'{prolog}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
                    f"{body}</worksheet>"
                ).encode()
            target.writestr(part.filename, content)
    return buffer.getvalue()
