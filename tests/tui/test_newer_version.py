"""The screens over a dossier that a newer version wrote: everything opens, nothing is written."""

from pathlib import Path

from textual.widgets import TextArea

from tea_assistant.services.session import Session
from tea_assistant.tui.app import TeaApp
from tea_assistant.tui.places import Destination
from tests import newer_files
from tests.tui.reading import screen_text, settle

PAGES = ("figures", "findings")


async def test_screens_open_and_typing_changes_no_byte(tmp_path: Path) -> None:
    written = newer_files.write(tmp_path / "mappe")
    app = TeaApp(Session(tmp_path / "mappe"), autosave_delay=0, poll_interval=1000)
    async with app.run_test(size=(120, 40)) as pilot:
        for name in PAGES:
            await app.open_page(Destination(name))
            await settle(pilot)
        assert "neueren Fassung" in screen_text(app)
        await app.open_page(Destination("field", "af03"))
        await settle(pilot)
        next(area for area in app.screen.query(TextArea) if area.text).focus()
        await pilot.press(*"Bürger")
        await settle(pilot)
        assert "neueren Fassung" in screen_text(app)
        assert "BürgerFür" not in screen_text(app)
        await app.open_page(Destination("evidence", "mentoring"))
        await settle(pilot)
        await pilot.press("enter", "enter", "x", "tab")
        await settle(pilot)
        app.commit()
        app.saving.save()
        assert not app.session.dirty
    assert newer_files.read(tmp_path / "mappe", written) == written
