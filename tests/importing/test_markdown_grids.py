"""Reading tables out of Markdown: cells as printed, captions, lines, and the prose between."""

from tea_assistant.importing.markdown_grids import grids, prose
from tea_assistant.model.grid import Grid

TEXT = """\
# Bericht

Für Mitarbeiter*innen und Bürger*innen [/x] gibt es „Zahlen“.

**Übersicht der Ämter:**

| Amt | Beschäftigte | |
|-----|:-:|--:|
| | gesamt | Frauen |
| Mitarbeiter*innen \\| Bürger*innen [/x] | **643*** | 1.990 |
| „Ämter“ | – |
| zu viel | 1 | 2 | 3 |

*21 Personen sind nicht zugeordnet.

A | B
--- | ---
1<br>2 | \\*
Danach geht es weiter.

```
| kein | Teil |
|---|---|
```
"""


def texts(grid: Grid) -> list[list[str]]:
    return [[cell.text for cell in row] for row in grid.rows]


def test_cells_are_read_as_printed_and_ragged_rows_are_filled() -> None:
    first, second = grids("bericht.md", TEXT)
    assert (first.file, first.title, first.head) == ("bericht.md", "Übersicht der Ämter", 1)
    assert texts(first) == [
        ["Amt", "Beschäftigte", "", ""],
        ["", "gesamt", "Frauen", ""],
        ["Mitarbeiter*innen | Bürger*innen [/x]", "643*", "1.990", ""],
        ["„Ämter“", "–", "", ""],
        ["zu viel", "1", "2", "3"],
    ]
    # A remark below one table is no caption of the next.
    assert (second.title, texts(second)) == ("", [["A", "B"], ["1 2", "*"]])


def test_every_cell_knows_where_it_begins() -> None:
    rows = grids("bericht.md", TEXT)[0].rows
    assert [row[0].line for row in rows] == [7, 9, 10, 11, 12]
    lines = TEXT.split("\n")
    for row in rows:
        for cell in row:
            if cell.text.isalnum():
                assert lines[cell.line - 1][cell.column - 1 :].startswith(cell.text)


def test_prose_is_what_stands_between_the_tables() -> None:
    lines = {cell.line: cell.text for cell in prose(TEXT)}
    assert lines[3] == "Für Mitarbeiter*innen und Bürger*innen [/x] gibt es „Zahlen“."
    assert lines[14] == "*21 Personen sind nicht zugeordnet."
    assert lines[19] == "Danach geht es weiter."
    assert not {7, 8, 9, 12, 16, 18} & set(lines)


def test_line_ends_and_a_byte_order_mark_move_nothing() -> None:
    for changed in (TEXT.replace("\n", "\r\n"), "\ufeff" + TEXT):
        assert [texts(grid) for grid in grids("x", changed)] == [texts(grid) for grid in grids("x", TEXT)]
        assert [grid.rows[0][0].line for grid in grids("x", changed)] == [7, 16]


def test_text_without_tables_has_none() -> None:
    assert grids("x", "a | b\n\n---\n") == ()
    assert grids("x", "") == ()
    assert prose("") == ()
