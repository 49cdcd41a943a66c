"""Where a person is among the proposals: which are shown, which one is at hand, what comes next."""

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from types import MappingProxyType

from tea_assistant.model.proposal import Certainty, ProposalKind
from tea_assistant.services.triage.items import Item, ItemState

_SAYINGS = (ProposalKind.AWARD, ProposalKind.PRAISE, ProposalKind.EXPECTATION, ProposalKind.STATEMENT)


class Shown(StrEnum):
    """Which proposals one goes through."""

    OPEN = "open"
    ALL = "all"
    CERTAIN = "certain"
    CHANGED = "changed"
    MEASURES = "measures"
    GOALS = "goals"
    SAYINGS = "sayings"
    FIGURES = "figures"

    @property
    def word(self) -> str:
        """The German word for it."""
        return _WORDS[self]

    def admits(self, item: Item) -> bool:
        """Tell whether a proposal is shown."""
        return _TESTS[self](item)


class TriageWalk:
    """Goes through the proposals one after the other; what was left for later comes at the end."""

    def __init__(self) -> None:
        self.items: tuple[Item, ...] = ()
        self.shown: tuple[Item, ...] = ()
        self.filter = Shown.OPEN
        self._by_id: dict[str, Item] = {}
        self._at = ""

    @property
    def item(self) -> Item | None:
        """What is at hand; None where nothing shown is left."""
        return self._by_id.get(self._at)

    @property
    def number(self) -> int:
        """The number of the proposal at hand among those shown, from 1; 0 where it is none of them."""
        return next((n for n, item in enumerate(self.shown, 1) if item.id == self._at), 0)

    def load(self, items: Sequence[Item]) -> None:
        """Take the proposals as they are now; what was decided and is open again comes to hand."""
        before = {item.id: item.state for item in self.items}
        after = self._after()
        self._take(items)
        reopened = next((item for item in items if _is_open_again(before.get(item.id), item.state)), None)
        if reopened:
            self._at = reopened.id
        elif self._at not in self._by_id:
            # Where a split or join was taken back, what it was made of is there again.
            new = (item.id for item in items if before and item.id not in before)
            gone = (*new, *after) if self._at else ()
            self._at = next((key for key in gone if key in self._by_id), "") or self._first_waiting()
        self._filter()

    def decided(self, items: Sequence[Item]) -> None:
        """Go on to the next open proposal after a decision about the one at hand."""
        after = self._after()
        self._take(items)
        self._filter()
        shown = {item.id: item for item in self.shown}
        rest = [shown[key] for key in after if key in shown]
        following = next((i for i in rest if i.state is ItemState.OPEN), None)
        if following is None:
            following = next((i for i in self.shown if i.state is ItemState.OPEN), None)
        if following is None:
            # Only what was put off is left: the next one of that, in turn.
            later = [i for i in (*rest, *self.shown) if i.state is ItemState.LATER]
            following = later[0] if later else None
        self._at = following.id if following else ""

    def show(self, wanted: Shown) -> None:
        """Go through other proposals."""
        self.filter = wanted
        self._at = ""
        self._filter()
        waiting = next((item for item in self.shown if item.state is ItemState.OPEN), None)
        first = waiting or next(iter(self.shown), None)
        self._at = first.id if first else ""

    def step(self, by: int) -> None:
        """Look at the proposal before or after among those shown; from the end it goes back to the last."""
        keys = [item.id for item in self.shown]
        if self._at in keys:
            self._at = keys[max(0, min(keys.index(self._at) + by, len(keys) - 1))]
        elif keys:
            self._at = keys[-1] if by < 0 else keys[0]

    def go_to(self, item_id: str) -> None:
        """Take up a certain proposal."""
        if item_id in self._by_id:
            self._at = item_id
            self._filter()

    def count(self, wanted: Shown) -> int:
        """Tell how many proposals a filter lets through."""
        return sum(wanted.admits(item) for item in self.items)

    def _take(self, items: Sequence[Item]) -> None:
        # Tables are for another screen, so they come last.
        self.items = tuple(sorted(items, key=lambda item: item.proposal.kind is ProposalKind.FIGURE))
        self._by_id = {item.id: item for item in self.items}

    def _filter(self) -> None:
        # What is at hand stays in sight, also where it was decided.
        self.shown = tuple(item for item in self.items if self.filter.admits(item) or item.id == self._at)

    def _first_waiting(self) -> str:
        waiting = [item for item in self.items if item.state is ItemState.OPEN]
        waiting += [item for item in self.items if item.state is ItemState.LATER]
        found = next((item for item in waiting if self.filter.admits(item)), None)
        return found.id if found else ""

    def _after(self) -> list[str]:
        keys = [item.id for item in self.items]
        at = keys.index(self._at) if self._at in keys else -1
        return keys[at + 1 :]


def _is_open_again(before: ItemState | None, now: ItemState) -> bool:
    if before in (None, ItemState.OPEN) or not now.waits:
        return False
    return before is not now


_TESTS: Mapping[Shown, Callable[[Item], bool]] = MappingProxyType(
    {
        Shown.OPEN: lambda item: item.state.waits,
        Shown.ALL: lambda _: True,
        Shown.CERTAIN: lambda i: i.state.waits and i.proposal.certainty is Certainty.CERTAIN,
        Shown.CHANGED: lambda item: item.earlier is not None,
        Shown.MEASURES: lambda item: item.proposal.kind is ProposalKind.MEASURE,
        Shown.GOALS: lambda item: item.proposal.kind is ProposalKind.GOAL,
        Shown.SAYINGS: lambda item: item.proposal.kind in _SAYINGS,
        Shown.FIGURES: lambda item: item.proposal.kind is ProposalKind.FIGURE,
    }
)
_WORDS: Mapping[Shown, str] = MappingProxyType(
    {
        Shown.OPEN: "offene",
        Shown.ALL: "alle",
        Shown.CERTAIN: "offene, deren Aktionsfeld sicher ist",
        Shown.CHANGED: "seit dem letzten Einlesen geänderte",
        Shown.MEASURES: "Maßnahmen",
        Shown.GOALS: "Ziele",
        Shown.SAYINGS: "Lob, Erwartungen und Aussagen",
        Shown.FIGURES: "Kennzahlen",
    }
)
