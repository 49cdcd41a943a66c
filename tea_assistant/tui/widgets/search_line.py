"""The line above a list in which one types to search it."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message

from tea_assistant.tui.widgets.form_input import FormInput


class SearchLine(FormInput):
    """A search: Escape empties it first, Down and Enter go to what was found."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,enter", "leave", show=False),
        Binding("escape", "empty", show=False),
    ]

    class Left(Message):
        """The user is done typing and wants to go to the list."""

    def action_leave(self) -> None:
        """Go to what was found."""
        self.post_message(self.Left())

    def action_empty(self) -> None:
        """Show everything again, and go to the list."""
        self.value = ""
        self.post_message(self.Left())
