"""Letters over the controls of a screen: typing them leads there."""

from collections.abc import Sequence

from textual import events
from textual.app import ComposeResult
from textual.geometry import Offset
from textual.screen import ModalScreen
from textual.widgets import Label

from tea_assistant.tui.jumping import Target


class JumpScreen(ModalScreen[None]):
    """Lies over the screen that one jumps on; any other key ends it."""

    CSS_PATH = "jump.tcss"

    def __init__(self, targets: Sequence[Target]) -> None:
        super().__init__()
        self._targets = targets
        self._typed = ""

    def compose(self) -> ComposeResult:
        """Put the letters where the controls begin, and say below what to do."""
        for target in self._targets:
            label = Label(target.letters.upper(), classes="jump--letters", markup=False)
            label.absolute_offset = Offset(target.region.x, target.region.y)
            yield label
        yield Label("Buchstabe tippen, um dorthin zu springen · Esc schließt", classes="jump--told")

    def on_key(self, event: events.Key) -> None:
        """Go to the control whose letters are typed."""
        event.stop()
        event.prevent_default()
        self._typed += event.character.lower() if event.character else "?"
        fitting = [target for target in self._targets if target.letters.startswith(self._typed)]
        if not fitting:
            self.dismiss()
            return
        if fitting[0].letters == self._typed:
            self.dismiss()
            # Only then is the screen with the control in front again.
            self.app.call_later(fitting[0].take)
            return
        for target, label in zip(self._targets, self.query(".jump--letters"), strict=True):
            label.display = target in fitting

    def on_click(self) -> None:
        """End it."""
        self.dismiss()
