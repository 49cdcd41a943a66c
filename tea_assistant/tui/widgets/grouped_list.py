"""A list to pick from whose rows stand under headings; the cursor steps over those."""

from collections.abc import Collection, Sequence

from tea_assistant.tui.widgets.pick_list import PickList


class GroupedList(PickList):
    """A `PickList` in which some rows are headings."""

    headings: Collection[str] = ()
    """The keys of the rows that are headings."""

    def show_groups(self, keys: Sequence[str], headings: Collection[str]) -> None:
        """Show these rows, of which some are headings."""
        self.headings = headings
        self.show(keys)
        if self.key in self.headings:
            self.action_move(1)
        self._show_heading()

    def action_move(self, by: int) -> None:
        """Move the cursor by some rows, and on while it stands on a heading."""
        super().action_move(by)
        step = 1 if by > 0 else -1
        if self.key in self.headings:
            before = self.highlighted
            super().action_move(step)
            if self.highlighted == before:
                # There is nothing above the first heading.
                super().action_move(-step)
        self._show_heading()

    def _show_heading(self) -> None:
        """Keep the heading of the first row beneath it in sight."""
        at = self.highlighted or 0
        if at and self.keys[at - 1] in self.headings and at - 1 < self.scroll_target_y:
            self.scroll_to(y=at - 1, animate=False, force=True)
