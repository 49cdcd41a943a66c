"""Panes side by side whose border can be moved, with the mouse or with keys."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar, cast

from textual import events
from textual.screen import Screen
from textual.widget import Widget

if TYPE_CHECKING:
    from tea_assistant.tui.remembering_app import RememberingApp

_NARROWEST = 16
"""Columns that a pane has at least."""
_BESIDE = 30
"""Columns that are left for what stands beside it."""
STEP = 4
"""Columns by which a key moves the border."""


class PanedScreen(Screen[None]):
    """Lets the user move the right borders of its panes; the app remembers where they are."""

    PANES: ClassVar[Mapping[str, int]] = {}
    """The ids of panes that stand left of something, each with the columns of the screen from which on."""
    _held_pane: Widget | None = None
    """The pane whose border the mouse holds."""

    def on_resize(self) -> None:
        """Fit the panes into the screen."""
        self.call_later(self.fit_panes)

    def fit_panes(self) -> None:
        """Give the panes the widths that were chosen, as far as there is room."""
        chosen = self._remembering.preferences
        for name in self.PANES:
            columns = chosen.panes.get(name, 0) if chosen else 0
            for pane in self.query(f"#{name}"):
                pane.set_class(self.size.width >= self.PANES[name], "-beside")
                self._set_pane(pane, columns)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Take hold of a border."""
        for pane in self._panes_beside():
            region = pane.region
            if event.screen_x == region.right - 1 and region.y <= event.screen_y < region.bottom:
                self._held_pane = pane
                pane.capture_mouse()
                event.stop()
                return

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Move the border that is held."""
        if self._held_pane:
            self._set_pane(self._held_pane, int(event.screen_x) - self._held_pane.region.x + 1)
            event.stop()

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """Let the border go, and remember where it is."""
        if self._held_pane:
            pane, self._held_pane = self._held_pane, None
            pane.release_mouse()
            self.clear_selection()
            self._remember_pane(pane)
            event.stop()

    def action_move_border(self, by: int) -> None:
        """Make the pane with the focus wider or narrower, or the first one; 0 gives all their own widths."""
        panes = self._panes_beside()
        if not panes:
            self._remembering.tell("Hier steht nichts nebeneinander.")
            return
        if by == 0:
            for name in self.PANES:
                self._remembering.remember_pane(name, 0)
            self.fit_panes()
            return
        inside = [pane for pane in panes if self.focused and pane in self.focused.ancestors_with_self]
        pane = (inside or panes)[0]
        self._set_pane(pane, pane.region.width + by)
        self._remember_pane(pane)

    @property
    def _remembering(self) -> "RememberingApp":
        return cast("RememberingApp", self.app)

    def _panes_beside(self) -> list[Widget]:
        shown = [pane for name in self.PANES for pane in self.query(f"#{name}")]
        return [pane for pane in shown if self._stands_beside(pane)]

    def _stands_beside(self, pane: Widget) -> bool:
        return pane.display and self.size.width >= self.PANES[pane.id or ""]

    def _remember_pane(self, pane: Widget) -> None:
        columns = pane.styles.width
        if columns and columns.cells:
            self._remembering.remember_pane(pane.id or "", columns.cells)

    def _set_pane(self, pane: Widget, columns: int) -> None:
        styles = pane.styles.inline
        if columns and self._stands_beside(pane):
            most = max(self.size.width - pane.region.x - _BESIDE, _NARROWEST)
            pane.styles.width = min(max(columns, _NARROWEST), most)
            pane.styles.min_width, pane.styles.max_width = _NARROWEST, most
        elif styles.has_rule("width"):
            for rule in ("width", "min_width", "max_width"):
                styles.clear_rule(rule)
            pane.refresh(layout=True)
