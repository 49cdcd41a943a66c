"""What can be jumped to on a screen, each with the letters that lead there."""

from collections.abc import Iterator, Sequence
from itertools import product

from msgspec import Struct
from textual.errors import NoWidget
from textual.geometry import Region
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Button, Checkbox

_LETTERS = "asdfghjklwertuiopqyxcvbnm"
"""Those under the fingers first; no umlauts, which not every keyboard has."""


class Target(Struct, frozen=True):
    """A control in sight, and what is typed to get there."""

    letters: str
    widget: Widget
    region: Region

    def take(self) -> None:
        """Press it where it can be pressed, otherwise put the focus on it."""
        if isinstance(self.widget, Button):
            self.widget.press()
            return
        self.widget.focus()
        if isinstance(self.widget, Checkbox):
            self.widget.toggle()


def targets(screen: Screen[object]) -> list[Target]:
    """Return the controls in sight, from the top left to the bottom right."""
    seen = [(widget, region) for widget in screen.focus_chain if (region := _in_sight(screen, widget))]
    seen.sort(key=lambda pair: (pair[1].y, pair[1].x))
    names = _names(len(seen))
    return [Target(name, *pair) for name, pair in zip(names, seen, strict=True)]


def _in_sight(screen: Screen[object], widget: Widget) -> Region | None:
    try:
        region = screen.find_widget(widget).visible_region
    except NoWidget:
        return None
    return region if region.area else None


def _names(count: int) -> Sequence[str]:
    if count <= len(_LETTERS):
        return list(_LETTERS[:count])
    return list(_first(map("".join, product(_LETTERS, repeat=2)), count))


def _first(names: Iterator[str], count: int) -> Iterator[str]:
    for _ in range(count):
        yield next(names)
