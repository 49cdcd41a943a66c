"""Where a person is in the inbox: what is at hand, what was put off, what comes next."""

from collections.abc import Sequence

from msgspec import Struct

from tea_assistant.services.inbox.inbox import Item, following, open_items


class Tally(Struct, frozen=True):
    """How far the inbox is."""

    done: int
    total: int
    put_off: int
    """So many of the open things were looked at and put off."""

    @property
    def open(self) -> int:
        """So many things are left."""
        return self.total - self.done

    @property
    def share(self) -> float:
        """How much is decided, from 0 to 1."""
        return self.done / self.total if self.total else 0.0


class Walk:
    """Goes through the inbox one thing after the other; what is put off comes again at the end."""

    def __init__(self) -> None:
        self.items: tuple[Item, ...] = ()
        self._at = ""
        self._later: list[str] = []
        self._refused = 0
        """So many things were put off in a row: once through all of them is enough."""

    @property
    def item(self) -> Item | None:
        """What is at hand; None once there is nothing left to decide."""
        return next((item for item in self.items if item.key == self._at), None)

    @property
    def tally(self) -> Tally:
        """How far the inbox is."""
        left = open_items(self.items)
        return Tally(len(self.items) - len(left), len(self.items), sum(i.key in self._later for i in left))

    def load(self, items: Sequence[Item]) -> None:
        """Take the things as they are now; what was decided and is open again comes to hand."""
        decided = {item.key for item in self.items if item.decided}
        first = not self.items
        self.items = tuple(items)
        left = open_items(self.items)
        reopened = next((item for item in left if item.key in decided), None)
        if reopened:
            self._at, self._refused = reopened.key, 0
        elif first or (self._at and self.item is None):
            self._at = left[0].key if left else ""

    def decided(self) -> None:
        """Go on after a decision."""
        self._later = [key for key in self._later if key != self._at]
        self._refused = 0
        self._go_on()

    def put_off(self) -> None:
        """Leave what is at hand for later; after one round of nothing else, it is enough."""
        self._later = [*(key for key in self._later if key != self._at), self._at]
        self._refused += 1
        if self._refused >= len(open_items(self.items)):
            self._at, self._refused = "", 0
        else:
            self._go_on()

    def step(self, by: int) -> None:
        """Look at the thing before or after, decided or not; from the end it goes back to the last one."""
        keys = [item.key for item in self.items]
        if self._at in keys:
            self._at = keys[max(0, min(keys.index(self._at) + by, len(keys) - 1))]
        elif keys and by < 0:
            self._at = keys[-1]

    def go_to(self, key: str) -> None:
        """Take up a certain thing."""
        self._at = key

    def again(self) -> None:
        """Begin anew with what is open."""
        left = open_items(self.items)
        self._at, self._refused = (left[0].key if left else ""), 0

    def _go_on(self) -> None:
        found = following(self.items, self._at, self._later)
        self._at = found.key if found else ""
