"""The shares of all rounds as bars."""

from collections.abc import Iterator
from itertools import pairwise

from textual import events
from textual.content import Content
from textual.widgets import Static

from tea_assistant.figures.german import delta_text, value_text
from tea_assistant.figures.trend import delta
from tea_assistant.figures.values import Value
from tea_assistant.renewal.overview import FigureRow, Overview
from tea_assistant.tui.plain import plain

_WIDEST, _NARROWEST = 60, 10
_AROUND = 40
"""Characters beside a bar: the round before it, the value and the change after it."""
_FULL, _EMPTY = "█", " "
_EIGHTHS = "▏▎▍▌▋▊▉"
_EXACT = "* aus den genauen Werten berechnet, nicht aus den gerundeten"


class ShareBars(Static):
    """Draws every indicator that is a share, a bar for each round that tells it."""

    DEFAULT_CSS = """
    ShareBars { height: auto; }
    """

    def __init__(self) -> None:
        super().__init__(markup=False)
        self._rows: list[FigureRow] = []

    def show(self, found: Overview) -> None:
        """Show the shares of all rounds; what every application needs comes first."""
        shares = [figure for figure in found.figures if any(v.is_share for v in figure.values.values())]
        self._rows = sorted(shares, key=lambda figure: not figure.required)
        self._draw()

    def on_resize(self, event: events.Resize) -> None:
        """Fit the bars to the new width."""
        del event
        self._draw()

    def _draw(self) -> None:
        width = self.content_size.width
        if width:
            lines = list(self._lines(max(_NARROWEST, min(width - _AROUND, _WIDEST))))
            nothing = plain("Noch keine Runde nennt einen Anteil.", "$text-muted")
            self.update(Content("\n").join(lines) if lines else nothing)

    def _lines(self, width: int) -> Iterator[Content]:
        for figure in self._rows:
            yield plain(figure.title, "bold")
            before: Value | None = None
            for cycle, value in figure.values.items():
                yield _bar(cycle, value, before, width)
                before = value
            yield Content()
        if any(_is_exact(*pair) for figure in self._rows for pair in pairwise(figure.values.values())):
            yield plain(_EXACT, "$text-muted")


def _bar(cycle: str, value: Value, before: Value | None, width: int) -> Content:
    share = min(max(float(value.number or 0) / 100, 0.0), 1.0)
    told = plain(f"  {value_text(value)}") + plain(_change(value, before), "$text-muted")
    return plain(f"  {cycle}  ", "$text-muted") + plain(share_bar(share, width), "$primary") + told


def _change(value: Value, before: Value | None) -> str:
    change = delta(value, before) if before else None
    if change is None or before is None:
        return ""
    return f"  {delta_text(change)}" + ("*" if _is_exact(before, value) else "")


def _is_exact(before: Value, value: Value) -> bool:
    """Tell whether a reader who subtracts the printed numbers comes to another result."""
    change = delta(value, before)
    printed = (change.printed if change else None, value.printed, before.printed)
    difference, now, then = printed
    return difference is not None and now is not None and then is not None and difference != now - then


def share_bar(share: float, width: int) -> str:
    """Draw a share between 0 and 1 as a bar, filled up with blanks."""
    # In eighths of a character, or a difference of one point would not show, or show as three.
    full, rest = divmod(round(share * width * 8), 8)
    part = _EIGHTHS[rest - 1] if rest else ""
    return (_FULL * full + part).ljust(width, _EMPTY)
