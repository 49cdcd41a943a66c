"""A screen that takes decisions about one thing after the other."""

from collections.abc import Collection
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType

from tea_assistant.tui.inbox_verdicts import Verdict
from tea_assistant.tui.keys import Command
from tea_assistant.tui.page import Page
from tea_assistant.tui.widgets.answer_line import AnswerLine
from tea_assistant.tui.widgets.verdict_bar import VerdictBar

CHOOSE = "Taste wählen, Enter entscheidet"


class DecidingPage(Page):
    """Offers decisions: chosen with a key or a click, they count with Enter or a second click.

    The screen has a `VerdictBar` and an `AnswerLine`.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        # Where the terminal keeps Ctrl and arrows for itself.
        Binding("alt+down", "finish", show=False),
        Binding("escape", "leave", show=False),
        Binding("enter", "decide", show=False),
        Binding("down", "scroll(1)", show=False),
        Binding("up", "scroll(-1)", show=False),
        Binding("pagedown", "scroll(8)", show=False),
        Binding("pageup", "scroll(-8)", show=False),
    ]
    COMMANDS: ClassVar[tuple[Command, ...]] = ()
    OPENING: ClassVar[Collection[Verdict]] = ()
    """Decisions that open something first."""

    def __init__(self) -> None:
        super().__init__()
        self.chosen: Verdict | None = None

    @property
    def bar(self) -> VerdictBar:
        """The decisions."""
        return self.query_one(VerdictBar)

    @property
    def line(self) -> AnswerLine:
        """The words of a decision."""
        return self.query_one(AnswerLine)

    @property
    def hint(self) -> str:
        """What to do next, in German; empty where the line asks for it."""
        if self.chosen is None:
            return CHOOSE
        if self.chosen.prompt:
            return ""
        return f"Enter {'öffnet' if self.chosen in self.OPENING else 'entscheidet'}: {self.chosen.word}"

    def action_choose(self, key: str) -> None:
        """Choose a decision by its key."""
        raise NotImplementedError

    def show_verdicts(self) -> None:
        """Show what can be decided about the thing at hand."""
        raise NotImplementedError

    def settle(self, chosen: Verdict, text: str) -> None:
        """Let a decision count, with the words that were typed for it."""
        raise NotImplementedError

    def choose(self, chosen: Verdict | None) -> None:
        """Ask for the words of a decision, or wait for Enter; None takes the choice back."""
        self.chosen = chosen
        if chosen is not None and chosen.prompt:
            self.line.ask(chosen)
        elif self.line.display or chosen is not None:
            self.line.close()
            self.bar.focus()
        self.show_verdicts()

    def action_decide(self) -> None:
        """Let what is chosen count; as an action of the screen it comes in the order of the keys."""
        if self.chosen is not None:
            self.settle(self.chosen, self.line.text)

    @on(VerdictBar.Picked)
    def _picked(self, event: VerdictBar.Picked) -> None:
        event.stop()
        self.action_choose(event.verdict.key)

    @on(VerdictBar.Decided)
    def _clicked_again(self, event: VerdictBar.Decided) -> None:
        event.stop()
        self.action_decide()

    @on(AnswerLine.Given)
    def _given(self, event: AnswerLine.Given) -> None:
        event.stop()
        if self.chosen is not None:
            self.settle(self.chosen, event.text)
