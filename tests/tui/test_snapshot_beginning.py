"""Pictures of the beginning: the ways to begin, a new dossier, and a step of the guided tour."""

from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, Static

from tea_assistant.services import tour
from tea_assistant.tui.app import TeaApp
from tea_assistant.tui.touring import open_tour
from tests.tui.reading import settle

SMALL, LARGE = (80, 24), (120, 40)
Compare = Callable[..., bool]


@pytest.fixture(autouse=True)
def beginner(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty folder of somebody of whom nothing is remembered."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setattr(tour, "user_documents_path", lambda: tmp_path)
    folder = tmp_path / "Bewerbung"
    folder.mkdir()
    return folder


def pressing(*keys: str) -> Callable[[Pilot[None]], Awaitable[None]]:
    async def run(pilot: Pilot[None]) -> None:
        await settle(pilot)
        await pilot.press(*keys)
        await settle(pilot)

    return run


def test_the_ways_to_begin(beginner: Path, snap_compare: Compare) -> None:
    app = TeaApp(None, folder=beginner)
    assert snap_compare(app, terminal_size=SMALL, run_before=pressing("down"))


@pytest.mark.parametrize("size", [pytest.param(SMALL, id="80x24"), pytest.param(LARGE, id="120x40")])
def test_a_new_dossier(beginner: Path, size: tuple[int, int], snap_compare: Compare) -> None:
    app = TeaApp(None, folder=beginner)

    async def begin(pilot: Pilot[None]) -> None:
        await pressing("2", *"Gleichstellungsstelle")(pilot)
        # What the machine and the day decide is the same in every picture.
        app.screen.query_one("#create-missing", Static).update("Der Ordner ist leer: /home/erika/Bewerbung")
        app.screen.query_one("#folder", Input).value = "/home/erika/Bewerbung"
        app.screen.query_one("#year", Input).value = "2028"
        app.screen.query_one("#git").display = True
        await settle(pilot)

    assert snap_compare(app, terminal_size=size, run_before=begin)


def test_a_step_of_the_tour(snap_compare: Compare) -> None:
    app = TeaApp(None, autosave_delay=0, poll_interval=0)
    app.use(open_tour(app))
    assert snap_compare(app, terminal_size=SMALL, run_before=pressing("alt+w"))
