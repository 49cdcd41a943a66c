"""Who has a dossier open: this window, another one, or one that is no longer there."""

from collections.abc import Callable
from datetime import datetime, timedelta
from enum import StrEnum
from pathlib import Path

from msgspec import Struct

from tea_assistant.errors import ChangedOnDisk
from tea_assistant.store import files, lock
from tea_assistant.store.lock import Holder

_BEAT = timedelta(minutes=1)
"""So often a window says that it is still there."""
_SILENT = timedelta(minutes=10)
"""After so long without a word the other computer has probably crashed, or lost the drive."""


class State(StrEnum):
    """What a look at a dossier finds."""

    MINE = "mine"
    OTHER = "other"
    """Another window has it open."""
    SILENT = "silent"
    """Another computer had it open, and has not been heard of for long."""
    UNKNOWN = "unknown"
    """Nobody can tell: the folder takes no such file."""


class Standing(Struct, frozen=True):
    """Who has the dossier open, and a line on it where there is something to say."""

    state: State
    other: Holder | None = None
    note: str = ""


def _now() -> datetime:
    return datetime.now().astimezone()


class Claim:
    """The right of this window to change a dossier; only one window has it at a time."""

    def __init__(self, root: Path, *, now: Callable[[], datetime] = _now) -> None:
        self.root = root
        self.now = now
        self._me: Holder | None = None

    @property
    def is_held(self) -> bool:
        """Whether this window has the claim, as far as it knows."""
        return self._me is not None

    def take(self, *, over: bool = False) -> Standing:
        """Claim the dossier where nobody else does; `over` also takes it from another window."""
        me = lock.here(self.now())
        try:
            if lock.create(self.root, me):
                self._me = me
                return Standing(State.MINE)
            found = lock.holder(self.root)
            note = "" if over else _left_behind(found)
            if not over and not note:
                return self._of(found)
            lock.take_over(self.root, me)
        except OSError as error:
            return Standing(
                State.UNKNOWN,
                note="Ob jemand anderes die Mappe geöffnet hat, lässt sich hier nicht erkennen: "
                f"{files.explain(error)}",
            )
        self._me = me
        return Standing(State.MINE, note=note)

    def look(self) -> Standing | None:
        """Say who has the dossier open now, without claiming it; None where nobody has."""
        try:
            found = lock.holder(self.root)
        except OSError:
            return None
        if found is None or found.is_dead:
            return None
        if self._me and found.token == self._me.token:
            return Standing(State.MINE)
        return self._of(found)

    def beat(self) -> Standing | None:
        """Say now and then that this window is still there; return who took the dossier over, if anybody."""
        if self._me is None:
            return None
        try:
            found = lock.holder(self.root)
            if found and found.token != self._me.token:
                self._me = None
                return self._of(found)
            if found is None:
                # Somebody tidied up, or the drive was away: the claim still stands.
                if not lock.create(self.root, self._me):
                    lock.take_over(self.root, self._me)
            elif abs(self.now() - self._me.seen) >= _BEAT:
                self._me = lock.renewed(self.root, self._me, self.now())
        except ChangedOnDisk:
            # Taken over in this very moment: the next look tells by whom.
            return None
        except OSError:
            # The network drive may be back at the next look.
            return None
        return None

    def release(self) -> None:
        """Let others have the dossier."""
        if self._me:
            lock.remove(self.root, self._me)
            self._me = None

    def _of(self, found: Holder | None) -> Standing:
        if found is None:
            return Standing(State.UNKNOWN)
        # A clock that was set back makes the last word lie in the future: that is as good as just now.
        is_silent = self.now() - found.seen > _SILENT
        return Standing(State.SILENT if is_silent else State.OTHER, found)


def _left_behind(found: Holder | None) -> str:
    """Return what to say where the file says nothing, or names a window that has crashed."""
    if found is None:
        return "Die Datei, die offene Fenster anzeigt, war leer oder beschädigt und wurde ersetzt."
    if found.is_dead:
        return f"Ein früheres Fenster auf diesem Computer wurde nicht richtig beendet (offen {since(found)})."
    return ""


def who(found: Holder) -> str:
    """Name a window by its person and computer."""
    return f"{found.user} auf {found.computer}"


def since(found: Holder) -> str:
    """Say since when a window has had the dossier open."""
    return f"seit {found.since:%d.%m.%Y, %H:%M} Uhr"
