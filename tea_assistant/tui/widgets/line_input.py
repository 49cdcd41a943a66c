"""A line to type in."""

from textual import events
from textual.widgets import Input

from tea_assistant.tui.own_keys import obey


class LineInput(Input):
    """An input in which letters and all other keys happen in the order in which they were typed."""

    async def _on_key(self, event: events.Key) -> None:
        await obey(self, event)
