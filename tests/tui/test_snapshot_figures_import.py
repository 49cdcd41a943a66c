"""Pictures of the import of figures, to see every change of its looks."""

from collections.abc import Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tea_assistant.tui.app import TeaApp
from tea_assistant.tui.screens.figures_import import FiguresImportScreen
from tests.tui.reading import settle
from tests.tui.renewed import opened

SIZES = [pytest.param((80, 24), id="80x24"), pytest.param((120, 40), id="120x40")]
Compare = Callable[..., bool]
TABLE = """\
Führungspositionen und Teilzeit zum 31.12.2023

| Funktion | Vollzeit | | | Teilzeit | | | Bürger*innen [/x] |
|--|--|--|--|--|--|--|--|
| | gesamt | Männer | Frauen | gesamt | Männer | Frauen | |
| Fachbereichsleitung | 5 | 4 | 1 | 0 | 0 | 0 | 7 |
| Produktverantwortung | 47 | 27 | 20 | 12 | 2 | 10 | 7 |
| Summe | 69 | 40 | 29 | 15 | 2 | 13 | 7 |
"""


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("what", ["good", "bad", "empty"])
def test_an_import(
    app: TeaApp, tmp_path: Path, what: str, size: tuple[int, int], snap_compare: Compare
) -> None:
    file = tmp_path / "plan.md"
    file.write_text(TABLE.replace("13 |", "-13 |") if what == "bad" else TABLE, encoding="utf-8")

    async def go(pilot: Pilot[None]) -> None:
        page = await opened(pilot, "figures_import")
        assert isinstance(page, FiguresImportScreen)
        if what != "empty":
            page.read_file(file)
            await settle(pilot)
            await pilot.press("tab", "down")
            await settle(pilot)

    assert snap_compare(app, terminal_size=size, run_before=go)
