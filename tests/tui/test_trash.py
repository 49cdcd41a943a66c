"""The trash on the screen: found by the search, read, brought back and undone."""

from pathlib import Path

from textual.widgets import Static

from tea_assistant.tui.app import TeaApp
from tests.tui.reading import notices, screen_text, settle

MEASURE = "evidence/mentoring-fuer-frauen.yaml"


async def test_a_measure_comes_back_and_that_can_be_undone(app: TeaApp, folder: Path) -> None:
    app.session.delete(MEASURE, "Löschen")
    app.session.save()
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await pilot.press("ctrl+p", *"Papierkorb")
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        shown = screen_text(app)
        assert "Maßnahme „Mentoring für Frauen [/x]“" in shown
        assert "bleibt bis" in shown
        assert "erfahrene Führungskräfte Mitarbeiter*innen" in str(
            app.screen.query_one("#trash-contents", Static).render()
        )
        await pilot.press("enter")
        await settle(pilot)
        assert "ist wieder in der Mappe" in notices(app)
        assert "Der Papierkorb dieser Mappe ist leer." in screen_text(app)
        assert (folder / MEASURE).exists()
        await pilot.press("ctrl+z")
        await settle(pilot)
        assert "gelöscht" in screen_text(app)
    assert not (folder / MEASURE).exists()
