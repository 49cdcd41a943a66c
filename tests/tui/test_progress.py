"""What changed between rounds, on screen: the chapter, the tables, the bars, the timeline."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tea_assistant.services.session import Session
from tea_assistant.store.yaml.writer import Change
from tea_assistant.tui.app import TeaApp
from tea_assistant.tui.widgets.key_row import KeyRow
from tests.tui.reading import screen_text, settle
from tests.tui.renewed import SIZES, TODAY, hostile, opened


@pytest.fixture
def session(herne: Path) -> Session:
    """Return Herne in its round 2025."""
    return Session(herne, today=lambda: TODAY)


@pytest.mark.parametrize("size", SIZES)
async def test_there_are_four_views(app: TeaApp, size: tuple[int, int]) -> None:
    async with app.run_test(size=size) as pilot:
        page = await opened(pilot, "progress")
        chapter = screen_text(app)
        for words in ("Seit der letzten Auszeichnung", "Diversity-Maßnahmenkatalog", "▾ 2022", "▾ 2025"):
            assert words in chapter
        await pilot.press("2")
        await settle(pilot)
        rounds = screen_text(app)
        for words in ("Maßnahme", "2019", "fortgeführt"):
            assert words in rounds
        await pilot.press("end")
        await settle(pilot)
        assert "84" in screen_text(app)
        await pilot.press("3")
        await settle(pilot)
        lines = screen_text(app).splitlines()
        at = next(n for n, line in enumerate(lines) if "Frauenanteil in Führungspositionen" in line)
        then, now = lines[at + 2], lines[at + 3]
        assert "36\u00a0%" in then
        assert "43\u00a0%" in now
        assert "+7\u00a0Prozentpunkte" in now
        assert now.count("█") > then.count("█") > 0
        await pilot.press("end")
        await settle(pilot)
        assert "* aus den genauen Werten berechnet" in screen_text(app)
        await pilot.press("4")
        await settle(pilot)
        assert "Berichtszeitraum: 30.04.2022 bis 30.04.2025" in screen_text(app)
        await pilot.click(page.query_one(KeyRow), offset=(28, 0))
        await settle(pilot)
        assert "▸2 Alle Runden" in screen_text(app)


async def test_other_rounds_can_be_compared(app: TeaApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        page = await opened(pilot, "progress")
        await pilot.click("ChoiceButton")
        await settle(pilot)
        await pilot.press("down", "enter")
        await settle(pilot)
        assert "Von 2019 bis 2025" in screen_text(app)
        await pilot.click(page.query("ChoiceButton").last())
        await settle(pilot)
        await pilot.press("down", "enter")
        await settle(pilot)
        assert "▾ 2022" in screen_text(app)
        assert "Büro für Gleichstellung und Vielfalt" in screen_text(app)


async def test_a_measure_in_the_chapter_leads_to_it(app: TeaApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(pilot, "progress")
        lines = screen_text(app).splitlines()
        row = next(at for at, line in enumerate(lines) if "Inklusionstag" in line)
        await pilot.click(offset=(lines[row].index("Inklusionstag") + 2, row))
        await settle(pilot)
        assert app.page
        assert app.page.place[0] == "evidence/inklusionstag.yaml"


async def test_an_edit_changes_the_chapter(app: TeaApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(pilot, "progress")
        change = Change(("title",), "Tag der Vielfalt [/x]")
        app.session.edit("evidence/inklusionstag.yaml", [change], "Titel ändern")
        await settle(pilot)
        assert "Tag der Vielfalt [/x]" in screen_text(app)


async def test_a_first_round_has_nothing_to_compare(
    herne: Path, make_app: Callable[[Session], TeaApp]
) -> None:
    app = make_app(Session(herne, "2019", today=lambda: TODAY))
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot, "progress")
        assert "noch keine frühere Runde" in screen_text(app)
        for key in "234":
            await pilot.press(key)
            await settle(pilot)
        assert "Berichtszeitraum" in screen_text(app)


@pytest.mark.parametrize("size", SIZES)
async def test_hostile_texts_are_only_text(
    tmp_path: Path, make_app: Callable[[Session], TeaApp], size: tuple[int, int]
) -> None:
    app = make_app(hostile(tmp_path / "boese"))
    async with app.run_test(size=size) as pilot:
        await opened(pilot, "progress")
        for key in "1234":
            await pilot.press(key)
            await settle(pilot)
            text = screen_text(app)
            assert "\x1b" not in text
            assert "\u202e" not in text
            assert text.count("Bürger*innen") > (key != "3"), "beside the name in the title bar"
