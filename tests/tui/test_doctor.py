"""The examination on the screen: found by the search, and told line by line."""

from pathlib import Path

from textual.widgets import Static

from tea_assistant.tui.app import TeaApp
from tests.tui.reading import screen_text, settle


async def test_the_search_leads_to_the_examination(app: TeaApp, folder: Path) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        (folder / "evidence" / "kaputt.yaml").write_text("a: [\n", encoding="utf-8")
        await pilot.press("ctrl+p", *"Ordnung")
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        shown = screen_text(app)
        assert "Ist alles in Ordnung?" in shown
        assert "✗ Eine Stelle in Unordnung" in shown
        told = "\n".join(str(line.render()) for line in app.screen.query(".doctor--text").results(Static))
        assert "Dateien mit Fehlern: evidence/kaputt.yaml\n→ Was darin nicht stimmt" in told
        (folder / "evidence" / "kaputt.yaml").unlink()
        await pilot.press("n")
        await settle(pilot)
        assert "✗" not in screen_text(app)
