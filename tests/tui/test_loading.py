"""A large dossier is read behind a screen that says so; nothing that is pressed meanwhile does harm."""

import shutil
import threading
from collections.abc import Callable
from pathlib import Path

from tea_assistant.services.opening import open_dossier
from tea_assistant.services.session import Session
from tea_assistant.tui.app import TeaApp
from tea_assistant.tui.screens.loading import LoadingScreen
from tea_assistant.tui.screens.overview import OverviewScreen

_KEYS = ("f1", "f3", "f8", "ctrl+p", "ctrl+s", "ctrl+z", "ctrl+g", "x", "enter", "escape", "delete")


async def test_a_dossier_is_read_behind_a_screen_that_says_how_far_it_is(
    folder: Path, tmp_path: Path
) -> None:
    root = shutil.copytree(folder, tmp_path / "groß")
    before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    may_go_on, steps = threading.Event(), []

    def opening(told: Callable[[int, int], None]) -> Session | None:
        def tell(done: int, total: int) -> None:
            steps.append((done, total))
            told(done, total)
            assert done < total // 2 or may_go_on.wait(30)

        return open_dossier(root, told=tell)

    app = TeaApp(None, folder=root, autosave_delay=0, poll_interval=0)
    app.opening = opening
    async with app.run_test() as pilot:
        try:
            await pilot.press(*_KEYS)
            screen = app.screen
            assert isinstance(screen, LoadingScreen)
            assert "wird gelesen" in str(screen.query_one("#loading-title").render())
            assert " Dateien" in str(screen.query_one("#loading-count").render())
        finally:
            may_go_on.set()
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert isinstance(app.screen, OverviewScreen)
        assert steps == [(number, len(steps)) for number in range(len(steps))]
        assert not app.session.dirty
    assert {path: path.read_bytes() for path in root.rglob("*") if path.is_file()} == before


async def test_what_cannot_be_read_ends_the_program(folder: Path) -> None:
    app = TeaApp(None, folder=folder, poll_interval=0)
    app.opening = lambda _told: None
    async with app.run_test() as pilot:
        await pilot.pause()
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert app._exit
