"""The requests to departments: what waits, until when, and what became of each."""

from collections.abc import Mapping
from typing import ClassVar

from rich.console import Group
from rich.padding import Padding
from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from tea_assistant.errors import TeaError
from tea_assistant.model.request import Request
from tea_assistant.model.source import Path
from tea_assistant.prose.dates import german_date
from tea_assistant.services.requests.listing import SIGNS, history_lines, state_text
from tea_assistant.services.requests.requests import RequestState, close, requests_of, state_of
from tea_assistant.tui.keys import Command
from tea_assistant.tui.page import Page
from tea_assistant.tui.plain import clean, plain
from tea_assistant.tui.request_commands import REQUESTS, REQUESTS_HELP
from tea_assistant.tui.request_sending import ask_department
from tea_assistant.tui.widgets.pick_list import PickList

_EMPTY = "Noch niemand gefragt. Strg+N fragt eine Fachstelle."
_STYLES = {RequestState.OVERDUE: "bold $text-error", RequestState.TO_DECIDE: "bold $text-warning"}


class RequestsScreen(Page):
    """Lists the requests of the round, and tells what became of the one at hand."""

    CSS_PATH = "requests.tcss"
    HEADING = "Anfragen"
    HELP_TEXT = REQUESTS_HELP
    COMMANDS: ClassVar[tuple[Command, ...]] = REQUESTS
    PANES: ClassVar[Mapping[str, int]] = {"requests-list": 100}

    def __init__(self) -> None:
        super().__init__()
        self._requests: dict[str, Request] = {}

    def compose(self) -> ComposeResult:
        """Put the list beside what became of the request at hand."""
        with Vertical(id="requests-body"):
            yield PickList(self._draw, row_height=2, empty=_EMPTY, id="requests-list")
            with VerticalScroll(id="requests-detail", can_focus=False):
                yield Static(id="requests-history", markup=False)

    def on_mount(self) -> None:
        """Begin in the list."""
        self._list.focus()

    @property
    def _list(self) -> PickList:
        return self.query_one("#requests-list", PickList)

    @property
    def current(self) -> Request | None:
        """The request at hand."""
        return self._requests.get(self._list.key or "")

    def show_session(self) -> None:
        """Show the requests as they stand now."""
        self._requests = {request.id: request for request in requests_of(self.session)}
        self._list.show(list(self._requests))
        self.set_class(not self._requests, "-empty")
        self._show()

    def show_place(self, path: Path) -> None:
        """Stay in the list: a request is read here, not edited."""
        del path
        self._list.focus()

    @on(PickList.Highlighted)
    def _show(self) -> None:
        request = self.current
        lines = list(history_lines(self.session, request)) if request else []
        # What belongs to an answer stays indented where it is broken into lines.
        told = (Padding(Text(clean(line.strip())), (0, 0, 0, 4 * line.startswith(" "))) for line in lines)
        self.query_one("#requests-history", Static).update(Group(*told))
        self.refresh_bindings()

    @on(PickList.Chosen)
    async def _opened(self, event: PickList.Chosen) -> None:
        event.stop()
        request = self.current
        if request and request.open_answers:
            await self.run_action("app.open('answers')")

    def _draw(self, key: str, width: int) -> list[Content]:
        request = self._requests[key]
        state = state_of(request, self.session)
        told = f" {state_text(request, self.session)} "
        room = max(width - len(told), 8)
        name = plain(f" {SIGNS[state]} ", _STYLES.get(state, "")) + plain(request.department)
        until = f" · bis {german_date(request.until)}" if request.until else ""
        count = "1 Frage" if len(request.questions) == 1 else f"{len(request.questions)} Fragen"
        below = f"   gefragt {german_date(request.asked)}{until} · {count}"
        return [
            name.truncate(room, ellipsis=True, pad=True) + plain(told, _STYLES.get(state, "$text-muted")),
            plain(below, "$text-muted"),
        ]

    def action_new(self) -> None:
        """Ask a department."""
        ask_department(self)

    def action_close(self) -> None:
        """Close the request at hand."""
        if request := self.current:
            try:
                close(self.session, request.id)
            except TeaError as error:
                self.tell(error)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to close only what is open."""
        if action == "close":
            request = self.current
            return bool(request and not request.closed and not self.session.read_only)
        return super().check_action(action, parameters)
