"""What all screens of the walk have in common."""

import asyncio
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path as FilePath
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar, cast

from textual.binding import Binding
from textual.message import Message
from textual.screen import ModalScreen

from tea_assistant.errors import TeaError
from tea_assistant.model.source import Path
from tea_assistant.services.session import Session
from tea_assistant.store.yaml.writer import Change
from tea_assistant.tui.keys import Command
from tea_assistant.tui.panes import PanedScreen
from tea_assistant.tui.plain import clean
from tea_assistant.tui.widgets.key_bar import KeyBar
from tea_assistant.tui.widgets.title_bar import TitleBar
from tea_assistant.tui.wording import refusal

if TYPE_CHECKING:
    from tea_assistant.checks.run import Report
    from tea_assistant.tui.app import TeaApp
    from tea_assistant.tui.places import Destination

_PATIENCE = 5.0
"""Seconds after which one goes on in any case."""
Result = TypeVar("Result")


class Go(Message):
    """Asks the app to show a place of the dossier: a file and the way to a value in it."""

    def __init__(self, file: str, path: Path = ()) -> None:
        super().__init__()
        self.file = file
        self.path = path


class TableWanted(Message):
    """Asks the app to show what a table of a file would give as figures."""

    def __init__(self, file: FilePath, number: int) -> None:
        super().__init__()
        self.file = file
        self.number = number


class Page(PanedScreen):
    """A screen over the session: it shows what the dossier says and asks for edits.

    The title bar with the state of saving, the footer and the keys of `COMMANDS` come by themselves;
    `compose` yields only what lies between.
    """

    HEADING: ClassVar[str] = ""
    """German name of the screen."""
    HELP_TEXT: ClassVar[str] = ""
    """German Markdown: what the screen is for."""
    COMMANDS: ClassVar[tuple[Command, ...]] = ()  # type: ignore[assignment] # Textual's own is for its palette
    """What works on this screen beside the commands that work everywhere."""

    def __init_subclass__(cls, **kwargs: Any) -> None:
        own = cls.__dict__.get("BINDINGS", [])
        known = {b.key for b in own if isinstance(b, Binding)}
        cls.BINDINGS = [*own, *(c.binding() for c in cls.__dict__.get("COMMANDS", ()) if c.key not in known)]
        super().__init_subclass__(**kwargs)

    def __init__(self) -> None:
        super().__init__()
        self._appeared = asyncio.Event()

    def on_mount(self) -> None:
        """Put the title bar and the footer around what the screen composed."""
        self.mount(TitleBar(), before=0)
        self.mount(KeyBar())

    def on_screen_resume(self) -> None:
        """Show what has changed while another screen was in front."""
        self.show_session()
        self.show_pages()
        self.refresh_title()
        self._appeared.set()

    async def appeared(self) -> None:
        """Wait until the screen shows something for the first time: keys before that would find it empty."""
        with suppress(TimeoutError):
            async with asyncio.timeout(_PATIENCE):
                await self._appeared.wait()

    async def worked_out(self, work: Callable[[], Result]) -> Result:
        """Return what takes a while, from a thread; a page that has gone meanwhile has no use for it."""
        try:
            return await asyncio.to_thread(work)
        finally:
            # Nor for an error.
            if not self.is_attached:
                raise asyncio.CancelledError

    def refresh_title(self) -> None:
        """Write the heading and the state of saving into the title bar."""
        cast("TeaApp", self.app).show_status()

    destination: "Destination | None" = None
    """Where the app went to show this screen."""

    @property
    def session(self) -> Session:
        """The open dossier."""
        return cast("TeaApp", self.app).session

    @property
    def heading(self) -> str:
        """What the title bar calls the screen now; overridden where it depends on what is shown."""
        return self.HEADING

    @property
    def place(self) -> tuple[str, Path]:
        """Where in the dossier the user is (file, path): the next gap is looked for from there."""
        return "", ()

    @property
    def findings(self) -> "Report | None":
        """What the checks find, as far as they have looked; None before they did for the first time."""
        return cast("TeaApp", self.app).checking.report

    @property
    def page_problem(self) -> str:
        """Why nobody knows how long the document is; empty where it can be counted."""
        return cast("TeaApp", self.app).page_counter.problem

    def edit(self, file: str, changes: Sequence[Change], label: str, *, merge_key: str = "") -> bool:
        """Change the dossier; what cannot be done is told to the user. Returns whether anything changed."""
        try:
            return self.session.edit(file, changes, label, merge_key=merge_key)
        except TeaError as error:
            self.tell(error)
            return False

    def tell(self, error: TeaError) -> None:
        """Show an error with its hint."""
        text = refusal(self.session.application, error)
        self.notify(clean(text, lines=True), severity="error", markup=False)

    def ask(self, dialog: ModalScreen[Result], take: Callable[[Result | None], None]) -> None:
        """Show a dialog and take its answer; a key that was pressed twice asks only once."""
        # A page behind a dialog still counts as current.
        if self.app.screen is self:
            self.app.push_screen(dialog, take)

    def go(self, file: str, path: Path = ()) -> None:
        """Leave for another place of the dossier."""
        self.post_message(Go(file, path))

    def show_place(self, path: Path) -> None:
        """Put the focus on the value at `path` of what the screen shows."""

    def show_session(self) -> None:
        """Show what the dossier says now; called when the screen appears and after every change."""

    def show_findings(self) -> None:
        """Show what the checks find; called when they have looked again."""
        self.show_session()

    def show_pages(self) -> None:
        """Show how long the document is; called when the screen appears and when it was counted anew."""

    def commit(self) -> None:
        """Put what is still being typed into the session; called before saving, leaving and jumping."""
