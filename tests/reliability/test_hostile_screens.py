"""A sample of what is tried on the screens: texts stay texts, in what is shown and in what is pasted."""

import base64
from collections.abc import Callable
from pathlib import Path

import pytest
from textual import events
from textual.app import App, ComposeResult
from textual.widgets import Static

from reliability.fuzzing import corpora
from reliability.fuzzing.oracle import Broken
from reliability.screens.terminal import look, written
from reliability.screens.walk import walk
from tests.tui.waiting import wait_by_the_event_loop

MARKUP = "[@click=app.quit]x[/] [/x] "
TEXT = (MARKUP + " ".join(corpora.texts("terminal"))).encode("utf-8", "ignore").decode()
"""Without halves of characters, which no file can hold."""
SHOWN = ("overview", "evidence", "threads")
FILLED = ("renew", "expectations")


@pytest.fixture(autouse=True)
def no_waiting(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    wait_by_the_event_loop(monkeypatch)
    monkeypatch.setattr("textual.constants.TEXTUAL_ANIMATIONS", "none")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))


async def test_texts_of_a_dossier_are_shown_as_they_are_and_taken_as_they_are(tmp_path: Path) -> None:
    async with walk(tmp_path / "mappe", TEXT, TEXT) as step:
        await step.read(SHOWN)
        for screen in SHOWN:
            assert "[@click=app.quit]x[/][/x]" in step.seen[screen], screen
        await step.fill(FILLED)
        assert all(step.boxes[screen] for screen in FILLED)
        saved = (tmp_path / "mappe" / "cycles/2022/jury.yaml").read_text(encoding="utf-8")
        assert MARKUP.strip() in saved


class Careless(App[None]):
    """Does what no screen of the program may do."""

    def __init__(self, text: str, *, markup: bool) -> None:
        super().__init__()
        self._text, self._markup = text, markup

    def compose(self) -> ComposeResult:
        yield Static(self._text, markup=self._markup)

    def on_paste(self, event: events.Paste) -> None:
        self.copy_to_clipboard(event.text)
        assert self._driver is not None
        self._driver.write(event.text)


@pytest.mark.parametrize(
    "make",
    [
        lambda: Careless("[@click=app.quit]x[/]", markup=True),
        lambda: Careless("[link='https://stadt.example']x[/link]", markup=True),
        lambda: Careless("\u202eab", markup=False),
        lambda: Careless("\x9b31mab", markup=False),
    ],
)
async def test_the_walk_sees_what_a_careless_screen_does(make: Callable[[], Careless]) -> None:
    with written() as besides:
        async with make().run_test() as pilot:
            with pytest.raises(Broken):
                look(pilot.app, "hier", MARKUP + "@click=app.quit", besides)


async def test_the_walk_sees_what_is_written_past_the_screen() -> None:
    with written() as besides:
        async with Careless("x", markup=False).run_test() as pilot:
            assert "x" in look(pilot.app, "hier", "", besides)
            pilot.app.copy_to_clipboard("harmlos")
            assert any(base64.b64encode(b"harmlos").decode() in data for data in besides)
            look(pilot.app, "hier", "", besides)
            pilot.app.post_message(events.Paste("\x1b]8;;https://stadt.example\x07x"))
            await pilot.pause()
            with pytest.raises(Broken, match="written"):
                look(pilot.app, "hier", "", besides)
