"""A box in which a text of several lines is written, pasted or changed."""

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import Button, Static

from tea_assistant.tui.plain import plain
from tea_assistant.tui.widgets.dialog import Dialog
from tea_assistant.tui.widgets.prose_area import ProseArea


def missing(text: str) -> str:
    """Return what speaks against an empty text; nothing against any other."""
    return "" if text.strip() else "Es ist noch kein Text da."


class EditText(Dialog[str]):
    """Asks for a text of several lines; the result is the text, or None."""

    DEFAULT_CSS = """
    EditText {
        & > .dialog--box { width: 96%; max-width: 110; height: 80%; }
        & ProseArea { height: 1fr; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+down,alt+down", "take", "Fertig", show=False)]

    def __init__(
        self,
        title: str,
        question: str,
        button: str,
        *,
        text: str = "",
        placeholder: str = "Text",
        problem: Callable[[str], str] = missing,
    ) -> None:
        super().__init__()
        self._title = title
        self._question = question
        self._text = text
        self._button = button
        self._placeholder = placeholder
        self._problem = problem
        self._error = Static(classes="dialog--error", markup=False)

    def compose(self) -> ComposeResult:
        """Put the question above the text."""
        with Vertical(classes="dialog--box") as box:
            box.border_title = plain(self._title)
            box.border_subtitle = "Strg+↓ übernimmt · Esc bricht ab"
            yield Static(plain(self._question), classes="dialog--text")
            area = ProseArea(plain(self._placeholder))
            area.text = self._text
            yield area
            yield self._error
            with Horizontal(classes="dialog--buttons"):
                yield Button("Abbrechen", id="cancel", compact=True)
                yield Button(plain(self._button), id="done", variant="primary", compact=True)

    def on_mount(self) -> None:
        """Begin at the end of what stands there."""
        area = self.query_one(ProseArea)
        area.move_cursor(area.document.end)

    def action_take(self) -> None:
        """Hand the text over, where nothing speaks against it."""
        text = self.query_one(ProseArea).text
        if problem := self._problem(text):
            self._error.update(plain(problem, lines=True))
            self._error.display = True
            self.query_one(ProseArea).focus()
        else:
            self.dismiss(text)

    @on(Button.Pressed, "#done")
    def _done(self) -> None:
        self.action_take()

    @on(Button.Pressed, "#cancel")
    def _cancel(self) -> None:
        self.action_leave()
