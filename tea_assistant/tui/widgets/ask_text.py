"""A small box that asks for one line of text."""

from collections.abc import Callable

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Button, Input, Static

from tea_assistant.tui.plain import plain
from tea_assistant.tui.widgets.dialog import Dialog
from tea_assistant.tui.widgets.form_input import FormInput


class AskText(Dialog[str]):
    """Asks for a text; the result is what was typed, or None."""

    BEGINS_IN_LINE = True

    def __init__(
        self,
        title: str,
        question: str,
        button: str,
        *,
        example: str = "",
        problem: Callable[[str], str] | None = None,
    ) -> None:
        super().__init__()
        self._title = title
        self._question = question
        self._button = button
        self._example = example
        self._problem = problem
        self._error = Static(classes="dialog--error", markup=False)

    def compose(self) -> ComposeResult:
        """Put the question above the line."""
        with Vertical(classes="dialog--box") as box:
            box.border_title = plain(self._title)
            yield Static(plain(self._question), classes="dialog--text")
            yield FormInput(f"z. B. {self._example}" if self._example else "")
            yield self._error
            with Horizontal(classes="dialog--buttons"):
                yield Button("Abbrechen", id="cancel", compact=True)
                yield Button(plain(self._button), id="done", variant="primary", compact=True)

    @on(Input.Submitted)
    @on(Button.Pressed, "#done")
    def _take(self) -> None:
        typed = self.query_one(FormInput).value.strip()
        problem = "Bitte etwas eingeben." if not typed else self._problem(typed) if self._problem else ""
        if not problem:
            self.dismiss(typed)
            return
        self._error.update(plain(problem))
        self._error.display = True
        self.query_one(FormInput).focus()

    @on(Button.Pressed, "#cancel")
    def _cancel(self) -> None:
        self.action_leave()
