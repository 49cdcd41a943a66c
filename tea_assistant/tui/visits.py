"""The places that one has been to: one step back, one forward, and all of them in a list."""

from msgspec import Struct

from tea_assistant.model.source import Path
from tea_assistant.tui.places import Destination

_MOST = 30
"""Places that are kept; nobody remembers more."""


class Visit(Struct, frozen=True):
    """A place on a screen, and how it is called in a list."""

    destination: Destination
    file: str
    path: Path
    title: str

    def is_at(self, other: "Visit") -> bool:
        """Tell whether two visits are to the same place."""
        return (self.destination, self.file, self.path) == (other.destination, other.file, other.path)


class Visits:
    """Goes back and forth as a browser does."""

    def __init__(self) -> None:
        self._past: list[Visit] = []
        self._future: list[Visit] = []

    def include(self, destination: Destination) -> bool:
        """Tell whether somebody has been on a screen before."""
        return any(visit.destination == destination for visit in (*self._past, *self._future))

    def left(self, visit: Visit) -> None:
        """Note the place that somebody leaves for another one."""
        self._future.clear()
        self._keep(visit)

    def back(self, here: Visit) -> Visit | None:
        """Return the place before this one."""
        return _step(self._past, self._future, here)

    def forward(self, here: Visit) -> Visit | None:
        """Return the place from which one went back to this one."""
        return _step(self._future, self._past, here)

    def recent(self, here: Visit) -> list[Visit]:
        """Return all places but this one, the last one first, each once."""
        found: list[Visit] = []
        for visit in (*reversed(self._past), *self._future):
            if not visit.is_at(here) and not any(visit.is_at(known) for known in found):
                found.append(visit)
        return found

    def _keep(self, visit: Visit) -> None:
        if not (self._past and self._past[-1].is_at(visit)):
            self._past.append(visit)
            del self._past[:-_MOST]


def _step(taken: list[Visit], given: list[Visit], here: Visit) -> Visit | None:
    while taken:
        visit = taken.pop()
        if not visit.is_at(here):
            given.append(here)
            return visit
    return None
