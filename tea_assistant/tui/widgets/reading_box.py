"""The box that stays while documents are read: how far it is, and a way out."""

import asyncio
from collections.abc import Sequence
from pathlib import Path

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Button, Static

from tea_assistant.errors import TeaError
from tea_assistant.model.application import Application
from tea_assistant.services.triage.proposing import About
from tea_assistant.services.triage.reading import Reading, read_sources
from tea_assistant.tui.plain import plain
from tea_assistant.tui.widgets.dialog import Dialog
from tea_assistant.tui.widgets.progress import drawn_bar

_BAR = 40
_OFTEN = 0.1
"""Seconds between two looks at how far it is."""


class _CancelledError(Exception):
    """Ends the reading in its thread."""


class ReadingBox(Dialog[Reading | TeaError]):
    """Reads documents; the result is what was read or why it could not be, or None if it was broken off."""

    def __init__(self, paths: Sequence[Path], application: Application) -> None:
        super().__init__()
        self._paths = paths
        self._application = application
        self._said = ("", 0, 0)
        """What the reading said last: the document, and how many of how many pages."""
        self._cancelled = False

    def compose(self) -> ComposeResult:
        """Put the bar below the name of the document."""
        with Vertical(classes="dialog--box") as box:
            box.border_title = plain("Dokumente einlesen")
            yield Static("Es wird gelesen …", id="reading-name", markup=False)
            yield Static(id="reading-bar", markup=False)
            with Horizontal(classes="dialog--buttons"):
                yield Button("Abbrechen", id="cancel", compact=True)

    def on_mount(self) -> None:
        """Begin to read."""
        self.set_interval(_OFTEN, self._show)
        self._read()

    @work
    async def _read(self) -> None:
        outcome: Reading | TeaError | None = None
        try:
            # A document of 500 pages takes seconds, in which the screen must not stand still.
            outcome = await asyncio.to_thread(self._read_now)
        except TeaError as error:
            outcome = error
        except _CancelledError:
            return
        if not self._cancelled:
            self.dismiss(outcome)

    def _read_now(self) -> Reading:
        about = About(self._application.organisation)
        return read_sources(self._paths, self._application.catalogue, self._hear, about)

    def _hear(self, name: str, done: int, of: int) -> None:
        # Called in the thread that reads: what it sets is shown by the timer.
        if self._cancelled:
            raise _CancelledError
        self._said = name, done, of

    def _show(self) -> None:
        name, done, of = self._said
        if name:
            pages = f"  Seite {done} von {of}" if of else ""
            self.query_one("#reading-name", Static).update(plain(f"{name}{pages}"))
        bar = self.query_one("#reading-bar", Static)
        bar.display = bool(of)
        if of:
            bar.update(drawn_bar(done / of, _BAR))

    @on(Button.Pressed, "#cancel")
    def action_leave(self) -> None:
        """Break the reading off."""
        self._cancelled = True
        self.dismiss(None)
