"""Says whether an activity applies: three answers side by side."""

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

_ANSWERS: tuple[tuple[bool | None, str], ...] = (
    (True, "trifft zu"),
    (False, "trifft nicht zu"),
    (None, "offen"),
)


class DecisionBar(Widget, can_focus=True):
    """One of three answers, chosen with the arrow keys and Enter, a letter, or a click."""

    DEFAULT_CSS = """
    DecisionBar {
        height: 1;
        width: auto;
        &:disabled { opacity: 60%; }
    }
    """
    ALLOW_SELECT: ClassVar[bool] = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "move(-1)", "Nach links", show=False),
        Binding("right", "move(1)", "Nach rechts", show=False),
        Binding("enter,space", "decide", "Wählen", show=False),
        Binding("j", "answer(0)", "Trifft zu", show=False),
        Binding("n", "answer(1)", "Trifft nicht zu", show=False),
        Binding("o", "answer(2)", "Offen", show=False),
    ]

    applies: reactive[bool | None] = reactive(None)
    """The answer; None while it is open."""
    at: reactive[int] = reactive(0)
    """The answer under the cursor."""

    class Decided(Message):
        """The user has chosen an answer."""

        def __init__(self, *, applies: bool | None) -> None:
            super().__init__()
            self.applies = applies

    def show(self, *, applies: bool | None) -> None:
        """Show an answer; the cursor goes to it, or to the first where it is open."""
        if applies != self.applies or not self.has_focus:
            self.at = 0 if applies is None else [answer for answer, _ in _ANSWERS].index(applies)
        self.applies = applies

    def get_content_width(self, *_: object) -> int:
        """Take as much room as the answers need."""
        return sum(len(word) + 5 for _, word in _ANSWERS)

    def render(self) -> Content:
        """Draw the answers, the chosen one with a filled dot."""
        return Content("").join(self._answer(index) for index in range(len(_ANSWERS)))

    def _answer(self, index: int) -> Content:
        answer, word = _ANSWERS[index]
        chosen = answer == self.applies
        text = f" {'●' if chosen else '○'} {word} "
        if self.has_focus and index == self.at:
            style = "$block-cursor-foreground on $block-cursor-background bold"
        else:
            style = "bold $text-primary" if chosen else "$text-muted"
        return Content.styled(text, style) + Content(" ")

    def watch_has_focus(self, _focus: bool) -> None:
        """Draw the cursor, or take it away."""
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Choose the answer that was clicked."""
        left = 0
        for index, (_, word) in enumerate(_ANSWERS):
            left += len(word) + 5
            if event.x < left:
                self.action_answer(index)
                return

    def action_move(self, by: int) -> None:
        """Move the cursor to the next answer."""
        self.at = max(0, min(self.at + by, len(_ANSWERS) - 1))

    def action_decide(self) -> None:
        """Choose the answer under the cursor."""
        self.post_message(self.Decided(applies=_ANSWERS[self.at][0]))

    def action_answer(self, index: int) -> None:
        """Choose an answer."""
        self.at = index
        self.action_decide()
