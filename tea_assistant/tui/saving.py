"""Keeps an open dossier and the disk together: saves after a pause, and looks for outside changes."""

import time
from collections.abc import Callable
from typing import Any

from msgspec import Struct
from textual.app import App
from textual.timer import Timer

from tea_assistant.services.outside_changes import SaveOutcome
from tea_assistant.services.session import Session

_LONGEST_WAIT = 5.0
"""Seconds after which it is saved although changes go on."""
_SHARE_OF_TIME = 50
"""Looking at the disk may take at most one part in so many, however slow a network drive is."""


class Status(Struct, frozen=True):
    """The state of saving in a few words; `attention` where the user has to do something."""

    text: str
    attention: bool = False


class Saving:
    """Saves the session after a pause in the changes and polls the disk, with timers of an app."""

    def __init__(
        self,
        app: App[Any],
        session: Session,
        *,
        delay: float,
        interval: float,
        saved: Callable[[SaveOutcome], None],
        found: Callable[[tuple[str, ...]], None],
    ) -> None:
        self._app = app
        self._session = session
        self._delay = delay
        self._interval = interval
        self._saved = saved
        self._found = found
        self.clock: Callable[[], float] = time.monotonic
        self.looking: Callable[[], None] = lambda: None
        """What else is done whenever the disk is looked at."""
        self._timer: Timer | None = None
        self._since: float | None = None
        """When the oldest change was made that waits to be saved."""
        self._errors: tuple[str, ...] = ()
        self.doing = ""
        """What is being done with the whole dossier, such as bringing it together with that of others."""

    def start(self) -> None:
        """Begin to look at the disk; an interval of 0 means never."""
        if self._interval > 0:
            self._app.set_timer(self._interval, self._poll_and_repeat)

    def schedule(self) -> None:
        """Save after the pause, which begins anew with every change."""
        if self._timer:
            self._timer.stop()
            self._timer = None
        if not self._session.dirty or (self._session.read_only and not self._session.review_file):
            self._since = None
            return
        now = self.clock()
        self._since = now if self._since is None else self._since
        if self._delay > 0 and now - self._since < _LONGEST_WAIT:
            self._timer = self._app.set_timer(self._delay, self.save)
        else:
            self._app.call_later(self.save)

    def save(self) -> SaveOutcome:
        """Save now."""
        if self._timer:
            self._timer.stop()
            self._timer = None
        self._since = None
        outcome = self._session.save()
        self._errors = outcome.errors
        self._saved(outcome)
        return outcome

    def poll(self) -> None:
        """Look for outside changes now."""
        self.looking()
        if changed := self._session.poll():
            self._found(changed)

    @property
    def status(self) -> Status:
        """The state of saving as the title bar shows it."""
        session = self._session
        if self.doing:
            return Status(self.doing)
        if session.read_only and not session.review_file:
            return Status("nur lesen", attention=True)
        if conflicts := len(session.conflicts):
            return Status("1 Konflikt" if conflicts == 1 else f"{conflicts} Konflikte", attention=True)
        if session.dirty and self._errors:
            return Status(f"nicht gespeichert: {self._errors[0]}", attention=True)
        if session.dirty:
            return Status("wird gespeichert …")
        if session.saved_at:
            return Status(f"gespeichert {session.saved_at:%H:%M}")
        return Status("keine Änderungen")

    def _poll_and_repeat(self) -> None:
        began = self.clock()
        self.poll()
        if self._errors and self._session.dirty:
            # The network drive may be back.
            self.save()
        taken = self.clock() - began
        self._app.set_timer(max(self._interval, taken * _SHARE_OF_TIME), self._poll_and_repeat)
