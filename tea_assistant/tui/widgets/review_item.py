"""An item in review: what it says, what changed in it, what was said to it, and what it rests on."""

from collections.abc import Callable, Sequence

from textual import events, on, work
from textual.app import ComposeResult
from textual.containers import Container, Vertical, VerticalScroll
from textual.widgets import Static

from tea_assistant.model.application import Application
from tea_assistant.prose.dates import german_moment
from tea_assistant.review.basis import basis
from tea_assistant.review.items import ReviewItem
from tea_assistant.review.standing import PieceChange, Standing, State
from tea_assistant.services.review.words import state_text
from tea_assistant.tui.plain import plain
from tea_assistant.tui.review.blocks import basis_blocks, part_blocks, section, statement_blocks
from tea_assistant.tui.review.spots import Block, Spot
from tea_assistant.tui.review.texts import readable
from tea_assistant.tui.review.thread_blocks import thread_blocks
from tea_assistant.tui.review.words import sign_of
from tea_assistant.tui.widgets.difference_rows import DifferenceRows
from tea_assistant.tui.widgets.spot_pane import SpotPane


def item_of_standing(standing: Standing | None) -> ReviewItem | None:
    """Return the item of a standing; None where it is gone."""
    return standing.item if standing and standing.state is not State.GONE else None


class ReviewItemPane(Vertical):
    """Shows one item, and points at a sentence, a measure, a figure or a comment of it."""

    def __init__(self, application: Callable[[], Application], *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._application = application
        self._spot = ""
        self._title = Static(id="review-title", markup=False)
        self._difference = DifferenceRows(id="review-difference")
        self._whole = VerticalScroll(id="review-panes", can_focus=False)
        self.panes = SpotPane(id="review-statement"), SpotPane(id="review-basis")
        """What the item says, and what it rests on."""

    def compose(self) -> ComposeResult:
        """Put what changed above the text, and that beside what it rests on."""
        yield self._title
        with self._whole:
            yield self._difference
            with Container(id="review-sides"):
                yield from self.panes

    def show(
        self,
        standing: Standing | None,
        found: Sequence[PieceChange],
        inside: Sequence[Standing],
        *,
        other: bool,
    ) -> None:
        """Show where an item stands; `found` is what changed meanwhile, `inside` what a part holds."""
        if other:
            self._spot = ""
        self._show_title(standing)
        self._show_difference(standing, found)
        item, application = item_of_standing(standing), self._application()
        statement, rests_on = self.panes
        statement.show(self._statement(standing, inside), self._spot)
        rests_on.show(basis_blocks(application, item) if item else [], self._spot)
        if other:
            for pane in (*self.panes, self._whole):
                pane.scroll_home(animate=False)

    def _show_title(self, standing: Standing | None) -> None:
        text = plain("")
        if standing:
            item = standing.item
            sign, style = sign_of(standing)
            where = f"{item.part_title}  ›  " if item.can_be_signed and item.part_title != item.part else ""
            text = plain(where, "$text-muted") + plain(item.title, "bold")
            text += plain(f"\n{sign} ", style, lines=True) + plain(state_text(standing), style)
        self._title.update(text)

    # Without a description, Textual would write out its arguments as one.
    @work(exclusive=True, group="difference", description="difference")
    async def _show_difference(self, standing: Standing | None, found: Sequence[PieceChange]) -> None:
        heading, changes = "Gerade eben geändert, während Sie es ansehen", found
        if standing and standing.state in (State.VOID, State.GONE):
            made = german_moment(standing.signoff.made) if standing.signoff else ""
            since = f" am {made}" if made else ""
            what = "geändert" if standing.state is State.VOID else "weggefallen"
            heading, changes = f"Seit Ihrer Freigabe{since} {what}", standing.changes
        shown = readable(self._application(), item_of_standing(standing), changes)
        await self._difference.show(heading, shown)

    def _statement(self, standing: Standing | None, inside: Sequence[Standing]) -> list[Block]:
        item, application = item_of_standing(standing), self._application()
        if standing is None or item is None:
            return []
        blocks = part_blocks(inside)
        if item.can_be_signed:
            blocks = statement_blocks(application, item, standing.threads)
        said = list(thread_blocks(application, standing.threads, basis(application, item)))
        return [*blocks, *([section("Anmerkungen"), *said] if said else [])]

    # Pointing

    @property
    def is_read(self) -> bool:
        """Whether the cursor is in here."""
        return self.screen.focused in self.panes

    @property
    def current(self) -> Spot | None:
        """What is pointed at; None while the cursor is elsewhere."""
        if not self.is_read:
            return None
        return next((spot for pane in self.panes for spot in pane.spots if spot.key == self._spot), None)

    def step(self, by: int) -> None:
        """Point at the next thing, from the text on to what it rests on."""
        keys = [spot.key for pane in self.panes for spot in pane.spots]
        if keys:
            at = keys.index(self._spot) + by if self._spot in keys else 0
            self._point_at(keys[max(0, min(at, len(keys) - 1))])

    @on(SpotPane.Picked)
    def _picked(self, event: SpotPane.Picked) -> None:
        event.stop()
        self._point_at(event.key)

    def _point_at(self, key: str) -> None:
        self._spot = key
        for pane in self.panes:
            pane.point_at(key)
            if self.screen.focused is not pane and any(spot.key == key for spot in pane.spots):
                pane.focus(scroll_visible=False)
        self.screen.refresh_bindings()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Point at the first thing of a pane."""
        pane = event.widget
        if isinstance(pane, SpotPane) and pane.spots and all(s.key != self._spot for s in pane.spots):
            self.call_after_refresh(self._point_at, pane.spots[0].key)
