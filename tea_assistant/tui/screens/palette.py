"""The search over everything: commands, parts, activities and measures."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar, cast

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input

from tea_assistant.prose.matching import matching
from tea_assistant.tui.commands import Entry
from tea_assistant.tui.keys import FIND
from tea_assistant.tui.plain import plain
from tea_assistant.tui.widgets.dialog import Dialog
from tea_assistant.tui.widgets.line_input import LineInput
from tea_assistant.tui.widgets.pick_list import PickList

if TYPE_CHECKING:
    from tea_assistant.tui.remembering_app import RememberingApp

_IN_TEXTS = "texts"
"""The key of the row that looks for what is typed in all texts."""


class PaletteScreen(Dialog[Entry]):
    """Finds by a few letters; the result is what was chosen."""

    CSS_PATH = "palette.tcss"
    BEGINS_IN_LINE = True
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "move(1)", show=False),
        Binding("up", "move(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
    ]

    def __init__(self, entries: Sequence[Entry]) -> None:
        super().__init__()
        self._entries = {str(number): entry for number, entry in enumerate(entries)}
        self._own = tuple(self._entries)
        self._list = PickList(self._draw)

    def compose(self) -> ComposeResult:
        """Put the search above the list."""
        with Vertical(classes="dialog--box") as box:
            box.border_title = "Suchen"
            box.border_subtitle = "Enter öffnet · Esc schließt"
            yield LineInput(
                placeholder="Befehl, Aktionsfeld, Aktivität oder Maßnahme",
                compact=True,
                select_on_focus=False,
            )
            yield self._list

    def on_mount(self) -> None:
        """Offer everything."""
        self._list.show(list(self._entries))
        self._list.can_focus = False

    def _draw(self, key: str, width: int) -> list[Content]:
        entry = self._entries[key]
        app = cast("RememberingApp", self.app)
        right = f"{entry.kind}  {app.key_shown(entry.key)}" if entry.key else entry.kind
        room = max(width - len(right) - 4, 10)
        title = plain(entry.title).truncate(room, ellipsis=True, pad=True)
        return [Content(" ") + title + Content("  ") + plain(right, "$text-muted") + Content(" ")]

    @on(Input.Changed)
    def _search(self, event: Input.Changed) -> None:
        event.stop()
        found = matching(
            event.value, self._own, lambda key: f"{self._entries[key].title} {self._entries[key].also}"
        )
        if words := event.value.strip():
            title, action = f"„{words}“ in allen Texten finden", f"app.find({words!r})"
            self._entries[_IN_TEXTS] = Entry(title, "Befehl", FIND.key, action)
            found = [*found, _IN_TEXTS]
        self._list.show(found, at=found[0] if found else "")

    @on(Input.Submitted)
    @on(PickList.Chosen)
    def _choose(self) -> None:
        if self._list.key is not None:
            self.dismiss(self._entries[self._list.key])

    def action_move(self, by: int) -> None:
        """Move through the list from inside the search."""
        self._list.action_move(by)

    def action_page(self, direction: int) -> None:
        """Move through the list from inside the search, by what is in sight."""
        self._list.action_page(direction)
