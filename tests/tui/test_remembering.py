"""Colours and widths of panes are remembered for a person."""

import pytest

from tea_assistant import __version__
from tea_assistant.store import preferences
from tea_assistant.store.preferences import Preferences
from tea_assistant.tui.app import TeaApp
from tea_assistant.tui.theme import CONTRAST
from tests.tui.reading import dialog_text, notices, settle


async def test_a_border_is_moved_and_colours_are_kept(app: TeaApp, monkeypatch: pytest.MonkeyPatch) -> None:
    kept: list[Preferences] = []
    monkeypatch.setattr(type(app), "is_headless", False)
    monkeypatch.setattr(preferences, "keep", kept.append)
    chosen = Preferences(theme=CONTRAST.name, panes={"evidence-list": 44})
    monkeypatch.setattr(preferences, "load", lambda: chosen)
    monkeypatch.setattr("tea_assistant.tui.app.on_termination", lambda _end: None)
    async with app.run_test(size=(120, 40)) as pilot:
        assert app.theme == CONTRAST.name
        await pilot.press("f3")
        await settle(pilot)
        pane = app.screen.query_one("#evidence-list")
        assert pane.region.width == 44
        await pilot.press("alt+shift+right")
        await settle(pilot)
        assert pane.region.width == 48
        await pilot.mouse_down(pane, offset=(47, 5))
        await pilot.hover(app.screen, offset=(60, 8))
        await pilot.mouse_up(app.screen, offset=(60, 8))
        await settle(pilot)
        assert pane.region.width == 61
        assert kept[-1].panes == {"evidence-list": 61}
        await pilot.resize_terminal(90, 30)
        await settle(pilot)
        assert not pane.display or pane.region.width == 90
        await pilot.resize_terminal(120, 40)
        await settle(pilot)
        assert pane.region.width == 61
        await app.run_action("screen.move_border(0)")
        await settle(pilot)
        assert pane.region.width == 48
        assert kept[-1].panes == {}
        await pilot.press("ctrl+t")
        assert kept[-1].theme == app.theme == "tea-dunkel"
        assert "Farben: dunkel" in notices(app)
        await pilot.press("f4")
        await settle(pilot)
        before = app.screen.query_one("#findings").region.width
        await pilot.press("alt+shift+left")
        await settle(pilot)
        assert kept[-1].panes == {"findings": before - 4}
        assert app.screen.query_one("#findings").region.width == before - 4


def test_what_cannot_be_read_is_begun_anew() -> None:
    preferences.keep(Preferences(theme=CONTRAST.name, panes={"entries": 30}))
    assert preferences.load() == Preferences(theme=CONTRAST.name, panes={"entries": 30})
    preferences.path().write_text('{"theme": ')
    assert preferences.load() == Preferences()
    preferences.path().unlink()
    assert preferences.load() == Preferences()


async def test_news_are_told_once_after_an_update_and_found_later(app: TeaApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        assert "Neue Fassung" not in notices(app)
        app.preferences = Preferences(news="0.0.1")
        app.tell_news()
        app.tell_news()
        await settle(pilot)
        assert notices(app).count(f"Neue Fassung {__version__}.") == 1
        await pilot.press("ctrl+p", *"was ist neu".replace(" ", ""), "enter")
        await settle(pilot)
        text = dialog_text(app)
        assert __version__ in text
        assert "Strg+F findet ein Wort" in text
