"""The decisions that are possible, side by side, each with its key."""

from collections.abc import Sequence

from textual import on
from textual.message import Message

from tea_assistant.tui.inbox_verdicts import Verdict
from tea_assistant.tui.widgets.key_row import KeyRow


class VerdictBar(KeyRow):
    """Shows what can be decided and what is chosen; a second click makes it count."""

    class Picked(Message):
        """A decision was clicked."""

        def __init__(self, verdict: Verdict) -> None:
            super().__init__()
            self.verdict = verdict

    class Decided(Message):
        """What is chosen was clicked once more."""

    def __init__(self) -> None:
        super().__init__()
        self._verdicts: Sequence[Verdict] = ()
        self._chosen: Verdict | None = None

    def offer(self, verdicts: Sequence[Verdict], chosen: Verdict | None) -> None:
        """Show these decisions, one of them chosen."""
        self._verdicts, self._chosen = verdicts, chosen
        self.show([(verdict.key, verdict.word, verdict is chosen) for verdict in verdicts])

    @on(KeyRow.Pressed)
    def _clicked(self, event: KeyRow.Pressed) -> None:
        event.stop()
        clicked = next(verdict for verdict in self._verdicts if verdict.key == event.key)
        if clicked is self._chosen:
            self.post_message(self.Decided())
        else:
            self.post_message(self.Picked(clicked))
