"""A line to type in: everything pasted stays one line, and nothing is too long for it silently."""

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.widgets import Input

from tea_assistant.tui.plain import clean
from tea_assistant.tui.widgets.line_input import LineInput

LONGEST = 5_000
"""Characters that a line can take; drawing more would make typing slow."""


class FormInput(LineInput, inherit_bindings=False):
    """A one-line input of a form; it leaves Ctrl+E to the screens, which narrow their lists with it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *(b for b in Input.BINDINGS if isinstance(b, Binding) and "ctrl+e" not in b.key),
        Binding("end", "end", "Zum Ende", show=False),
    ]

    DEFAULT_CSS = """
    FormInput {
        &.-textual-compact { background: $surface; padding: 0 1; }
        &.-textual-compact:focus { background: $panel; }
        &:disabled { color: $text-muted; }
    }
    """

    def __init__(self, placeholder: str = "", *, id: str | None = None) -> None:  # noqa: A002 (Textual's name)
        super().__init__(
            placeholder=clean(placeholder),
            compact=True,
            max_length=LONGEST,
            select_on_focus=False,
            id=id,
            classes="form-control",
        )

    @property
    def is_search(self) -> bool:
        """Whether one searches here: nothing of that is worth keeping."""
        return "suchen" in self.placeholder.casefold()

    def on_paste(self, event: events.Paste) -> None:
        """Join pasted lines, so that none of them is lost."""
        event.stop()
        event.prevent_default()
        self.replace(clean(" ".join(event.text.split())), *self.selection)

    def restricted(self) -> None:
        """Say why nothing was put in."""
        self.notify(
            f"Das ist zu lang für dieses Feld: höchstens {LONGEST} Zeichen.", severity="warning", markup=False
        )
