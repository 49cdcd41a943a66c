"""Finds words in all texts of the dossier and leads to the very place."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static
from textual.worker import get_current_worker

from tea_assistant.services.find import Finder, Found, Hit, Now
from tea_assistant.services.find_text import context
from tea_assistant.tui.plain import clean, plain
from tea_assistant.tui.widgets.dialog import Dialog
from tea_assistant.tui.widgets.line_input import LineInput
from tea_assistant.tui.widgets.pick_list import PickList

_NOTHING = "Tippen Sie mindestens zwei Buchstaben."


class FindScreen(Dialog[Hit]):
    """Shows each place with the word in its context while one types; the result is where to go."""

    CSS_PATH = "find.tcss"
    BEGINS_IN_LINE = True
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "move(1)", show=False),
        Binding("up", "move(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
    ]

    def __init__(self, finder: Finder, now: Now, query: str) -> None:
        super().__init__()
        self._finder = finder
        self._now = now
        self._hits: dict[str, Hit] = {}
        self._list = PickList(self._draw, row_height=2)
        self._told = Static(_NOTHING, classes="find--told", markup=False)
        self.query_text = query
        """What is typed; the app offers it the next time."""

    def compose(self) -> ComposeResult:
        """Put the search above what was found."""
        with Vertical(classes="dialog--box") as box:
            box.border_title = "In allen Texten finden"
            box.border_subtitle = "Enter geht hin · Esc schließt"
            yield LineInput(
                self.query_text,
                placeholder="Wort suchen, auch ohne Umlaute: vaeter, mitarbeiterinnen",
                compact=True,
            )
            yield self._told
            yield self._list

    def on_mount(self) -> None:
        """Leave the cursor where one types."""
        self._list.can_focus = False

    def _draw(self, key: str, width: int) -> list[Content]:
        hit = self._hits[key]
        right = f"  {hit.kind} "
        about = plain(hit.about).truncate(max(width - len(right) - 1, 10), ellipsis=True, pad=True)
        room = max((width - (hit.end - hit.start) - 4) // 2, 8)
        lead, word, tail = context(hit, room, room)
        # As Markdown writes a gender star, nobody reads it.
        line = plain(lead.replace("\\*", "*")) + plain(
            word.replace("\\*", "*"), "bold $text-accent underline"
        )
        line += plain(tail.replace("\\*", "*"))
        return [
            Content(" ") + about + plain(right, "$text-muted"),
            Content("   ") + line.truncate(max(width - 4, 10), ellipsis=True),
        ]

    @on(Input.Changed)
    def _search(self, event: Input.Changed) -> None:
        event.stop()
        self.query_text = event.value
        self.run_worker(self._find, thread=True, exclusive=True, group="find")

    def _find(self) -> None:
        worker, query = get_current_worker(), self.query_text
        found = self._finder.find(self._now, query)
        if not worker.is_cancelled:
            self.app.call_from_thread(self._show, query, found)

    def _show(self, query: str, found: Found) -> None:
        if query != self.query_text or not self.is_attached:
            return
        self._hits = {str(number): hit for number, hit in enumerate(found.hits)}
        self._list.show(list(self._hits), at="0")
        self._told.update(clean(_told(query, found)))

    @on(Input.Submitted)
    @on(PickList.Chosen)
    def _choose(self) -> None:
        if self._list.key is not None:
            self.dismiss(self._hits[self._list.key])

    def action_move(self, by: int) -> None:
        """Move through the places from inside the search."""
        self._list.action_move(by)

    def action_page(self, direction: int) -> None:
        """Move through the places from inside the search, by what is in sight."""
        self._list.action_page(direction)


def _told(query: str, found: Found) -> str:
    if not found.hits:
        return "Nichts gefunden. Ein kürzeres Wort findet mehr." if len(query.strip()) > 1 else _NOTHING
    places = "1 Stelle" if found.total == 1 else f"{found.total} Stellen"
    if found.total > len(found.hits):
        places += f", die ersten {len(found.hits)} davon"
    return f"„{query}“ steht nirgends; „{found.instead}“: {places}" if found.instead else places
