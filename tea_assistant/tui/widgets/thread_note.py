"""A line that says how many comments of reviewers wait at a place, and leads to them."""

from textual.message import Message
from textual.widgets import Button

from tea_assistant.model.application import Application
from tea_assistant.model.source import Path
from tea_assistant.review.items import item_at
from tea_assistant.review.threads import ThreadState, threads
from tea_assistant.tui.plain import plain
from tea_assistant.tui.review.words import CHANGE_SIGN, count_text


class ThreadsWanted(Message):
    """Asks the app to show the comments of reviewers, those on one item first."""

    def __init__(self, item: str = "") -> None:
        super().__init__()
        self.item = item


class ThreadNote(Button):
    """Is there only where comments are; pressed, it leads to them."""

    DEFAULT_CSS = """
    ThreadNote { height: 1; width: auto; margin-bottom: 1; display: none; }
    """

    def __init__(self) -> None:
        super().__init__(compact=True, classes="thread-note")
        self._item = ""

    def show(self, application: Application, file: str, path: Path = ()) -> None:
        """Show what reviewers said to a place."""
        item = item_at(application, file, path)
        found = threads(application, item.key) if item else ()
        waiting = [thread for thread in found if thread.state is not ThreadState.SETTLED]
        self.display = bool(waiting)
        if item and waiting:
            self._item = item.key
            opened = [thread for thread in waiting if thread.is_open]
            sign = CHANGE_SIGN if any(thread.asks_for_change for thread in opened) else "»"
            told = count_text(len(opened)) if opened else "Anmerkungen als erledigt gemeldet"
            self.label = plain(f"{sign} {told}")

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Ask for the comments."""
        event.stop()
        self.post_message(ThreadsWanted(self._item))
