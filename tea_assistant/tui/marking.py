"""Marks what was found in the box that it stands in, as soon as the box is there."""

import re
from functools import partial
from typing import TYPE_CHECKING

from textual.widget import Widget
from textual.widgets import Input, TextArea
from textual.widgets.input import Selection

from tea_assistant.services.find import Hit

if TYPE_CHECKING:
    from tea_assistant.tui.app import TeaApp

_LONGEST = 1.5
"""Seconds that a screen may take to put the focus where it belongs, and a form to fill its boxes."""
_PAUSE = 0.02
_STEADY = 3
"""So many looks in a row must find the words marked: a box that is filled late forgets them."""


def mark(app: "TeaApp", hit: Hit, left: float = _LONGEST, steady: int = 0) -> None:
    """Select the words of a hit in the box that has the focus."""
    steady = steady + 1 if _marked(app.focused, hit) else 0
    if left > 0 and steady < _STEADY and app.page:
        app.page.set_timer(_PAUSE, partial(mark, app, hit, left - _PAUSE, steady))


def _marked(box: Widget | None, hit: Hit) -> bool:
    """Mark the words where a box has them; tell whether they were marked already."""
    words = r"\s+".join(map(re.escape, hit.text[hit.start : hit.end].split()))
    nth = len(re.findall(words, hit.text[: hit.start]))
    text = box.text if isinstance(box, TextArea) else box.value if isinstance(box, Input) else ""
    found = list(re.finditer(words, text))
    if not found:
        return False
    # A box may show its text with other ends of lines.
    at = found[min(nth, len(found) - 1)]
    if isinstance(box, Input):
        before, box.selection = box.selection, Selection(at.start(), at.end())
        return before == box.selection
    assert isinstance(box, TextArea)
    if box.selected_text == at.group():
        return True
    box.move_cursor(_place(text, at.start()))
    box.move_cursor(_place(text, at.end()), select=True, center=True)
    return False


def _place(text: str, at: int) -> tuple[int, int]:
    before = text[:at]
    return before.count("\n"), len(before.rpartition("\n")[2])
