"""The comments of all reviewers: what is asked, where, and what has become of it."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar, cast

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from tea_assistant.model.source import Path
from tea_assistant.review.basis import basis
from tea_assistant.review.items import item_of
from tea_assistant.review.threads import Thread, ThreadState, item_title, threads
from tea_assistant.tui.keys import Command
from tea_assistant.tui.page import Page
from tea_assistant.tui.plain import plain
from tea_assistant.tui.review.blocks import section, statement_blocks
from tea_assistant.tui.review.commands import THREADS, THREADS_HELP
from tea_assistant.tui.review.spots import Block
from tea_assistant.tui.review.tasks import ReviewTasks
from tea_assistant.tui.review.thread_blocks import thread_blocks
from tea_assistant.tui.review.words import thread_sign
from tea_assistant.tui.widgets.pick_list import PickList
from tea_assistant.tui.widgets.spot_pane import SpotPane

if TYPE_CHECKING:
    from tea_assistant.tui.app import TeaApp

_NONE = "Keine Anmerkung wartet. a zeigt auch die erledigten."
_NOBODY = "Noch hat niemand etwas angemerkt. Wer die Bewerbung liest, beginnt mit Strg+P und „Prüfen“."


class ThreadsScreen(Page):
    """Lists the comments, and shows the one at hand beside what stands there now."""

    CSS_PATH = "threads.tcss"
    HEADING = "Anmerkungen"
    HELP_TEXT = THREADS_HELP
    COMMANDS: ClassVar[tuple[Command, ...]] = THREADS
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", show=False)]
    PANES: ClassVar[Mapping[str, int]] = {"threads-list": 100}

    def __init__(self, subject: str = "") -> None:
        super().__init__()
        self._subject = subject
        """An item whose comments, or a reviewer of whom a comment, is shown first."""
        self._threads: dict[str, Thread] = {}
        self._settled_too = False
        self._tasks = ReviewTasks(self)

    def compose(self) -> ComposeResult:
        """Put the list beside the comment at hand."""
        yield Static(id="threads-head", markup=False)
        with Vertical(id="threads-body"):
            yield PickList(self._draw, row_height=2, empty=_NONE, id="threads-list")
            yield SpotPane(id="threads-detail")

    def on_mount(self) -> None:
        """Begin in the list."""
        self._list.focus()

    @property
    def _list(self) -> PickList:
        return self.query_one(PickList)

    @property
    def current(self) -> Thread | None:
        """The comment at hand."""
        return self._threads.get(self._list.key or "")

    @property
    def place(self) -> tuple[str, Path]:
        """Where in the dossier the comment at hand belongs."""
        thread = self.current
        item = item_of(self.session.application, thread.item) if thread else None
        return (item.file, item.path) if item else ("", ())

    # What is shown

    def show_session(self) -> None:
        """Show the comments as they stand now."""
        found = threads(self.session.application)
        opened = sum(thread.is_open for thread in found)
        claimed = sum(thread.state is ThreadState.CLAIMED for thread in found)
        told = f"{opened} offen, {claimed} als erledigt gemeldet, {len(found)} insgesamt"
        self.query_one("#threads-head", Static).update(plain(told, "bold"))
        shown = [t for t in found if self._settled_too or t.state is not ThreadState.SETTLED]
        self._threads = {thread.ref: thread for thread in shown}
        first = next((t.ref for t in shown if self._subject in (t.item, t.review.id)), None)
        self._list.empty = _NONE if found else _NOBODY
        self._list.show(list(self._threads), at=first)
        self._subject = ""
        self.set_class(not shown, "-empty")
        self._show()

    def show_place(self, path: Path) -> None:
        """Show the comment of a place in a reviewer's file; from a sign-off, go where it belongs."""
        destination = self.destination.subject if self.destination else ""
        review = self.session.application.round.reviews.get(destination)
        match path:
            case ("comments", int(index), *_):
                found = (t for t in threads(self.session.application) if t.review is review)
                if ref := next((t.ref for t in found if t.index == index), None):
                    self._settled_too |= ref not in self._threads
                    self.show_session()
                    self._list.move_to(ref)
            case ("signoffs", int(index), *_) if review and index < len(review.signoffs):
                if item := item_of(self.session.application, review.signoffs[index].key):
                    self.go(item.file, item.path)

    @on(PickList.Highlighted)
    def _show(self) -> None:
        thread = self.current
        self.query_one(SpotPane).show(self._detail(thread) if thread else [])
        self.query_one(SpotPane).scroll_home(animate=False)
        self.refresh_bindings()

    def _detail(self, thread: Thread) -> list[Block]:
        application = self.session.application
        item = item_of(application, thread.item)
        pieces = basis(application, item) if item else ()
        blocks = [
            section(item_title(application, thread.item)),
            *thread_blocks(application, [thread], pieces),
        ]
        if item and item.can_be_signed:
            blocks += [section("So steht es jetzt da"), *statement_blocks(application, item, [thread])]
        elif item is None:
            blocks.append(section("Diese Stelle gibt es nicht mehr."))
        return blocks

    def _draw(self, key: str, width: int) -> Sequence[Content]:
        thread = self._threads.get(key)
        if thread is None:
            return [Content()]
        sign, style = thread_sign(thread)
        first = plain(f"{sign} ", style) + plain(item_title(self.session.application, thread.item))
        who = " ".join(thread.review.name.split()) or thread.review.id
        said = plain(f"  {who}: {thread.comment.text}", "$text-muted")
        return [first.truncate(width, ellipsis=True), said.truncate(width, ellipsis=True)]

    # Going on

    @on(PickList.Chosen)
    def _chosen(self, event: PickList.Chosen) -> None:
        event.stop()
        self.action_open_item()

    def action_open_item(self) -> None:
        """Go where the comment belongs."""
        file, path = self.place
        if file:
            self.go(file, path)

    def action_answer(self) -> None:
        """Answer the comment."""
        if thread := self.current:
            self._tasks.answer(thread)

    def action_settle(self) -> None:
        """Say that the comment is settled, or open it again."""
        if thread := self.current:
            self._tasks.settle(thread)

    def action_who(self) -> None:
        """Ask in whose name answers are given from now on."""
        cast("TeaApp", self.app).reviewing.speaker(lambda _: None, again=True)

    def action_show_all(self) -> None:
        """Show the settled ones too, or no more."""
        self._settled_too = not self._settled_too
        self.show_session()

    def action_spot(self, by: int) -> None:
        """Scroll the comment: there is nothing in it to point at."""
        self.query_one(SpotPane).scroll_relative(y=by, animate=False)

    def action_follow(self) -> None:
        """Go where the comment belongs."""
        self.action_open_item()

    async def action_leave(self) -> None:
        """Go back to the list, and from there to the screen before."""
        if self.focused is self.query_one(SpotPane):
            self._list.focus()
        else:
            await self.run_action("app.back")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what can be done with the comment at hand."""
        if action in ("answer", "settle", "open_item"):
            return bool(self._threads)
        if action == "who":
            return not self.session.review_file
        return super().check_action(action, parameters)
