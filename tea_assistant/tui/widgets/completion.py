"""Helps with a reference while it is typed: what opens the list, what the keys do, what is put in."""

from collections.abc import Callable

from tea_assistant.model.application import Application
from tea_assistant.prose.references import ReferenceKind
from tea_assistant.tui.widgets.prose_area import ProseArea
from tea_assistant.tui.widgets.reference_completion import Opened, Suggestion, fitting, opened, suggestions
from tea_assistant.tui.widgets.reference_list import ReferenceList


class Completion:
    """Watches the typing in one text and opens the list of suggestions beside the cursor."""

    def __init__(
        self, area: ProseArea, references: ReferenceList, application: Callable[[], Application] | None
    ) -> None:
        self._area = area
        area.takes_key = self._take_key
        self._list = references
        self._application = application
        self._opened: Opened | None = None
        self._dismissed: tuple[int, int] | None = None
        """Where the user closed the list: it does not open again for the same brackets."""
        self._offered: tuple[Application, ReferenceKind, list[Suggestion]] | None = None

    def typed(self) -> None:
        """Open, narrow down or close the list after a change of the text."""
        self._opened = self._under_cursor() if self._area.has_focus else None
        if self._opened is None:
            self._dismissed = None
        found = self._matches()
        if found:
            self._list.open(found, self._area.cursor_screen_offset)
        else:
            self._list.close()

    def moved(self) -> None:
        """Close the list when the cursor has stepped out of the brackets; typing moves it too."""
        if self._list.is_open and self._opened:
            now = self._under_cursor()
            if now is None or now.start != self._opened.start:
                self._list.close()

    def _take_key(self, key: str) -> bool:
        if not self._list.is_open:
            return False
        match key:
            case "down":
                self._list.action_cursor_down()
            case "up":
                self._list.action_cursor_up()
            case "enter" | "tab":
                self.put_in(self._list.chosen)
            case "escape":
                if self._opened:
                    self._dismissed = (self._area.cursor_location[0], self._opened.start)
                self._list.close()
            case _:
                return False
        return True

    def put_in(self, suggestion: Suggestion | None) -> None:
        """Replace what was typed by a reference."""
        self._list.close()
        if suggestion is None or self._opened is None:
            return
        row = self._area.cursor_location[0]
        start, end = (row, self._opened.start), (row, self._opened.end)
        result = self._area.replace(suggestion.reference, start, end)
        self._area.move_cursor(result.end_location)

    def _under_cursor(self) -> Opened | None:
        row, column = self._area.cursor_location
        return opened(self._area.document.get_line(row), column)

    def _matches(self) -> list[Suggestion]:
        if self._opened is None or self._application is None:
            return []
        if self._dismissed == (self._area.cursor_location[0], self._opened.start):
            return []
        application, kind = self._application(), self._opened.kind
        if self._offered is None or self._offered[0] is not application or self._offered[1] is not kind:
            self._offered = (application, kind, suggestions(application, kind))
        return fitting(self._offered[2], self._opened.query)
