"""The answers of departments: one after the other, beside what stands in the dossier."""

from collections.abc import Callable, Mapping
from pathlib import Path as FilePath
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from tea_assistant.errors import TeaError
from tea_assistant.model.source import Path
from tea_assistant.services.foreign_documents import read_document, unknown
from tea_assistant.services.requests.decisions import accept, change, refuse
from tea_assistant.services.requests.present import place_of
from tea_assistant.services.requests.proposals import Proposal, boxes_of, proposals, sign, troubles_of
from tea_assistant.services.requests.reading import Receipt, is_answer, receive, record
from tea_assistant.tui.keys import Command
from tea_assistant.tui.page import Page
from tea_assistant.tui.plain import plain
from tea_assistant.tui.refusals import explained, for_screens
from tea_assistant.tui.request_commands import ANSWERS, ANSWERS_HELP
from tea_assistant.tui.widgets.answer_sides import AnswerSides
from tea_assistant.tui.widgets.edit_text import EditText, missing
from tea_assistant.tui.widgets.file_picker import FilePicker
from tea_assistant.tui.widgets.grouped_list import GroupedList
from tea_assistant.tui.widgets.pick_list import PickList

_EMPTY = "Strg+O liest ein Formular ein, das zurückgekommen ist."


class AnswersScreen(Page):
    """Lists the answers that wait for a decision, and shows the one at hand beside the present state."""

    CSS_PATH = "answers.tcss"
    HEADING = "Antworten"
    HELP_TEXT = ANSWERS_HELP
    COMMANDS: ClassVar[tuple[Command, ...]] = ANSWERS
    BINDINGS: ClassVar[list[BindingType]] = [
        # Where the keyboard has no umlauts.
        Binding("j", "accept", show=False),
        Binding("u", "change", show=False),
    ]
    PANES: ClassVar[Mapping[str, int]] = {"answers-list": 100}

    def __init__(self) -> None:
        super().__init__()
        self._proposals: dict[str, Proposal] = {}
        self._folders: dict[str, FilePath] = {}
        """Where the documents lay that were read here: files that they name may lie beside them."""

    def compose(self) -> ComposeResult:
        """Put the list beside the answer at hand."""
        yield Static(id="answers-count", markup=False)
        with Vertical(id="answers-body"):
            yield GroupedList(self._draw, empty=_EMPTY, id="answers-list")
            yield AnswerSides(id="answers-sides")
        yield Static(id="answers-hint", markup=False)

    def on_mount(self) -> None:
        """Begin in the list."""
        self._list.focus()

    @property
    def _list(self) -> GroupedList:
        return self.query_one(GroupedList)

    @property
    def current(self) -> Proposal | None:
        """The answer at hand."""
        return self._proposals.get(self._list.key or "")

    @property
    def place(self) -> tuple[str, Path]:
        """Where in the dossier the answer at hand belongs."""
        proposal = self.current
        return (proposal.question.file, place_of(proposal.question.path)) if proposal else ("", ())

    # What is shown

    def show_session(self) -> None:
        """Show what waits now."""
        found = proposals(self.session)
        self._proposals = {proposal.key: proposal for proposal in found}
        rows: list[str] = []
        for proposal in found:
            heading = f"|{proposal.cycle}|{proposal.request.id}|{proposal.request.department}"
            rows += [heading] if heading not in rows else []
            rows.append(proposal.key)
        self._list.show_groups(rows, frozenset(rows) - self._proposals.keys())
        count = len(found)
        told = "1 Antwort wartet" if count == 1 else f"{count or 'Keine'} Antworten warten"
        told = told if count else "Keine Antwort wartet"
        self.set_class(not count, "-empty")
        self.query_one("#answers-count", Static).update(plain(told, "bold"))
        self._show()

    @on(PickList.Highlighted)
    def _show(self) -> None:
        proposal = self.current
        self.query_one(AnswerSides).show(proposal)
        hint = "ü übernehmen · ä ändern · n nicht übernehmen · s später" if proposal else ""
        self.query_one("#answers-hint", Static).update(plain(hint, "$text-muted"))
        self.refresh_bindings()

    @on(PickList.Chosen)
    def _clicked(self, event: PickList.Chosen) -> None:
        # Enter and a click only show: what is taken over has a key of its own.
        event.stop()

    def _draw(self, key: str, width: int) -> list[Content]:
        del width
        proposal = self._proposals.get(key)
        if proposal is None:
            return [plain(key.split("|", 3)[3], "bold $text-primary")]
        marked = sign(proposal)
        style = {"✗": "bold $text-error", "○": ""}.get(marked, "bold $text-warning")
        return [
            plain(f" {marked} ", style) + plain(proposal.title) + plain(f"  {proposal.asked}", "$text-muted")
        ]

    # Deciding

    def action_accept(self) -> None:
        """Take the answer over."""
        if proposal := self.current:
            beside = self._folders.get(proposal.answer.document)
            self._attempt(lambda: accept(self.session, proposal, beside=beside))

    def action_refuse(self) -> None:
        """Leave the dossier as it is."""
        if proposal := self.current:
            self._attempt(lambda: refuse(self.session, proposal))

    def action_later(self) -> None:
        """Go on without a decision."""
        self._list.action_move(1)

    def action_change(self) -> None:
        """Let the text be changed before it is taken over."""
        proposal = self.current
        if proposal is None:
            return

        def problem(text: str) -> str:
            boxes = boxes_of(proposal.ask, text)
            return " ".join(troubles_of(proposal.ask, boxes)) if boxes else missing("")

        box = EditText(proposal.asked, proposal.title, "Übernehmen", text=proposal.said, problem=problem)
        self.ask(box, lambda text: self._take_changed(proposal, text))

    def _take_changed(self, proposal: Proposal, text: str | None) -> None:
        if text is not None:
            beside = self._folders.get(proposal.answer.document)
            boxes = boxes_of(proposal.ask, text)
            self._attempt(lambda: change(self.session, proposal, boxes, beside=beside))

    def _attempt(self, edit: Callable[[], None]) -> None:
        try:
            edit()
        except TeaError as error:
            self.tell(for_screens(error))
        self.session.seal()

    def action_open_place(self) -> None:
        """Go where the answer belongs."""
        file, path = self.place
        if file and self.session.text(file) is not None:
            self.go(file, path)

    # Reading what came back

    def action_pick(self) -> None:
        """Ask for the form."""
        picker = FilePicker("Antwort einlesen", button="Einlesen", example="anfrage-personalamt-2025.xlsx")
        self.ask(picker, self._take_file)

    def _take_file(self, path: FilePath | None) -> None:
        if path is not None:
            self.read_file(path)

    @work(exclusive=True)
    async def read_file(self, path: FilePath) -> None:
        """Read a form that came back, and put its answers down as open."""
        try:
            data = await self.worked_out(lambda: _read(path))
            receipt = record(self.session, receive(self.session, path, data))
        except TeaError as error:
            self.notify(explained(for_screens(error)), severity="error", markup=False)
            return
        self._told(receipt)

    def _told(self, receipt: Receipt) -> None:
        self._folders[receipt.form.document] = receipt.folder
        count = len(receipt.answers)
        new = "1 neue Antwort" if count == 1 else f"{count} neue Antworten" if count else "Keine neue Antwort"
        notes = "\n".join((f"{new} von {receipt.request.department}.", *receipt.notes))
        self.notify(plain(notes, lines=True).plain, markup=False, timeout=10)
        first = next((key for key, p in self._proposals.items() if p.answer in receipt.answers), None)
        if first:
            self._list.move_to(first)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to decide only where something is to be decided."""
        if action in ("accept", "change", "refuse", "later", "open_place"):
            return bool(self._proposals) and (action == "later" or not self.session.read_only)
        return super().check_action(action, parameters)


def _read(path: FilePath) -> bytes:
    data = read_document(path)
    if not is_answer(path.name, data):
        raise unknown(path.name)
    return data
