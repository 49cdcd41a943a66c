"""A short list inside a form, with what can be done to its entries."""

from collections.abc import Sequence
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widgets import Static

from tea_assistant.tui.plain import plain
from tea_assistant.tui.widgets.pick_list import Draw, PickList


class EntryAction(Static):
    """Something that can be done with the list, for the mouse; the same works with its key."""

    DEFAULT_CSS = """
    EntryAction {
        width: auto;
        height: 1;
        padding: 0 1;
        margin-right: 1;
        color: $text-muted;
        &:hover { background: $panel; color: $text-accent; }
    }
    """

    def __init__(self, label: str, action: str) -> None:
        super().__init__(label, markup=False)
        self.action = action

    async def on_click(self, event: events.Click) -> None:
        """Do it."""
        event.stop()
        if self.parent and isinstance(self.parent.parent, EntryList):
            await self.parent.parent.run_action(self.action)


class EntryList(Vertical):
    """A list whose entries can be added, opened, removed and moved."""

    DEFAULT_CSS = """
    EntryList {
        height: auto;
        & > Static.entry-list--header { color: $text-muted; padding: 0 1; height: 1; }
        & > PickList { max-height: 10; padding: 0 1; }
        & > PickList > .pick-list--highlighted { background: $surface; }
        & > Horizontal { height: 1; }
        &.-locked > Horizontal { display: none; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n,insert,plus", "add", "Neu", show=False),
        Binding("delete,backspace", "remove", "Entfernen", show=False),
        Binding("alt+up,shift+up", "shift(-1)", "Nach oben", show=False),
        Binding("alt+down,shift+down", "shift(1)", "Nach unten", show=False),
    ]

    class Asked(Message):
        """The user wants something done: `what` is add, open, remove, or the id of another action."""

        def __init__(self, what: str, index: int) -> None:
            super().__init__()
            self.what = what
            self.index = index
            """The entry that it is about; -1 where it is about none."""

    class Reached(Message):
        """The cursor is on another entry."""

    class Moved(Message):
        """The user wants an entry in the place of its neighbour."""

        def __init__(self, index: int, to: int) -> None:
            super().__init__()
            self.index = index
            self.to = to

    def __init__(self, draw: Draw, empty: str, actions: Sequence[tuple[str, str]]) -> None:
        super().__init__(classes="form-control")
        self.pick_list = PickList(draw, empty=empty)
        self.header = Static(classes="entry-list--header", markup=False)
        self._actions = actions
        self.locked = False

    def compose(self) -> ComposeResult:
        """Put the actions beneath the list."""
        self.header.display = False
        yield self.header
        yield self.pick_list
        with Horizontal():
            for label, what in self._actions:
                yield EntryAction(label, f"ask({what!r})" if what not in ("add", "remove") else what)

    def show(self, count: int) -> None:
        """Show so many entries; their keys are their numbers."""
        self.pick_list.show([str(index) for index in range(count)])

    def show_header(self, text: str) -> None:
        """Show what stands in the columns."""
        self.header.update(plain(text))
        self.header.display = bool(text)

    def set_locked(self, *, locked: bool) -> None:
        """Let the entries only be read."""
        self.locked = locked
        self.set_class(locked, "-locked")

    @property
    def index(self) -> int:
        """The entry under the cursor; -1 in an empty list."""
        return -1 if self.pick_list.highlighted is None else self.pick_list.highlighted

    @on(PickList.Chosen)
    def _open(self, event: PickList.Chosen) -> None:
        event.stop()
        self.post_message(self.Asked("open", self.index))

    @on(PickList.Highlighted)
    def _reach(self, event: PickList.Highlighted) -> None:
        event.stop()
        self.post_message(self.Reached())

    def action_ask(self, what: str) -> None:
        """Ask for something to be done."""
        if not self.locked:
            self.post_message(self.Asked(what, self.index))

    def action_add(self) -> None:
        """Ask for a new entry."""
        self.action_ask("add")

    def action_remove(self) -> None:
        """Ask to remove the entry under the cursor."""
        if self.index >= 0:
            self.action_ask("remove")

    def action_shift(self, by: int) -> None:
        """Ask to move the entry under the cursor."""
        to = self.index + by
        if not self.locked and self.index >= 0 and 0 <= to < len(self.pick_list.keys):
            self.post_message(self.Moved(self.index, to))
            self.pick_list.highlighted = to
