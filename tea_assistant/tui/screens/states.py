"""The states of the dossier: those with a name and those of its repository, and what changed since."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar, cast

from msgspec import Struct
from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from tea_assistant.errors import TeaError
from tea_assistant.model.source import Path
from tea_assistant.services.compare import FileChange, names_in
from tea_assistant.services.compare_text import tally
from tea_assistant.services.snapshots.known_states import KnownState, KnownStates, known_states
from tea_assistant.services.snapshots.states import State, differences, present
from tea_assistant.services.snapshots.text import interrupted_text
from tea_assistant.store.snapshot_journal import interrupted
from tea_assistant.tui import change_words, state_tasks, wording
from tea_assistant.tui.keys import Command
from tea_assistant.tui.page import Page
from tea_assistant.tui.plain import plain
from tea_assistant.tui.state_commands import COMMANDS, HELP_TEXT
from tea_assistant.tui.state_comparison import question
from tea_assistant.tui.widgets.change_detail import ChangeDetail
from tea_assistant.tui.widgets.pick_list import PickList

if TYPE_CHECKING:
    from tea_assistant.tui.app import TeaApp

_WAIT = "Einen Moment …"
_NONE = "Noch ist kein Stand festgehalten; n tut es."
_SAME = "Dazwischen hat sich nichts geändert."
_ROOMY = 60
"""Columns from which on a row has room for the hour."""


class _Comparison(Struct, frozen=True):
    """What changed from one state to another, or to now."""

    key: str
    """Of the state under the cursor."""
    head: Content
    old: State | None = None
    """What the state under the cursor says; None where it cannot be read."""
    changes: tuple[FileChange, ...] = ()


class StatesScreen(Page):
    """Lists the states, and shows beside the one at hand what changed since."""

    CSS_PATH = "states.tcss"
    HEADING = "Stände"
    HELP_TEXT = HELP_TEXT
    COMMANDS: ClassVar[tuple[Command, ...]] = COMMANDS
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", show=False),
        Binding("right,ctrl+down", "scroll(4)", show=False),
        Binding("left,ctrl+up", "scroll(-4)", show=False),
    ]
    PANES: ClassVar[Mapping[str, int]] = {"states-left": 100}

    def __init__(self, file: str = "") -> None:
        super().__init__()
        self._file = file
        """The item whose course is shown; empty for all of them."""
        self._states: dict[str, KnownState] = {}
        self._marked = ""
        self._by_steps = False
        """Whether each state is compared with the one before it, and not with the present."""
        self._found: _Comparison | None = None

    def compose(self) -> ComposeResult:
        """Put the states beside what changed."""
        with Vertical(id="states-body"):
            with Vertical(id="states-left"):
                yield Static(id="states-trouble", markup=False)
                yield PickList(self._draw_state, empty=_WAIT, id="states-list")
            with Vertical(id="states-right"):
                yield Static(id="states-head", markup=False)
                yield PickList(self._draw_change, id="states-changes")
                yield ChangeDetail(id="states-detail")

    def on_mount(self) -> None:
        """Begin in the list of states."""
        self._list.focus()

    @property
    def _list(self) -> PickList:
        return self.query_one("#states-list", PickList)

    @property
    def _changes(self) -> PickList:
        return self.query_one("#states-changes", PickList)

    @property
    def heading(self) -> str:
        """What is listed: all states, or the course of one item."""
        if not self._file:
            return self.HEADING
        return f"Verlauf: {wording.short_title(self.session.application, self._file)}"

    @property
    def place(self) -> tuple[str, Path]:
        """Where in the dossier the chosen item stands."""
        change = self._change
        return (change.file if change else self._file), ()

    @property
    def _state(self) -> KnownState | None:
        return self._states.get(self._list.key or "")

    @property
    def _change(self) -> FileChange | None:
        changes = self._found.changes if self._found else ()
        return next((change for change in changes if change.file == self._changes.key), None)

    # What is shown

    def show_session(self) -> None:
        """Look again which states there are, and what changed since."""
        self._load()

    @work(exclusive=True, group="states")
    async def _load(self) -> None:
        found = await self.worked_out(lambda: known_states(self.session.root, self._file))
        self._states = {state.key: state for state in found.states}
        if self._marked not in self._states:
            self._marked = ""
        self._list.empty = _NONE
        self._list.show([*self._states])
        self.set_class(not self._states, "-empty")
        self._show_trouble(found)
        self._compare()

    def _show_trouble(self, found: KnownStates) -> None:
        cut_off = interrupted(self.session.root)
        said = [interrupted_text(cut_off) if cut_off else "", found.trouble]
        trouble = self.query_one("#states-trouble", Static)
        trouble.update(plain("\n".join(filter(None, said)), lines=True))
        trouble.display = any(said)

    @work(exclusive=True, group="compare")
    async def _compare(self) -> None:
        if not self.is_attached:
            return
        state = self._state
        if state is None:
            self._show(None)
            return
        if self._found is None or self._found.key != state.key:
            self.query_one("#states-head", Static).update(plain(_WAIT, "$text-muted"))
        asked = question([*self._states.values()], state, self._marked, by_steps=self._by_steps)
        given = self.session.root, present(self.session), names_in(self.session.dossier), self._file
        head = asked.head(self.session.application)
        try:
            then, changes = await self.worked_out(lambda: asked.answer(*given))
        except TeaError as error:
            problem = plain(
                f"\n! {wording.refusal(self.session.application, error)}", "$text-error", lines=True
            )
            self._show(_Comparison(state.key, head + problem))
            return
        told = tally(changes) if changes else _SAME
        self._show(_Comparison(state.key, head + plain(f"\n{told}", lines=True), then, changes))

    def _show(self, found: _Comparison | None) -> None:
        self._found = found
        self.query_one("#states-head", Static).update(found.head if found else plain(""))
        self._changes.show([change.file for change in found.changes] if found else [])
        self._show_change()
        self.refresh_title()

    def _show_change(self) -> None:
        self.query_one(ChangeDetail).show(self._change)

    def _draw_state(self, key: str, width: int) -> list[Content]:
        state = self._states[key]
        sign = "!" if state.problems else "●" if state.snapshot else "○"
        style = "bold $text-error" if state.problems else "$text-primary" if state.snapshot else "$text-muted"
        mark = plain("◆ " if key == self._marked else "  ", "bold $text-accent")
        # Where there is little room the name counts more than the hour, which stands beside it.
        form = "%d.%m.%y %H:%M" if width >= _ROOMY else "%d.%m.%y"
        when = f" {state.when:{form}} " if state.when else " "
        row = mark + plain(f"{sign} ", style) + plain(state.title)
        return [row.truncate(max(width - len(when), 1), ellipsis=True, pad=True) + plain(when, "$text-muted")]

    def _draw_change(self, key: str, width: int) -> list[Content]:
        changes = self._found.changes if self._found else ()
        change = next((change for change in changes if change.file == key), None)
        return [change_words.heading(change).truncate(width, ellipsis=True)] if change else [Content()]

    @on(PickList.Highlighted, "#states-list")
    def _state_highlighted(self) -> None:
        self._compare()

    @on(PickList.Highlighted, "#states-changes")
    def _change_highlighted(self) -> None:
        self._show_change()

    # Going on

    @on(PickList.Chosen, "#states-list")
    def _state_chosen(self) -> None:
        if self._changes.keys:
            self._changes.focus()

    @on(PickList.Chosen, "#states-changes")
    def _change_chosen(self) -> None:
        if change := self._change:
            self.go(change.file, change.fields[0].path if len(change.fields) == 1 else ())

    async def action_leave(self) -> None:
        """Go back to the states, and from there to the screen before."""
        if self._changes.has_focus:
            self._list.focus()
        else:
            await cast("TeaApp", self.app).action_back()

    def action_switch_pane(self) -> None:
        """Go from the states to the changed items, or back."""
        (self._list if self._changes.has_focus else self._changes).focus()

    def action_scroll(self, by: int) -> None:
        """Scroll what changed."""
        self.query_one(ChangeDetail).scroll_relative(y=by, animate=False)

    def action_mark(self) -> None:
        """Compare with this state from now on, or with the present again."""
        if state := self._state:
            self._marked = "" if self._marked == state.key else state.key
            self._by_steps = False
            self._list.refresh()
            self._compare()

    def action_step_view(self) -> None:
        """Show what a state brought against the one before it, or again what changed since."""
        self._by_steps = not self._by_steps
        self._marked = ""
        self._list.refresh()
        self._compare()

    def action_show_all(self) -> None:
        """Show all items again, not only the course of one."""
        if self._file:
            self._file = ""
            self._load()

    # Keeping and putting back

    def action_keep(self) -> None:
        """Keep the present state under a name."""
        state_tasks.keep(self, self._load_again)

    def action_delete(self) -> None:
        """Delete the state under the cursor."""
        if (state := self._state) and state.snapshot:
            state_tasks.delete(self, state.snapshot, self._load_again)
        elif state:
            self._only_named("Gelöscht werden")

    @work(exclusive=True, group="restore")
    async def action_restore_state(self) -> None:
        """Put the whole state under the cursor back."""
        state = self._state
        if state is None:
            return
        if state.snapshot is None:
            self._only_named("Ganz wiederhergestellt werden")
            return
        now, root, names = present(self.session), self.session.root, names_in(self.session.dossier)
        try:
            changes = await self.worked_out(lambda: differences(state.read(root), now.read(), names))
        except TeaError as error:
            self.tell(error)
            return
        state_tasks.restore(self, state.snapshot, changes, self._load_again)

    def action_restore_item(self) -> None:
        """Give the chosen item what it said in the state under the cursor."""
        found, state, change = self._found, self._state, self._change
        if found and found.old and state and found.key == state.key and change:
            state_tasks.restore_entry(self, state, found.old, change)

    def _only_named(self, what: str) -> None:
        said = (
            f"{what} nur Stände mit Namen (●). Aus einer Fassung von Git holen Sie einzelne Einträge zurück."
        )
        cast("TeaApp", self.app).tell(said, severity="warning")

    def _load_again(self) -> None:
        if self.is_attached:
            self._load()
