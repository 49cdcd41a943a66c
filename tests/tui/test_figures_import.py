"""Importing figures on the screen: seen first, corrected, then done in one step."""

from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from tea_assistant.tui.app import TeaApp
from tea_assistant.tui.screens.figures_import import FiguresImportScreen
from tea_assistant.tui.widgets.import_cells import ImportCells
from tea_assistant.tui.widgets.import_parts import ImportParts
from tests.tui.reading import notices, screen_text, settle
from tests.tui.renewed import opened

HOSTILE = "Bürger*innen [/x] [@click=app.quit]x[/] \x1b[31m \u202e „Zitat“"
TABLE = f"""\
Laufbahngruppen zum 31.12.2023

| | Beschäftigte gesamt | davon Frauen | Frauenanteil | {HOSTILE} |
|---|---|---|---|---|
| LG 1.1 | 24 | 19 | 79,17% | 1 |
| {HOSTILE} | 3 | 2 | | 1 |
| gesamt | 643* | 382 | 59,40% | 1 |

Feuerwehr

| | Frauen |
|---|---|
| Beamt*innen | 5 |
"""


@pytest.fixture
def table(tmp_path: Path) -> Path:
    file = tmp_path / "plan.md"
    file.write_text(TABLE, encoding="utf-8")
    return file


async def reading(pilot: Pilot[None], file: Path) -> FiguresImportScreen:
    page = await opened(pilot, "figures_import")
    assert isinstance(page, FiguresImportScreen)
    page.read_file(file)
    await settle(pilot)
    return page


async def choose(pilot: Pilot[None], *typed: str) -> None:
    await pilot.press(*typed)
    await settle(pilot)
    await pilot.press("enter")
    await settle(pilot)


async def test_it_shows_corrects_and_imports_in_one_step(app: TeaApp, table: Path) -> None:
    session = app.session
    async with app.run_test(size=(80, 24)) as pilot:
        page = await reading(pilot, table)
        cells, parts = page.query_one(ImportCells), page.query_one(ImportParts)
        text = screen_text(app)
        assert "31.12.2023" in text
        assert "4 Zahlen: 4 neu." in text
        assert "+ B5" in text
        assert session.text("figures/2023-12-31.yaml") is None

        # The row that is not understood gets a meaning, and a column is left out.
        parts.move_to("row:2")
        await pilot.press("enter")
        await settle(pilot)
        await choose(pilot, *"eintippen")
        await choose(pilot, *"unit=Hof")
        assert "6 Zahlen: 6 neu." in screen_text(app)
        parts.move_to("column:1")
        await pilot.press("enter")
        await settle(pilot)
        await choose(pilot, *"nicht")
        assert "3 Zahlen: 3 neu." in screen_text(app)
        # From a cell one comes to its column; this takes the correction back.
        cells.focus()
        cells.move_to(next(key for key in cells.keys if key.startswith("out")))
        await pilot.press("enter")
        await settle(pilot)
        await choose(pilot, *"selbst")
        assert "6 Zahlen: 6 neu." in screen_text(app)

        await pilot.press("ctrl+n")
        await settle(pilot)
        assert "Übernommen. 6 Zahlen: 6 neu." in notices(app)
        assert "unit: Hof\n    total: 3\n    women: 2\n" in (session.text("figures/2023-12-31.yaml") or "")
        assert "unit: Hof" in (session.text("import/figures-mapping.yaml") or "")
        assert app.page is not None
        assert app.page.place[0] == "figures/2023-12-31.yaml"
        await pilot.press("ctrl+z")
        await settle(pilot)
        assert session.text("figures/2023-12-31.yaml") is None
        assert session.text("import/figures-mapping.yaml") is None


async def test_what_is_wrong_is_named_and_cannot_be_imported(app: TeaApp, table: Path) -> None:
    table.write_text(TABLE.replace("643*", "-3").replace(" zum 31.12.2023", ""), encoding="utf-8")
    async with app.run_test(size=(100, 30)) as pilot:
        page = await reading(pilot, table)
        assert "Zu welchem Stichtag gehören die Zahlen?" in screen_text(app)
        page.query_one("#import-date", Input).focus()
        await pilot.press(*"31.12.2023")
        await settle(pilot)
        assert "✗ Zelle B7 ist negativ" in screen_text(app)
        await pilot.press("ctrl+n")
        await settle(pilot)
        assert app.page is page
        assert app.session.text("figures/2023-12-31.yaml") is None


async def test_a_file_that_cannot_be_read_is_explained(app: TeaApp, tmp_path: Path) -> None:
    (tmp_path / "alt.xls").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    async with app.run_test(size=(80, 24)) as pilot:
        await reading(pilot, tmp_path / "alt.xls")
        assert "im alten Office-Format" in screen_text(app)
        await pilot.press("f1")
        await settle(pilot)
        assert "Excel, CSV oder Markdown" in screen_text(app)


async def test_the_file_and_the_table_are_chosen(app: TeaApp, table: Path) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot, "figures")
        await pilot.press("ctrl+o")
        await settle(pilot)
        page = app.screen
        assert "Datei wählen" in screen_text(app)
        await pilot.press("ctrl+o")
        await pilot.pause()
        # The folders go on being watched behind it.
        app.screen.query_one(Input).value = str(table)
        await pilot.press("enter")
        await settle(pilot)
        assert "4 Zahlen: 4 neu." in screen_text(app)
        await pilot.click("#import-table-row ChoiceButton")
        await settle(pilot)
        await pilot.press("down")
        await choose(pilot)
        assert "Feuerwehr" in screen_text(app)
        page.query_one(ImportParts).focus()
        await choose(pilot, "enter", *"Beschäftigte, Bereich")
        assert "● Tabelle" in screen_text(app)
        assert "1 Zahl: 1 neu." in screen_text(app)
