"""The review: item by item beside what it rests on; comment, ask for a change, sign."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar, cast

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.content import Content
from textual.widgets import Static

from tea_assistant.model.review import CommentKind
from tea_assistant.model.source import Path
from tea_assistant.review.basis import basis
from tea_assistant.review.items import ReviewItem, item_of
from tea_assistant.review.quote import place_of_quote
from tea_assistant.review.standing import PieceChange, Standing, State, standings
from tea_assistant.review.tally import tally
from tea_assistant.review.threads import Thread
from tea_assistant.services.review.reviewers import Reviewer, review_of
from tea_assistant.services.review.walk import Wanted, next_item
from tea_assistant.services.review.words import tally_text
from tea_assistant.tui.keys import Command
from tea_assistant.tui.page import Page
from tea_assistant.tui.plain import plain
from tea_assistant.tui.review.commands import COMMANDS, HELP_TEXT
from tea_assistant.tui.review.rows import draw
from tea_assistant.tui.review.seen import Seen, changes_since, seen
from tea_assistant.tui.review.tasks import ReviewTasks
from tea_assistant.tui.review.words import count_text
from tea_assistant.tui.widgets.pick_list import PickList
from tea_assistant.tui.widgets.review_item import ReviewItemPane, item_of_standing

if TYPE_CHECKING:
    from tea_assistant.tui.app import TeaApp

_NOTHING = {
    Wanted.UNREVIEWED: "Alles ist freigegeben oder seitdem geändert.",
    Wanted.CHANGED: "Seit Ihren Freigaben hat sich nichts geändert.",
    Wanted.COMMENTED: "Keine Anmerkung wartet.",
}


class ReviewScreen(Page):
    """Shows the way through the application, and the item at hand with all that it rests on."""

    CSS_PATH = "review.tcss"
    HEADING = "Stelle für Stelle"
    PANES: ClassVar[Mapping[str, int]] = {"review-list": 100}
    HELP_TEXT = HELP_TEXT
    COMMANDS: ClassVar[tuple[Command, ...]] = COMMANDS
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", show=False)]

    def __init__(self) -> None:
        super().__init__()
        self._standings: dict[str, Standing] = {}
        self._shown = ""
        """Key of the row whose item is shown."""
        self._seen: Seen | None = None
        self._found: tuple[PieceChange, ...] = ()
        """What changed while the item was looked at."""
        self._tasks = ReviewTasks(self)

    def compose(self) -> ComposeResult:
        """Put the way beside the item, and that beside what it rests on."""
        yield Static(id="review-head", markup=False)
        with Container(id="review-body"):
            yield PickList(self._draw, empty="Hier steht noch nichts.", id="review-list")
            yield ReviewItemPane(lambda: self.session.application, id="review-item")

    def on_mount(self) -> None:
        """Begin in the list."""
        self._list.focus()

    @property
    def _list(self) -> PickList:
        return self.query_one("#review-list", PickList)

    @property
    def _pane(self) -> ReviewItemPane:
        return self.query_one(ReviewItemPane)

    @property
    def _reviewer(self) -> Reviewer | None:
        return cast("TeaApp", self.app).reviewing.reviewer

    @property
    def _standing(self) -> Standing | None:
        return self._standings.get(self._shown)

    @property
    def _item(self) -> ReviewItem | None:
        return item_of_standing(self._standing)

    @property
    def place(self) -> tuple[str, Path]:
        """Where in the dossier the item at hand stands."""
        return (self._item.file, self._item.path) if self._item else ("", ())

    # What is shown

    def show_session(self) -> None:
        """Show where everything stands now, at the same item as before."""
        reviewer, application = self._reviewer, self.session.application
        if reviewer is None:
            return
        review = review_of(self.session, reviewer)
        found = standings(application, review)
        self._standings = {_row(each): each for each in found}
        waiting = sum(len(each.open_threads) for each in found)
        told = plain(tally_text(tally(application, review)), "bold")
        told += plain(f"  ·  {count_text(waiting)}" if waiting else "", "$text-accent")
        self.query_one("#review-head", Static).update(told)
        self._list.show(list(self._standings))
        self._show(self._list.key or "")

    def _draw(self, key: str, width: int) -> Sequence[Content]:
        standing = self._standings.get(key)
        return [draw(standing, width)] if standing else [Content()]

    @on(PickList.Highlighted, "#review-list")
    def _moved(self, event: PickList.Highlighted) -> None:
        event.stop()
        if event.key != self._shown:
            self._show(event.key)

    @on(PickList.Chosen, "#review-list")
    def _chosen(self, event: PickList.Chosen) -> None:
        event.stop()
        self._pane.panes[0].focus()

    def _show(self, key: str) -> None:
        other = key != self._shown
        self._shown = key
        if other:
            self._found = ()
            self._seen = seen(self.session.application, self._item) if self._item else None
        elif self._seen and self._item:
            self._found = changes_since(self._seen, seen(self.session.application, self._item))
        inside = self._inside(self._item.part) if self._item and not self._item.can_be_signed else []
        self._pane.show(self._standing, self._found, inside, other=other)
        self.refresh_bindings()

    def _catch_up(self) -> None:
        """Show the row under the cursor, where somebody types faster than the list tells of it."""
        if (key := self._list.key) and key != self._shown:
            self._show(key)

    def _inside(self, part: str) -> list[Standing]:
        rows = self._standings.values()
        return [s for s in rows if s.item.part == part and s.item.can_be_signed and s.state is not State.GONE]

    # Pointing

    def action_spot(self, by: int) -> None:
        """Point at the next thing."""
        self.clear_selection()
        self._pane.step(by)

    def on_descendant_focus(self) -> None:
        """Let the list make room on a small screen while somebody reads."""
        self.set_class(self._pane.is_read, "-reading")

    def action_follow(self) -> None:
        """Show the item that is pointed at."""
        if (spot := self._pane.current) and spot.item in self._standings and spot.item != self._shown:
            self._list.move_to(spot.item)
            self._list.focus()

    def action_switch_pane(self) -> None:
        """Go from the list to the text, on to what it rests on, and back."""
        ring = (self._list, *self._pane.panes)
        at = next((n for n, widget in enumerate(ring) if widget is self.focused), -1)
        ring[(at + 1) % len(ring)].focus()

    async def action_leave(self) -> None:
        """Go back to the list, and from there to the screen before."""
        if self._pane.is_read:
            self._list.focus()
        else:
            await self.run_action("app.back")

    def action_next(self, wanted: str) -> None:
        """Show the next item that waits for this."""
        self._catch_up()
        if reviewer := self._reviewer:
            item = next_item(self.session, reviewer, self._shown, Wanted(wanted))
            if item is None:
                self.notify(_NOTHING[Wanted(wanted)], markup=False)
            else:
                self._list.move_to(item.key)

    def action_open_item(self) -> None:
        """Go where the item is written."""
        self._catch_up()
        if self._item and self._item.file:
            self.go(self._item.file, self._item.path)

    # Saying

    def action_comment(self) -> None:
        """Remark something on what is pointed at."""
        self._comment(CommentKind.COMMENT)

    def action_ask_change(self) -> None:
        """Ask for a change of what is pointed at."""
        self._comment(CommentKind.CHANGE)

    def _comment(self, kind: CommentKind) -> None:
        self._catch_up()
        if self._reviewer and self._item:
            item, quote = self._target(self._item)
            self._tasks.comment(self._reviewer, item, quote, kind)

    def _target(self, item: ReviewItem) -> tuple[str, str]:
        """Return which item a comment is on, and which words of it."""
        marked = " ".join((self.get_selected_text() or "").split())
        self.clear_selection()
        if marked and place_of_quote(basis(self.session.application, item), marked):
            return item.key, marked
        spot = self._pane.current
        return (spot.item, spot.quote) if spot and not spot.thread else (item.key, "")

    def _with_thread(self, threads: Sequence[Thread]) -> Thread | None:
        spot = self._pane.current
        return next((thread for thread in threads if spot and thread.ref == spot.thread), None)

    def action_answer(self) -> None:
        """Answer a comment."""
        self._catch_up()
        if threads := self._threads:
            self._tasks.choose(threads, self._tasks.answer)

    def action_settle(self) -> None:
        """Settle a comment, or open it again."""
        self._catch_up()
        if threads := self._threads:
            self._tasks.choose(threads, self._tasks.settle)

    @property
    def _threads(self) -> tuple[Thread, ...]:
        """The comment that is pointed at, or else all on the item."""
        threads = self._standing.threads if self._standing else ()
        pointed = self._with_thread(threads)
        return (pointed,) if pointed else threads

    # Signing

    def action_approve(self) -> None:
        """Sign the item as it was shown, or what is in the part."""
        self._catch_up()
        standing, reviewer = self._standing, self._reviewer
        if standing is None or reviewer is None or self._item is None:
            return
        if not standing.item.can_be_signed:
            self._tasks.sign_part(reviewer, standing, self._inside(standing.item.part))
        elif self._seen:
            before = self._seen
            signed = self._tasks.sign(reviewer, {before.key: before.fingerprint})
            if (item := item_of(self.session.application, before.key)) is not None:
                # What is told to have changed is on the screen now, and may be signed next.
                now = seen(self.session.application, item)
                self._seen = now if signed else Seen(now.key, now.fingerprint, before.pieces)
            self.show_session()

    def action_withdraw(self) -> None:
        """Take the sign-off back."""
        self._catch_up()
        if (standing := self._standing) and self._reviewer:
            key = standing.signoff.key if standing.signoff else standing.item.key
            self._tasks.take_back(self._reviewer, key)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what can be done with the item at hand."""
        standing = self._standing
        match action:
            case "answer" | "settle":
                return bool(standing and standing.threads)
            case "comment" | "ask_change" | "approve" | "open_item":
                return self._item is not None
            case "withdraw":
                return bool(standing and (standing.signoff or standing.signed))
        return super().check_action(action, parameters)


def _row(standing: Standing) -> str:
    # A sign-off that is void for good may bear the key of something that is there.
    return f"gone|{standing.item.key}" if standing.state is State.GONE else standing.item.key
