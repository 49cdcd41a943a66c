"""What is compared on the screen of the states, and how it is headed."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from msgspec import Struct
from textual.content import Content

from tea_assistant.model.application import Application
from tea_assistant.services.compare import FileChange
from tea_assistant.services.snapshots.known_states import KnownState
from tea_assistant.services.snapshots.states import Present, State, differences, only
from tea_assistant.services.snapshots.text import contents
from tea_assistant.tui import wording
from tea_assistant.tui.plain import plain

_NOW = "jetzt"
_START = "am Anfang"
_MOST_PROBLEMS = 2
_NOTHING = State({})


class Question(Struct, frozen=True):
    """Which two states are set against each other, the older one first; None stands for now."""

    state: KnownState
    """The one that the user looks at."""
    older: KnownState | None
    newer: KnownState | None
    from_start: bool = False
    """The older one is an empty dossier: nobody knows what was before."""

    def answer(
        self, root: Path, now: Present, names: Mapping[str, str], file: str
    ) -> tuple[State, tuple[FileChange, ...]]:
        """Return what the state says and what changed, in one file or (empty) in all; raises `TeaError`."""
        then = self.state.read(root)
        sides = [_NOTHING if self.from_start else self._read(self.older, then, root, now)]
        sides.append(self._read(self.newer, then, root, now))
        if file:
            sides = [only(side, file) for side in sides]
        return then, differences(sides[0], sides[1], names)

    def _read(self, side: KnownState | None, then: State, root: Path, now: Present) -> State:
        if side is None:
            return now.read()
        return then if side is self.state else side.read(root)

    def head(self, application: Application) -> Content:
        """Say what is compared, and what there is to know of the state."""
        older = _START if self.from_start else self.older.title if self.older else _NOW
        newer = self.newer.title if self.newer else _NOW
        state = self.state
        when = f"{state.when:%d.%m.%Y %H:%M}" if state.when else ""
        held = contents(state.snapshot) if state.snapshot else "Fassung aus Git"
        details = ", ".join(filter(None, (when, state.by, held)))
        note = state.snapshot.note if state.snapshot else ""
        problems = "".join(f"\n! {_titled(application, said)}" for said in state.problems[:_MOST_PROBLEMS])
        return (
            plain(f"{older} → {newer}", "bold")
            + plain(f"\n{details}", "$text-muted", lines=True)
            + plain(f"\n„{' '.join(note.split())}“" if note else "", "$text-muted", lines=True)
            + plain(problems, "$text-error", lines=True)
        )


def question(states: Sequence[KnownState], at: KnownState, marked: str, *, by_steps: bool) -> Question:
    """Return what to compare: with the state before, with the marked one, or with now.

    The states come newest first; `marked` is the key of one of them, or empty.
    """
    here = states.index(at)
    if by_steps:
        before = states[here + 1] if here + 1 < len(states) else None
        return Question(at, before, at, from_start=before is None)
    other = next((state for state in states if state.key == marked), None)
    # With itself nothing can be compared: then the present is meant.
    if other is None or other is at:
        return Question(at, at, None)
    older, newer = (other, at) if states.index(other) > here else (at, other)
    return Question(at, older, newer)


def _titled(application: Application, problem: str) -> str:
    """Name the file of a problem in the words of its users."""
    file, colon, rest = problem.partition(": ")
    return f"{wording.short_title(application, file)}: {rest}" if colon else problem
