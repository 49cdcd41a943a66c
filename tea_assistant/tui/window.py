"""One window among several on a dossier: asks at the start, says that it is there, and gives way."""

from typing import TYPE_CHECKING

from tea_assistant.services.claim import Claim, Standing, State, since, who
from tea_assistant.tui import rescue
from tea_assistant.tui.widgets.ask_first import AskFirst
from tea_assistant.tui.widgets.second_window import WARNING, SecondWindow, Way

if TYPE_CHECKING:
    from tea_assistant.tui.safe_app import SafeApp

_LONG = 30
"""Seconds for which a notice stays that nobody may miss."""


class Window:
    """Holds the claim of an app, and lets it only read while another window has the dossier open."""

    def __init__(self, app: "SafeApp", claim: Claim) -> None:
        self._app = app
        self._claim = claim
        self._told_free = False

    def open(self) -> None:
        """Claim the dossier, or ask how to open it where another window has it."""
        if self._app.session.read_only:
            return
        self._meet(self._claim.take())

    def beat(self) -> None:
        """Say that this window is there; notice that another took over, or that the other is gone."""
        if self._claim.is_held:
            if lost := self._claim.beat():
                self._give_way(lost)
        elif self._app.session.reading and not self._told_free and self._claim.look() is None:
            self._told_free = True
            self._app.tell(
                "Das andere Fenster ist geschlossen. Mit Strg+S bearbeiten Sie die Mappe hier.", timeout=_LONG
            )

    def ask(self) -> None:
        """Ask again how the dossier is to be opened; where it is free now, it is opened to be changed."""
        self._meet(self._claim.take())

    def release(self) -> None:
        """Let other windows have the dossier."""
        self._claim.release()

    def _meet(self, standing: Standing) -> None:
        if standing.state in (State.OTHER, State.SILENT):
            self._read(standing)
            self._app.push_screen(SecondWindow(standing), self._answered)
            return
        if standing.note:
            self._app.tell(standing.note, severity="warning", timeout=_LONG)
        self._work()

    def _answered(self, way: Way | None) -> None:
        if way is Way.LEAVE:
            self._app.call_later(self._app.action_quit)
        elif way is Way.TAKE_OVER:
            self._app.push_screen(AskFirst("Mappe übernehmen", WARNING, "Übernehmen"), self._confirmed)

    def _confirmed(self, sure: bool | None) -> None:
        if sure:
            self._meet(self._claim.take(over=True))

    def _work(self) -> None:
        if self._app.session.reading:
            # What the other window wrote last may not have been seen yet.
            self._app.session.read_because("")
            self._app.saving.poll()
            self._app.offer_unsaved()
            self._app.tell("Sie bearbeiten die Mappe jetzt in diesem Fenster.")

    def _read(self, standing: Standing) -> None:
        self._told_free = False
        other = standing.other
        named = f" ({who(other)}, {since(other)})" if other else ""
        self._app.session.read_because(f"Die Mappe ist in einem anderen Fenster geöffnet{named}")

    def _give_way(self, standing: Standing) -> None:
        """Save what is typed, keep what cannot be saved, and only read from now on."""
        app = self._app
        app.commit()
        app.saving.save()
        kept = rescue.rescue(app.session, app.typed())
        self._read(standing)
        name = who(standing.other) if standing.other else "Jemand"
        lost = (
            f"Was sich nicht speichern ließ, liegt in: {kept}"
            if kept
            else "Alle Ihre Texte sind gespeichert."
        )
        app.tell(
            f"{name} hat die Mappe übernommen. Hier können Sie nur noch lesen.\n{lost}",
            severity="warning",
            timeout=_LONG,
        )
