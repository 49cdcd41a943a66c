"""The line in which a decision is given its words."""

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widgets import Button, Input, Static

from tea_assistant.tui.inbox_verdicts import Verdict
from tea_assistant.tui.plain import plain
from tea_assistant.tui.widgets.form_input import FormInput


class AnswerLine(Vertical):
    """Asks for the words of a decision; Enter hands them over."""

    DEFAULT_CSS = """
    AnswerLine {
        height: auto;
        display: none;
        & > .answer-line--prompt { height: 1; text-wrap: nowrap; text-overflow: ellipsis; }
        & > Horizontal { height: 1; }
        & FormInput { width: 1fr; }
        & Button { margin-left: 1; }
    }
    """

    class Given(Message):
        """Words were typed, or none where none are needed."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 (Textual's name)
        super().__init__(id=id)
        self._prompt = Static(classes="answer-line--prompt", markup=False)
        self._input = FormInput()
        self._verdict: Verdict | None = None

    def compose(self) -> ComposeResult:
        """Put the question above the line."""
        yield self._prompt
        with Horizontal():
            yield self._input
            yield Button("Übernehmen", variant="primary", compact=True)

    @property
    def text(self) -> str:
        """What is typed."""
        return self._input.value.strip()

    def ask(self, verdict: Verdict, text: str = "") -> None:
        """Ask for the words of a decision, beginning with a text."""
        self._verdict = verdict
        optional = "" if verdict.required else " (freiwillig)"
        self._prompt.update(
            plain(f"{verdict.prompt}{optional}") + plain("  Enter übernimmt · Esc bricht ab", "$text-muted")
        )
        self._input.value = text
        self._input.cursor_position = len(text)
        self.display = True
        self._input.focus()

    def close(self) -> None:
        """Ask for nothing."""
        self.display = False
        self._input.value = ""

    @on(Input.Submitted)
    @on(Button.Pressed)
    def _give(self, event: Input.Submitted | Button.Pressed) -> None:
        event.stop()
        if self._verdict and self._verdict.required and not self.text:
            self._prompt.update(
                plain(f"✗ Ohne Worte geht es hier nicht. {self._verdict.prompt}", "$text-error")
            )
            self._input.focus()
            return
        self.post_message(self.Given(self.text))
