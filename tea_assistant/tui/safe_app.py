"""An app over a session that saves by itself and loses nothing: not at the end, not in a crash."""

import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from rich.segment import Segments
from rich.text import Text
from textual import events
from textual.notifications import SeverityLevel

from tea_assistant.errors import TeaError
from tea_assistant.services.history import Step
from tea_assistant.services.outside_changes import SaveOutcome
from tea_assistant.services.session import Session
from tea_assistant.tui import keeping, rescue, wording
from tea_assistant.tui.checking import Checking
from tea_assistant.tui.keeping import Keeping
from tea_assistant.tui.outside import Outside
from tea_assistant.tui.page import Page
from tea_assistant.tui.page_counter import Counting, PageCounter
from tea_assistant.tui.plain import clean
from tea_assistant.tui.saving import Saving
from tea_assistant.tui.styled_app import StyledApp
from tea_assistant.tui.widgets.title_bar import TitleBar

if TYPE_CHECKING:
    from tea_assistant.services.claim import Claim
    from tea_assistant.tui.screens.quit import Leaving
    from tea_assistant.tui.triage.triaging import Triaging
    from tea_assistant.tui.window import Window

_CRASHED = 2
"""The exit code of a crash, as on the command line; 1 means that a check has found something."""
_TWICE = 3.0
"""Seconds in which Ctrl+C has to come twice to end the program."""


class SafeApp(StyledApp, inherit_bindings=False):
    """Holds the session together with the disk and the page in front."""

    def __init__(
        self, *, autosave_delay: float, poll_interval: float, pages: Counting | None, checks_beside: bool
    ) -> None:
        super().__init__()
        self._session: Session | None = None
        self._saving: Saving | None = None
        self._outside: Outside | None = None
        self._keeping: Keeping | None = None
        self._page_counter: PageCounter | None = None
        self._counting = pages
        self._checking: Checking | None = None
        self._checks_beside = checks_beside
        self._delay = autosave_delay
        self._interval = poll_interval
        self._showing = False
        self._interrupted = 0.0
        self._told: set[str] = set()
        """The reasons why something was not saved that the user has been told."""
        self._ending = False
        """Whether the screens are on their way out: they are shown nothing new."""
        self._last_words = Text()
        self.claims: Callable[[Path], Claim] | None = None
        """How a window claims a dossier for itself; None where nobody else can have it open."""
        self._window: Window | None = None
        self.unfolded: dict[str, bool] = {}
        """Which texts the user has folded or unfolded, by name; all screens remember it here."""
        self.triaging: Triaging | None = None
        """The documents that are gone through; they stay open while one looks at other screens."""

    def use(self, session: Session) -> None:
        """Work on a dossier from now on."""
        self._session = session
        self._outside = Outside(self, session)
        self._keeping = Keeping(self, session)
        self._saving = Saving(
            self, session, delay=self._delay, interval=self._interval, saved=self._saved, found=self._found
        )
        self._page_counter = PageCounter(self, session, self._counting, self._pages_counted)
        self._checking = Checking(self, session, self._checks_done, beside=self._checks_beside)
        self._saving.looking = self._look
        session.listeners.append(self._session_changed)

    def open_window(self) -> None:
        """Claim the dossier for this window; where another one has it, ask the user."""
        if self.claims:
            from tea_assistant.tui.window import Window  # noqa: PLC0415 (after the first screen)

            self._window = Window(self, self.claims(self.session.root))
            self._window.open()
        self.offer_unsaved()

    def _look(self) -> None:
        if self._window:
            self._window.beat()
        self.keeping.touch()

    def offer_unsaved(self) -> None:
        """Offer what an earlier window had not saved, where it can be put into the dossier here."""
        if not self.session.read_only or self.session.review_file:
            # What one sees comes first.
            self.call_after_refresh(keeping.offer, self, self.session)

    def close_window(self) -> None:
        """Let other windows have the dossier."""
        if self._window:
            self._window.release()

    @property
    def session(self) -> Session:
        """The open dossier."""
        assert self._session is not None, "no dossier is open yet"
        return self._session

    @property
    def saving(self) -> Saving:
        """What keeps the dossier and the disk together."""
        assert self._saving is not None, "no dossier is open yet"
        return self._saving

    @property
    def outside(self) -> Outside:
        """What tells of changes from elsewhere."""
        assert self._outside is not None, "no dossier is open yet"
        return self._outside

    @property
    def keeping(self) -> Keeping:
        """What keeps all that is not saved yet."""
        assert self._keeping is not None, "no dossier is open yet"
        return self._keeping

    async def on_event(self, event: events.Event) -> None:
        """Keep what is typed, whatever box it goes into."""
        if self._keeping:
            self._keeping.note(event)
        await super().on_event(event)

    @property
    def page_counter(self) -> PageCounter:
        """What knows how long the document is."""
        assert self._page_counter is not None, "no dossier is open yet"
        return self._page_counter

    @property
    def checking(self) -> Checking:
        """What knows what the checks find."""
        assert self._checking is not None, "no dossier is open yet"
        return self._checking

    @property
    def page(self) -> Page | None:
        """The page in front, also while a dialog lies over it."""
        return next((screen for screen in reversed(self.screen_stack) if isinstance(screen, Page)), None)

    def commit(self) -> None:
        """Put what is still being typed into the session."""
        if self.page:
            self.page.commit()

    def tell(
        self, message: str, severity: SeverityLevel = "information", timeout: float | None = None
    ) -> None:
        """Show a notice; nothing in it is markup."""
        self.notify(clean(message, lines=True), severity=severity, timeout=timeout, markup=False)

    # The session and the screen

    def _session_changed(self) -> None:
        self.saving.schedule()
        self.keeping.schedule()
        if self.is_running and not self._ending:
            # It takes longest, and needs nothing of what is shown meanwhile.
            self.page_counter.refresh()
        if not self._showing and not self._ending:
            # Several changes in a row are shown once.
            self._showing = True
            self.call_later(self._show_session)

    def _show_session(self) -> None:
        self._showing = False
        # On the way out screens are still on the stack but empty.
        if self.page and self.page.is_running and self.page.is_mounted and not self._ending:
            self.page.show_session()
            self.show_status()

    def _pages_counted(self) -> None:
        if self.page and self.page.is_running and self.page.is_mounted and not self._ending:
            self.page.show_pages()

    def _checks_done(self) -> None:
        if self.page and self.page.is_running and self.page.is_mounted and not self._ending:
            self.page.show_findings()

    @property
    def banner(self) -> str:
        """What the title bar says instead of the dossier's name; empty where that is to stand there."""
        return ""

    def show_status(self) -> None:
        """Write the state of saving into the title bar of the page in front."""
        if self.page is None:
            return
        status = self.saving.status
        name = self.session.application.organisation.name or self.session.root.name
        title = self.banner or f"{name} · Bewerbung {self.session.cycle}"
        for bar in self.page.query(TitleBar):
            bar.show(title, self.page.heading, status.text, attention=status.attention)
        self.refresh_bindings()

    def action_undo(self) -> None:
        """Take the last change back."""
        self.commit()
        self._step(self.session.undo, "Rückgängig", "Es gibt nichts zurückzunehmen.")

    def action_redo(self) -> None:
        """Do the change again that was taken back."""
        self._step(self.session.redo, "Wiederholt", "Es gibt nichts zu wiederholen.")

    def _step(self, take: Callable[[], Step | None], done: str, nothing: str) -> None:
        try:
            step = take()
        except TeaError as error:
            self.tell(wording.refusal(self.session.application, error), severity="error")
            return
        if step is None:
            self.tell(nothing)
        else:
            title = wording.file_title(self.session.application, step.file)
            self.tell(f"{done}: {step.label}\n{title}")

    # Saving

    def action_save(self) -> None:
        """Save now; where another window has the dossier, ask whether it is to be changed here."""
        # A review goes on beside another window, and is saved like everything else.
        if self.session.reading and self._window and not self.session.review_file:
            self._window.ask()
            return
        self.commit()
        self.saving.save()

    def _saved(self, outcome: SaveOutcome) -> None:
        self.keeping.schedule()
        if outcome.errors or outcome.conflicts:
            from tea_assistant.store import program_log  # noqa: PLC0415 (seldom wanted)

            program_log.note("not saved", errors=len(outcome.errors), conflicts=len(outcome.conflicts))
        self.outside.tell_joined()
        self.outside.tell_conflicts(outcome.conflicts)
        for error in set(outcome.errors) - self._told:
            self.tell(f"Nicht gespeichert: {error}", severity="error")
        self._told = set(outcome.errors)
        self.show_status()

    def _found(self, files: tuple[str, ...]) -> None:
        self.outside.tell_found(files)
        self.show_status()

    def action_compare(self) -> None:
        """Let the user decide where a file was changed here and elsewhere."""
        self.outside.compare()

    # Leaving

    async def action_quit(self) -> None:
        """Save and end; ask where something cannot be saved."""
        if self._session is None:
            self.exit()
            return
        from tea_assistant.tui.screens.quit import QuitScreen  # noqa: PLC0415 (at the end)

        if isinstance(self.screen, QuitScreen):
            return
        self.commit()
        outcome = self.saving.save()
        typed = self.typed()
        if not self.session.dirty and not typed:
            self.keeping.forget()
            self.exit()
            return
        titles = [wording.file_title(self.session.application, file) for file in sorted(self.session.dirty)]
        titles += list(typed)
        reasons = [*outcome.errors, *self._conflict_reason()]
        # The dialog says it all.
        self.clear_notifications()
        self.push_screen(QuitScreen(titles, reasons), self._leave)

    def _conflict_reason(self) -> list[str]:
        if not self.session.conflicts:
            return []
        return ["Sie wurden auch außerhalb geändert. F9 zeigt nach „Weiterarbeiten“ beide Fassungen."]

    def _leave(self, leaving: "Leaving | None") -> None:
        from tea_assistant.tui.screens.quit import Leaving  # noqa: PLC0415 (at the end)

        if leaving is Leaving.DISCARD:
            self.keeping.forget()
            self.exit()
        elif leaving is Leaving.RESCUE:
            path = rescue.rescue(self.session, self.typed())
            if path is None:
                self.tell("Die Texte lassen sich nirgends ablegen.", severity="error")
            else:
                self.keeping.forget()
                self.exit(message=f"Ihre nicht gespeicherten Texte liegen in: {path}")

    def action_interrupt(self) -> None:
        """End at the second Ctrl+C: the first may have been meant to copy something."""
        now = time.monotonic()
        if now - self._interrupted < _TWICE:
            self.call_later(self.action_quit)
        else:
            self._interrupted = now
            self.tell("Zum Beenden noch einmal Strg+C drücken oder Strg+Q.")

    def terminate(self) -> None:
        """End because the system asks for it, such as when the window is closed."""
        self.exit(message=self._keep_everything(), return_code=130)

    def _handle_exception(self, error: Exception) -> None:
        """Save what was typed before the app goes down."""
        if self._exception is not None:
            # What goes wrong on the way down is the fault of the first error.
            return
        kept = self._keep_everything()
        from tea_assistant.store import crash_report  # noqa: PLC0415 (seldom wanted)

        # A worker's failure wraps what really went wrong.
        words = crash_report.told(kept, crash_report.write(getattr(error, "error", error)))
        # A path that is broken into two lines can't be copied.
        self._last_words = Text(words, no_wrap=True, overflow="ignore")
        super()._handle_exception(error)
        self._return_code = _CRASHED

    def _print_error_renderables(self) -> None:
        # Textual cuts lines off at the edge of the terminal, and then nobody finds the file.
        for words in self._exit_renderables:
            drawn = (
                "".join(segment.text for segment in words.segments) if isinstance(words, Segments) else words
            )
            self.error_console.out(clean(str(drawn), lines=True), highlight=False)
        self._exit_renderables.clear()

    def _fatal_error(self) -> None:
        self.panic(self._last_words)

    def _keep_everything(self) -> str:
        """Save or rescue all that is not on disk, whatever state the screens are in; say where it is."""
        self._ending = True
        if self._session is None:
            return ""
        # Whatever went wrong, the rest is still to be saved.
        with suppress(Exception):
            # What stands in boxes; handing it over may be what goes wrong.
            self.keeping.keep()
        with suppress(Exception):
            self.commit()
        with suppress(Exception):
            self._session.save()
        with suppress(Exception):
            self.keeping.keep()
        try:
            path = rescue.rescue(self._session, self.typed())
        except Exception:  # noqa: BLE001 (there is nothing left to fall back on)
            path = None
        if path:
            again = " Das Programm bietet sie beim nächsten Start an." if self.keeping.holds else ""
            return f"Nicht gespeicherte Texte liegen in: {path}{again}"
        return "Nicht alles ließ sich speichern." if self._session.dirty else "Alle Texte sind gespeichert."

    def typed(self) -> dict[str, str]:
        """Return the texts of the page in front that the dossier has not taken, such as in a conflict."""
        file = self.page.place[0] if self.page else ""
        if self.page is None or not file:
            return {}
        from textual.widgets import TextArea  # noqa: PLC0415 (at the end)

        texts = [area.text for area in self.page.query(TextArea) if not area.read_only]
        unsaved = rescue.not_in(self.session.value(file), texts)
        return {f"Text {number} auf dem Bildschirm": text for number, text in enumerate(unsaved, 1)}
