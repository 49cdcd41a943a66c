"""A list whose rows one looks at before one leaves through them."""

from textual import events

from tea_assistant.tui.widgets.pick_list import PickList


class WordList(PickList):
    """A click goes to a row; only a click on the row that is at hand already chooses it."""

    def on_click(self, event: events.Click) -> None:
        """Go to the row that was clicked, or choose it."""
        event.prevent_default()
        row = event.y + self.scroll_offset.y
        if event.button != 1 or not 0 <= row < len(self.keys):
            return
        if row == self.highlighted:
            self.action_choose()
        else:
            self.highlighted = row
