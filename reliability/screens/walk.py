"""The walk through every screen: looks at what it shows, and puts texts into every box that it has."""

from collections.abc import AsyncIterator, Collection, Iterator
from contextlib import asynccontextmanager
from datetime import date
from pathlib import Path

from textual import events
from textual.pilot import Pilot
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Input, TextArea

from reliability.fuzzing import dossier_files
from reliability.fuzzing.oracle import Broken, hold
from reliability.screens.terminal import look, written
from tea_assistant.prose.printable import printable
from tea_assistant.services.session import Session
from tea_assistant.tui.app import TeaApp
from tea_assistant.tui.places import SCREENS, Destination

SIZE = (80, 24)
_TODAY = date(2025, 3, 1)
_SUBJECTS = {"evidence": "mentoring", "field": "af03", "figures": "2024-12-31", "expectations": "2022"}
_OVER_ALL = ("palette", "show_help", "choose_round", "history")
"""Commands that open something above any screen."""
_ROUNDS = 2
"""How far the walk goes down in what a screen shows."""
_NOT_RUN = frozenset({"quit", "tour", "sync"})


class Walk:
    """One run of the program over a dossier, with what it has shown."""

    def __init__(self, pilot: Pilot[None], text: str, besides: list[str]) -> None:
        assert isinstance(pilot.app, TeaApp)
        self.app, self._pilot, self._text, self._besides = pilot.app, pilot, text, besides
        self.seen: dict[str, str] = {}
        """What each screen showed, without spaces: rows end anywhere."""
        self.boxes: dict[str, int] = {}
        """How many boxes took texts on each screen, dialogs included."""
        self._where = ""

    @staticmethod
    def destinations(only: Collection[str]) -> Iterator[Destination]:
        """Yield every screen, or those that are named, about something where it can be about something."""
        for name in SCREENS:
            if name in only or not only:
                yield Destination(name, _SUBJECTS.get(name, ""))

    async def look(self, what: str = "") -> None:
        """Let everything come to rest and look at the screen."""
        await self._pilot.pause()
        shown = look(self.app, f"{self._where} {what} {self._text[:60]!r}", self._text, self._besides)
        self.seen[self._where] = self.seen.get(self._where, "") + "".join(shown.split())

    async def read(self, only: Collection[str] = ()) -> None:
        """Go to every screen and look at it, from its top down."""
        for destination in self.destinations(only):
            await self.open(destination)
            for _ in range(_ROUNDS):
                await self._pilot.press("tab", "down")
                await self.look("further down")
        for action in () if only else _OVER_ALL:
            await self.open(Destination("overview"))
            self._where = action
            await self.app.run_action(action)
            await self.look()
            await self.close_dialogs()

    async def open(self, destination: Destination) -> None:
        """Show a screen."""
        await self.close_dialogs()
        self._where = destination.screen
        await self.app.open_page(destination)
        await self.look()

    async def fill(self, only: Collection[str] = ()) -> None:
        """Put the text into every box of every screen and of every dialog that a screen's commands open."""
        for destination in self.destinations(only):
            await self.open(destination)
            await self._fill_front()
            await self._fill_dialogs(destination)
            self.app.commit()
            self.app.session.save()
            await self.open(Destination("overview"))
            await self.open(destination)

    async def _fill_dialogs(self, destination: Destination) -> None:
        page = self.app.page
        commands = page.COMMANDS if page else ()
        for command in commands:
            if command.id in _NOT_RUN:
                continue
            await self.open(destination)
            await self.app.run_action(command.action, self.app.screen)
            await self.look(command.id)
            for _ in range(2):
                if not isinstance(self.app.screen, ModalScreen):
                    break
                await self._fill_front()
                await self._pilot.press("enter")
                await self.look(f"{command.id}, entered")

    async def _fill_front(self) -> None:
        """Put the text into each box in front, and into what takes it without being one."""
        screen = self.app.screen
        for box in [*screen.query("Input, TextArea").results(Widget)]:
            if box.is_attached and box.focusable and self.app.screen is screen:
                await self._fill(box)
        for other in [widget for widget in screen.focus_chain if not isinstance(widget, Input | TextArea)][
            :6
        ]:
            if self.app.screen is not screen:
                break
            if other.is_attached:
                other.focus()
                other.post_message(events.Paste(self._text))
                await self.look(f"pasted into {type(other).__name__}")

    async def _fill(self, box: Widget) -> None:
        box.focus()
        await self._pilot.pause()
        if not box.is_attached or not isinstance(box, Input | TextArea):
            return
        box.select_all()
        box.post_message(events.Paste(self._text))
        await self.look(f"pasted into {type(box).__name__}")
        told = box.value if isinstance(box, Input) else box.text
        if told != printable(told, lines=isinstance(box, TextArea)):
            raise Broken(f"{self._where}: {type(box).__name__} keeps {told!r}")
        self.boxes[self._where] = self.boxes.get(self._where, 0) + 1

    async def close_dialogs(self) -> None:
        """Leave what lies above the page."""
        for _ in range(10):
            if not isinstance(self.app.screen, ModalScreen):
                return
            await self._pilot.press("escape")
            await self._pilot.pause()
        raise Broken(f"{self._where}: {type(self.app.screen).__name__} does not close")


@asynccontextmanager
async def walk(folder: Path, text: str, said: str) -> AsyncIterator[Walk]:
    """Open the dossier whose every text is `said`, at the size of an old terminal."""
    dossier_files.write(folder, said)
    session = Session(folder, "2025", today=lambda: _TODAY)
    app = TeaApp(session, autosave_delay=0, poll_interval=0)
    with written() as besides:
        async with app.run_test(size=SIZE) as pilot:
            step = Walk(pilot, text, besides)
            yield step
            hold(app.is_running, "the program has ended")
