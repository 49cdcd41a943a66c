"""The transfer into the portal: one text after the other, copied, pasted there, ticked here."""

from collections.abc import Callable, Mapping
from fractions import Fraction
from itertools import groupby
from typing import TYPE_CHECKING, ClassVar, cast

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from tea_assistant.errors import TeaError
from tea_assistant.figures.german import plain_number_text
from tea_assistant.model.source import Path
from tea_assistant.services.transfer import (
    Transferable,
    TransferState,
    full_title,
    mark_done,
    mark_undone,
    tally,
    transferables,
)
from tea_assistant.services.transfer_text import SIGNS, WORDS, tally_text
from tea_assistant.tui.alone import show_alone
from tea_assistant.tui.finding_list import part_label
from tea_assistant.tui.keys import Command
from tea_assistant.tui.page import Page
from tea_assistant.tui.plain import plain
from tea_assistant.tui.transfer_commands import COMMANDS, HELP_TEXT
from tea_assistant.tui.widgets.grouped_list import GroupedList
from tea_assistant.tui.widgets.pick_list import PickList
from tea_assistant.tui.widgets.progress import drawn_bar
from tea_assistant.tui.widgets.text_alone import TextAlone
from tea_assistant.tui.widgets.transfer_text import STYLES, TransferText

if TYPE_CHECKING:
    from tea_assistant.tui.app import TeaApp

_NUMBER, _WORD = 6, 10
_COPIED = "✓ Kopiert. Nach dem Einfügen Enter: abhaken und den nächsten kopieren."
_COPIED_AGAIN = "✓ Kopiert. Dieser Text ist schon abgehakt; Enter geht zum nächsten offenen."
_IN_CASE = "Kommt in der Zwischenablage nichts an: f"
_COPY = "Enter kopiert den Text in die Zwischenablage."
_TICK = "Im Portal ankreuzen, dann Enter: abhaken und weiter."
_DELETE = "Im Portal löschen, dann Enter: abhaken und weiter."


class TransferScreen(Page):
    """Lists the texts of the portal's form with their state, and shows the one at hand."""

    CSS_PATH = "transfer.tcss"
    HEADING = "Ins Portal"
    HELP_TEXT = HELP_TEXT
    COMMANDS: ClassVar[tuple[Command, ...]] = COMMANDS
    BINDINGS: ClassVar[list[BindingType]] = [
        # The list has an Enter of its own, which only chooses a row.
        *(command.binding(priority=True) for command in COMMANDS if command.key == "enter"),
        Binding("right,ctrl+down", "scroll(4)", show=False),
        Binding("left,ctrl+up", "scroll(-4)", show=False),
    ]
    PANES: ClassVar[Mapping[str, int]] = {"transfer-list": 100}

    def __init__(self) -> None:
        super().__init__()
        self._texts: dict[str, Transferable] = {}
        self._copied = ("", "")
        """Key and wording of the text that is in the clipboard."""
        self._begun = False

    def compose(self) -> ComposeResult:
        """Put the list beside the text, between the progress and what to do next."""
        yield Static(id="transfer-progress")
        with Vertical(id="transfer-body"):
            yield GroupedList(self._draw, empty="Noch ist nichts geschrieben.", id="transfer-list")
            yield TransferText(id="transfer-text")
        yield Static(id="transfer-hint")

    def on_mount(self) -> None:
        """Begin in the list."""
        self._list.focus()

    @property
    def _list(self) -> GroupedList:
        return self.query_one(GroupedList)

    @property
    def current(self) -> Transferable | None:
        """The text at hand."""
        return self._texts.get(self._list.key or "")

    @property
    def place(self) -> tuple[str, Path]:
        """Where in the dossier the text at hand is written."""
        each = self.current
        return (each.text.file, each.text.path) if each else ("", ())

    def show_place(self, path: Path) -> None:
        """Go to the text whose tick stands at a place of the file."""
        if path[:1] == ("texts",) and len(path) > 1:
            self._list.move_to(str(path[1]))

    # What is shown

    def show_session(self) -> None:
        """Show the texts as they read now."""
        found = transferables(self.session.application)
        self._texts = {each.key: each for each in found}
        rows: list[str] = []
        for part, texts in groupby(found, key=lambda each: each.text.part):
            rows.append(f"|{part}|{part_label(self.session.application, part)}")
            for group, members in groupby(texts, key=lambda each: each.text.group):
                keys = [each.key for each in members]
                rows += [f"|{keys[0]}|  {group}"] if group else []
                rows += keys
        self._list.show_groups(rows, frozenset(rows) - self._texts.keys())
        if not self._begun:
            self._begun = True
            # Only once the list has a height does it know what is in sight.
            self.call_after_refresh(self._go_on, from_start=True)
        self._show()

    def _show(self) -> None:
        count, each = tally(list(self._texts.values())), self.current
        bar = drawn_bar(count.done / count.total if count.total else 0.0, 16)
        words = plain(f"  {tally_text(count)}")
        self.query_one("#transfer-progress", Static).update(bar + words)
        title = full_title(self.session.application, each.text) if each else ""
        self.query_one(TransferText).show(each, title)
        self.query_one("#transfer-hint", Static).update(self._hint(each))
        self.refresh_bindings()

    def _hint(self, each: Transferable | None) -> Content:
        if each is None:
            return plain("")
        if not each.text.text:
            return plain(_DELETE if each.state is TransferState.GONE else _TICK, "$text-muted")
        if not self._is_copied(each):
            return plain(_COPY, "$text-muted")
        said = _COPIED_AGAIN if each.state is TransferState.DONE else _COPIED
        return plain(said, "$text-success") + "\n" + plain(_IN_CASE, "$text-muted")

    def _draw(self, key: str, width: int) -> list[Content]:
        each = self._texts.get(key)
        if each is None:
            title = key.split("|", 2)[2]
            return [plain(title, "bold" if title.startswith(" ") else "bold $text-primary")]
        length = plain_number_text(Fraction(each.characters)) if each.characters else "–"
        right = f" {WORDS[each.state]:<{_WORD}}{length:>{_NUMBER}}"
        sign = plain(f"  {SIGNS[each.state]} ", STYLES[each.state])
        room = max(width - len(right) - 1, 1)
        row = (sign + plain(each.text.title)).truncate(room, ellipsis=True, pad=True)
        mark = plain("!" if each.too_long else " ", "bold $text-warning")
        return [row + plain(right, "$text-muted") + mark]

    @on(PickList.Highlighted)
    def _highlighted(self, event: PickList.Highlighted) -> None:
        event.stop()
        self._show()

    @on(PickList.Chosen)
    def _clicked(self, event: PickList.Chosen) -> None:
        # A click only shows the text: the clipboard belongs to the user until Enter is pressed.
        event.stop()

    # Copying and ticking

    def _is_copied(self, each: Transferable) -> bool:
        return self._copied == (each.key, each.text.text)

    def action_copy(self) -> None:
        """Put the text into the clipboard."""
        each = self.current
        if each and each.text.text:
            self.app.copy_to_clipboard(each.text.text)
            self._copied = (each.key, each.text.text)
            self._show()

    def action_advance(self) -> None:
        """Copy the text; once it is copied, tick it and copy the next one."""
        each = self.current
        if each is None:
            return
        if (each.text.text and not self._is_copied(each)) or self._tick(each):
            self.action_copy()

    def action_tick(self) -> None:
        """Tick the text and go to the next one."""
        if each := self.current:
            self._tick(each)

    def _tick(self, each: Transferable) -> bool:
        """Tick a text and go on; return whether there is a next one."""
        ticked = self._attempt(lambda: mark_done(self.session, [each]))
        return ticked and self._go_on()

    def action_untick(self) -> None:
        """Take the tick off."""
        if each := self.current:
            self._attempt(lambda: mark_undone(self.session, [each]))

    def action_next(self) -> None:
        """Go to the next text that is not in the portal."""
        self._go_on()

    def _go_on(self, *, from_start: bool = False) -> bool:
        """Go to the next text that is to be transferred, from the top again behind the last."""
        keys = list(self._texts)
        here = keys.index(self._list.key) + 1 if self._list.key in keys and not from_start else 0
        ahead = (self._texts[key] for key in (*keys[here:], *keys[: max(here - 1, 0)]))
        following = next((each for each in ahead if each.state is not TransferState.DONE), None)
        if following:
            self._list.move_to(following.key)
        elif not from_start:
            self.notify("Alle Texte stehen im Portal.", markup=False)
        return following is not None

    def _attempt(self, edit: Callable[[], object]) -> bool:
        try:
            edit()
        except TeaError as error:
            self.tell(error)
            return False
        return True

    def action_alone(self) -> None:
        """Show the text alone, to be marked with the mouse."""
        each = self.current
        if each is None or not each.text.text:
            return
        app = cast("TeaApp", self.app)
        if self.session.dirty:
            # While the terminal is elsewhere nothing is saved by itself.
            app.saving.save()
        if not show_alone(app, each.text.text):
            self.ask(TextAlone(each.text.text), lambda _: None)

    def action_change(self) -> None:
        """Go where the text is written."""
        each = self.current
        if each and each.text.file:
            self.go(each.text.file, each.text.path)

    def action_scroll(self, by: int) -> None:
        """Scroll the text."""
        self.query_one(TransferText).scroll_text(by)
