"""What a terminal gets to see of a screen, and what must never be in it."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from unittest.mock import patch

from rich.segment import Segment
from textual._compositor import CompositorUpdate
from textual.app import App
from textual.drivers.headless_driver import HeadlessDriver

from reliability.fuzzing.oracle import Broken, harmless, hold

_OWN_SEQUENCES = re.compile(r"\x1b\[[0-9;]*[mH]|\x1b\[\?2026[hl]|\r?\n")
"""Colours, places of the cursor and line ends: all that drawing needs."""
_OWN_WRITES = re.compile(r"\x1b\](52;c;[A-Za-z0-9+/=]*|22;[a-z-]*)(\x07|\x1b\\)|\x07|\x1b\[\d q")
"""The clipboard (as base64), the bell, the shapes of cursor and pointer."""


@contextmanager
def written() -> Iterator[list[str]]:
    """Collect what is written to the terminal besides the drawing, such as what goes to the clipboard."""
    collected: list[str] = []

    def write(_: HeadlessDriver, data: str) -> None:
        collected.append(data)

    # The one place where all of it comes by.
    with patch.object(HeadlessDriver, "write", write):
        yield collected


def look(app: App[None], where: str, text: str, besides: list[str]) -> str:
    """Return what stands on the screen; raises `Broken` where a text has become anything but letters."""
    hold(app._exception is None, f"{where}: crashed with {app._exception!r}")  # noqa: SLF001 (nothing public tells)
    hold(app.is_running and not app._exit, f"{where}: the program has ended")  # noqa: SLF001 (as above)
    strips = app.screen._compositor.render_strips(app.size)  # noqa: SLF001 (what is drawn, before it is drawn)
    for strip in strips:
        for segment in strip:
            _hold_plain(segment, where, text)
    update = app.screen._compositor.render_update(full=True)  # noqa: SLF001 (as above)
    if isinstance(update, CompositorUpdate):
        harmless(_OWN_SEQUENCES.sub("", update.render_segments(app.console)), f"{where}, drawn")
    for data in besides:
        harmless(_OWN_WRITES.sub("", data), f"{where}, written")
    besides.clear()
    return "\n".join(strip.text for strip in strips)


def _hold_plain(segment: Segment, where: str, text: str) -> None:
    harmless(segment.text, where)
    style = segment.style
    if style is None:
        return
    if style.link:
        raise Broken(f"{where}: {segment.text!r} is a link of the terminal to {style.link!r}")
    for name, action in style.meta.items():
        if name.startswith("@") and isinstance(action, str) and action in text:
            raise Broken(f"{where}: {segment.text!r} does {action!r} when it is clicked")
