"""The list of what an action field asks for, each entry with sign and state."""

from collections.abc import Sequence

from textual.content import Content

from tea_assistant.tui.field_entries import FieldEntry
from tea_assistant.tui.plain import plain
from tea_assistant.tui.widgets.pick_list import PickList
from tea_assistant.tui.widgets.progress import glyph, stage_style


class CriterionList(PickList):
    """Shows the title of each entry, and under it how far it is."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 (Textual's name)
        super().__init__(self._draw_entry, row_height=2, id=id)
        self._entries: dict[str, FieldEntry] = {}

    def show_entries(self, entries: Sequence[FieldEntry], *, at: str | None = None) -> None:
        """Show these entries with the cursor as before, or at the entry `at`."""
        self._entries = {entry.key: entry for entry in entries}
        self.show(list(self._entries), at=at)

    def _draw_entry(self, key: str, width: int) -> list[Content]:
        entry = self._entries[key]
        sign = plain(f" {entry.sign or glyph(entry.stage)} ", stage_style(entry.stage))
        title = sign + plain(entry.title)
        word = entry.word if len(entry.word) + 3 <= width else entry.short_word
        # Under the cursor the colours of the cursor hold, so that the state stays readable.
        style = "" if key == self.key else "$text-muted"
        return [title, plain(f"   {word}", style)]
