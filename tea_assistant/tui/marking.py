"""Marks what was found in the box that it stands in, as soon as the box is there."""

import re
from typing import TYPE_CHECKING

from textual.widgets import Input, TextArea
from textual.widgets.input import Selection

from tea_assistant.services.find import Hit

if TYPE_CHECKING:
    from tea_assistant.tui.app import TeaApp

_TRIES = 8
"""Refreshes for which a screen may take to put the focus where it belongs."""


def mark(app: "TeaApp", hit: Hit, tries: int = _TRIES) -> None:
    """Select the words of a hit in the box that has the focus."""
    words = r"\s+".join(map(re.escape, hit.text[hit.start : hit.end].split()))
    nth = len(re.findall(words, hit.text[: hit.start]))
    box = app.focused
    text = box.text if isinstance(box, TextArea) else box.value if isinstance(box, Input) else ""
    found = list(re.finditer(words, text))
    if found and box:
        # A box may show its text with other ends of lines.
        at = found[min(nth, len(found) - 1)]
        if isinstance(box, Input):
            box.selection = Selection(at.start(), at.end())
        elif isinstance(box, TextArea) and box.selected_text != at.group():
            box.move_cursor(_place(text, at.start()))
            box.move_cursor(_place(text, at.end()), select=True, center=True)
    if tries and app.page:
        # A form may still fill its boxes.
        app.page.call_after_refresh(mark, app, hit, tries - 1)


def _place(text: str, at: int) -> tuple[int, int]:
    before = text[:at]
    return before.count("\n"), len(before.rpartition("\n")[2])
