"""The inbox of a renewed round: one thing after the other, decided with a key and Enter."""

from collections.abc import Callable, Mapping
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from tea_assistant.errors import TeaError
from tea_assistant.model.source import Path
from tea_assistant.services.inbox.inbox import Item, inbox
from tea_assistant.services.inbox.walk import Walk
from tea_assistant.tui.deciding_page import CHOOSE, DecidingPage
from tea_assistant.tui.inbox_commands import COMMANDS, HELP_TEXT
from tea_assistant.tui.inbox_tasks import InboxTasks
from tea_assistant.tui.inbox_verdicts import (
    BACKED,
    CHANGE,
    LATER,
    OPENING,
    REPLACE,
    VERDICTS,
    Verdict,
    verdict,
)
from tea_assistant.tui.keys import Command
from tea_assistant.tui.plain import plain
from tea_assistant.tui.widgets.answer_line import AnswerLine
from tea_assistant.tui.widgets.change_pane import ChangePane
from tea_assistant.tui.widgets.inbox_head import InboxHead
from tea_assistant.tui.widgets.inbox_sides import InboxSides
from tea_assistant.tui.widgets.inbox_summary import InboxSummary
from tea_assistant.tui.widgets.prose_editor import ProseEditor
from tea_assistant.tui.widgets.verdict_bar import VerdictBar


class InboxScreen(DecidingPage):
    """Shows one thing with what it was and what is known now, and takes the decision."""

    CSS_PATH = "inbox.tcss"
    HEADING = "Wiedervorlage"
    HELP_TEXT = HELP_TEXT
    COMMANDS: ClassVar[tuple[Command, ...]] = COMMANDS
    OPENING = OPENING
    PANES: ClassVar[Mapping[str, int]] = {"inbox-before": 100}

    def __init__(self) -> None:
        super().__init__()
        self.walk = Walk()
        self._shown: str | None = None
        """Key of what is on screen, empty for the summary; None before anything is."""
        self._change = ChangePane(self)
        self._tasks = InboxTasks(self)

    def compose(self) -> ComposeResult:
        """Put both sides above the decision."""
        yield InboxHead(id="inbox-head")
        yield InboxSides(id="inbox-body")
        yield self._change
        yield InboxSummary(id="inbox-summary")
        with Vertical(id="inbox-decision"):
            yield Static(CHOOSE, id="inbox-hint")
            yield VerdictBar()
            yield AnswerLine(id="inbox-line")

    @property
    def sides(self) -> InboxSides:
        """What was and what is known."""
        return self.query_one(InboxSides)

    @property
    def item(self) -> Item | None:
        """What is at hand."""
        return self.walk.item

    @property
    def place(self) -> tuple[str, Path]:
        """The value that is being decided."""
        return (self.item.file, self.item.path) if self.item else ("", ())

    @property
    def is_changing(self) -> bool:
        """Whether the form or the editor is open."""
        return self._change.item is not None

    # What is shown

    def show_session(self) -> None:
        """Show the thing at hand as the dossier has it now."""
        self.walk.load(inbox(self.session))
        self._change.show_session()
        self._show()

    def _show(self) -> None:
        item = self.item
        other = (item.key if item else "") != self._shown
        self._shown = item.key if item else ""
        if other:
            self._leave_change()
            self.choose(None)
            self._tasks.take_up(item)
        field = self.session.application.catalogue.fields.get(item.field) if item else None
        self.query_one(InboxHead).show(item, self.walk.tally, field.label if field else "")
        summary = self.query_one(InboxSummary)
        summary.display = item is None
        self.query_one("#inbox-decision").display = item is not None and not self.is_changing
        self.sides.display = item is not None and not self.is_changing
        if item is None:
            summary.show(self.session, self.walk.items)
        else:
            self.sides.show(self.session, item)
            self.show_verdicts()
        if other:
            self.sides.scroll_home(animate=False)
            (summary.choices if item is None else self.bar).focus()
        self.refresh_bindings()

    def show_verdicts(self) -> None:
        """Show what can be decided about the thing at hand."""
        item = self.item
        if item is None:
            return
        self.bar.offer(VERDICTS[item.kind], self.chosen)
        hint = self._tasks.hint(item) or self.hint
        self.query_one("#inbox-hint", Static).update(plain(hint, "$text-muted"))
        self.query_one("#inbox-hint").display = bool(hint)

    # Choosing

    def action_choose(self, key: str) -> None:
        """Choose a decision by its key; to put off decides nothing, so it happens at once."""
        item = self.item
        chosen = verdict(item.kind, key) if item else None
        if chosen is LATER:
            self.walk.put_off()
            self._show()
        elif chosen is not None:
            self.choose(chosen)

    def settle(self, chosen: Verdict, text: str) -> None:
        """Let a decision count, or open what it asks for."""
        item = self.item
        if item is None:
            return
        if chosen not in OPENING:
            self._tasks.decide(item, chosen, text)
        elif self._tasks.may_edit(item):
            self.choose(None)
            self._open(item, chosen)

    def _open(self, item: Item, chosen: Verdict) -> None:
        if chosen is CHANGE:
            self._change.open(item)
            self._show()
        elif chosen is REPLACE:
            self._tasks.replace(item)
        elif chosen is BACKED:
            self._tasks.back(item)

    def attempt(self, edit: Callable[[], None]) -> bool:
        """Make an edit; what cannot be done is told to the user."""
        try:
            edit()
        except TeaError as error:
            self.tell(error)
            return False
        return True

    def go_on(self) -> None:
        """Show the next thing, after a decision."""
        self.walk.load(inbox(self.session))
        self.walk.decided()
        self.session.seal()
        self._show()

    # Changing

    def _leave_change(self) -> None:
        if self.is_changing:
            self.commit()
            self.session.seal()
            self._change.close()

    def commit(self) -> None:
        """Store what is being typed."""
        item = self._change.item
        text = self._change.commit()
        # A file that somebody has deleted must not come back with a single text in it.
        if item is not None and text is not None and self.session.text(item.file) is not None:
            self._tasks.write(item, text)

    @on(ProseEditor.Edited)
    @on(ProseEditor.Left)
    def _typed(self, event: ProseEditor.Edited | ProseEditor.Left) -> None:
        if event.editor is self._change.editor:
            event.stop()
            self.commit()

    def action_finish(self) -> None:
        """Confirm what was changed, and go on."""
        item = self._change.item
        if item is not None:
            self.commit()
            self._tasks.confirm(item)

    async def action_leave(self) -> None:
        """Leave the form, the line, or the screen."""
        if self.is_changing:
            self._leave_change()
            self._show()
            self.bar.focus()
        elif self.chosen is not None:
            self.choose(None)
        else:
            await self.run_action("app.back")

    # Moving about

    def action_step(self, by: int) -> None:
        """Look at the thing before or after."""
        self.walk.step(by)
        self._show()

    def action_scroll(self, by: int) -> None:
        """Scroll both sides."""
        self.sides.scroll_to(y=self.sides.scroll_y + by, animate=False)

    def action_list(self) -> None:
        """Offer everything to jump to."""
        self._tasks.offer_all(self.walk.items, self._shown or "")

    def jump(self, key: str) -> None:
        """Show a certain thing."""
        self.walk.go_to(key)
        self._show()

    def action_signer(self) -> None:
        """Ask who confirms."""
        self._tasks.ask_signer()

    @on(InboxSummary.Again)
    def _again(self, event: InboxSummary.Again) -> None:
        event.stop()
        self.walk.again()
        self._show()

    @on(InboxSummary.Wanted)
    async def _open_next(self, event: InboxSummary.Wanted) -> None:
        event.stop()
        await self.run_action(event.action)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let keys mean something only where it fits."""
        match action:
            case "choose":
                return self._can_choose and self._offers(str(parameters[0]))
            case "decide":
                return self._can_choose
            case "finish":
                return self.is_changing
            case "step" | "list" | "scroll" | "signer":
                return bool(self.walk.items) and not self.is_changing
        return super().check_action(action, parameters)

    @property
    def _can_choose(self) -> bool:
        # While words are asked for, a letter that comes too early must not choose something else.
        return self.item is not None and not self.is_changing and not self.line.display

    def _offers(self, key: str) -> bool:
        return self.item is not None and verdict(self.item.kind, key) is not None
