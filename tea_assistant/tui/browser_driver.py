"""What the app has instead of a terminal where it is shown in a browser: packets to and from our server."""

import os
from functools import partial
from typing import TYPE_CHECKING, Any, cast

from textual import events
from textual.app import App
from textual.drivers.web_driver import WebDriver
from textual.geometry import Size
from textual.message import Message

from tea_assistant.tui.keys import IN_BROWSER

if TYPE_CHECKING:
    from tea_assistant.tui.safe_app import SafeApp

_SIZES = range(2, 1000)
"""Columns and lines that a window can have."""
_MEANT = {taken: meant for meant, taken in IN_BROWSER.items()}
_WHOLE = "\x1b[?1049h\x1b[?1000h\x1b[?1003h\x1b[?1015h\x1b[?1006h\x1b[?2004h\x1b[?25l"
"""What a terminal that was not there from the start has to know: mouse, pasting, no cursor of its own."""


class BrowserDriver(WebDriver):
    """Textual's web driver that ends the app in order when the server is gone, and can show all anew."""

    def __init__(
        self, app: App[Any], *, debug: bool = False, mouse: bool = True, size: tuple[int, int] | None = None
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        self._write = partial(self._written)

    def start_application_mode(self) -> None:
        """Begin with the keys in the app: Textual's own page would say so, and take them away again."""
        super().start_application_mode()
        self._app.call_later(self._app.post_message, events.AppFocus())

    def process_message(self, message: Message) -> None:
        """Hand on what was typed; keys that stand in for one the browser keeps become that one."""
        if isinstance(message, events.Key) and message.key in _MEANT:
            message = events.Key(_MEANT[message.key], None)
        super().process_message(message)

    def run_input_thread(self) -> None:
        """Read until the server is gone; then all is saved, for nobody can type any more."""
        super().run_input_thread()
        if not self.exit_event.is_set():
            self._end()

    def on_meta(self, packet_type: str, payload: dict[str, object]) -> None:
        """Take a message of the server: another size, or a page that sees the screen for the first time."""
        if packet_type not in ("resize", "attach"):
            super().on_meta(packet_type, payload)
            return
        width, height = payload.get("width"), payload.get("height")
        if width not in _SIZES or height not in _SIZES:
            return
        size = Size(cast("int", width), cast("int", height))
        self._size = size
        if packet_type == "attach":
            self.write(_WHOLE)
            # Only a size that has changed lets all lines be written anew.
            beside = Size(size.width - 1, size.height)
            self._app.post_message(events.Resize(beside, beside))
        self._app.post_message(events.Resize(size, size))

    def _written(self, content: bytes) -> int:
        rest = memoryview(content)
        try:
            while rest:
                rest = rest[os.write(self.fileno, rest) :]
        except OSError:
            # The server is gone; the end of the input says so too.
            return 0
        return len(content)

    def _end(self) -> None:
        if not self._loop.is_closed():
            self._loop.call_soon_threadsafe(cast("SafeApp", self._app).terminate)
