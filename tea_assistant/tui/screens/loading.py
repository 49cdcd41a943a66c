"""What one sees while a large dossier is read."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from functools import partial

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import Screen
from textual.widgets import Static

from tea_assistant.services.session import Session
from tea_assistant.tui.beside import beside
from tea_assistant.tui.plain import plain
from tea_assistant.tui.widgets.progress import drawn_bar

Told = Callable[[int, int], None]
"""Takes how many files have been read, and how many there are."""
Opening = Callable[[Told], Session | None]
"""Reads a dossier, None where that is not possible; called in a thread."""
_BAR = 40
_STEPS = 50
"""So often the bar moves."""


class LoadingScreen(Screen[Session]):
    """Reads a dossier in a thread and says how far it is; the result is the open dossier.

    There is nothing to be pressed yet but the keys that end the program.
    """

    CSS_PATH = "loading.tcss"

    def __init__(self, opening: Opening) -> None:
        super().__init__()
        self._opening = opening

    def compose(self) -> ComposeResult:
        """Put what is done above how far it is."""
        with Vertical(id="loading"):
            yield Static("Die Mappe wird gelesen …", id="loading-title")
            yield Static(id="loading-bar")
            yield Static(id="loading-count")

    def on_mount(self) -> None:
        """Begin to read, once one can see that it is done."""
        self._show(0, 0)
        self.call_after_refresh(self.run_worker, self._read, name="loading")

    async def _read(self) -> None:
        loop = asyncio.get_running_loop()

        def told(done: int, total: int) -> None:
            if done % max(total // _STEPS, 1) == 0:
                # A loop that is closed belongs to a program that has ended.
                with suppress(RuntimeError):
                    loop.call_soon_threadsafe(self._show, done, total)

        self.dismiss(await beside(partial(self._opening, told)))

    def _show(self, done: int, total: int) -> None:
        if not self.is_attached:
            # The user has ended the program.
            return
        self.query_one("#loading-bar", Static).update(drawn_bar(done / total if total else 0, _BAR))
        count = f"{done} von {total} Dateien" if total else ""
        self.query_one("#loading-count", Static).update(plain(count))
