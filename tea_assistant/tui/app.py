"""The app: opens screens over one session and runs the commands that work everywhere."""

import gc
from collections.abc import Callable
from pathlib import Path as FilePath
from typing import TYPE_CHECKING, ClassVar, cast

from textual import events
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen
from textual.widget import Widget

from tea_assistant.errors import TeaError
from tea_assistant.model.source import Path
from tea_assistant.services.session import Session
from tea_assistant.tui import keys, language
from tea_assistant.tui.first_screen import FirstScreen
from tea_assistant.tui.gaps import next_gap
from tea_assistant.tui.page import Go, Page, TableWanted
from tea_assistant.tui.page_counter import Counting
from tea_assistant.tui.places import Destination, destination_of, part_of
from tea_assistant.tui.review.reviewing import Reviewing
from tea_assistant.tui.signals import on_termination
from tea_assistant.tui.wayfinding import WayfindingApp

if TYPE_CHECKING:
    from tea_assistant.services.forms.choices import Choice
    from tea_assistant.services.triage.reading import Reading
    from tea_assistant.tui.beginning import Then
    from tea_assistant.tui.commands import Entry
    from tea_assistant.tui.screens.figures_import import FiguresImportScreen
    from tea_assistant.tui.screens.loading import Opening
    from tea_assistant.tui.screens.quit import Leaving
    from tea_assistant.tui.screens.triage import TriageScreen
    from tea_assistant.tui.touring import Touring
    from tea_assistant.tui.widgets.thread_note import ThreadsWanted

_WITHOUT_DOSSIER = frozenset(("show_help", "switch_theme", "interrupt", "quit", "jump"))
_DEEPEST = 10
"""Pages that one can go back through."""
_LOADED = 3.0
"""Seconds after which most of what the program ever loads is there."""
_OWN = frozenset(command.action.partition("(")[0] for command in (*keys.EVERYWHERE, *keys.ON_TOUR))
_ON_TOUR = frozenset(command.action for command in keys.ON_TOUR)


class TeaApp(WayfindingApp, inherit_bindings=False):
    """The terminal user interface of one dossier; without a session it first offers to make one."""

    TITLE = "TEA"
    CSS_PATH = "app.tcss"
    ENABLE_COMMAND_PALETTE = False
    VERTICAL_BREAKPOINTS = [(0, "-short"), (32, "-tall")]  # noqa: RUF012 (see below)
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]  # noqa: RUF012 (Textual declares it so)
    BINDINGS: ClassVar[list[BindingType]] = [
        *(command.binding(priority=command.id in keys.FIRST) for command in keys.EVERYWHERE),
        *(command.binding(priority=True) for command in keys.ON_TOUR),
        Binding("ctrl+c", "interrupt", show=False, system=True),
    ]

    def __init__(
        self,
        session: Session | None,
        *,
        folder: FilePath | None = None,
        autosave_delay: float = 1.0,
        poll_interval: float = 2.0,
        pages: Counting | None = None,
        checks_beside: bool = False,
    ) -> None:
        super().__init__(
            autosave_delay=autosave_delay,
            poll_interval=poll_interval,
            pages=pages,
            checks_beside=checks_beside,
        )
        self._folder = folder or FilePath.cwd()
        self._bound_for: tuple[str, Path] | None = None
        """The place that is being opened."""
        self.reviewing = Reviewing(self)
        self.reading: Reading | None = None
        """Documents to begin with, where they were read before the program started."""
        self.opening: Opening | None = None
        """Reads the dossier behind a first screen, where that takes long; without a session."""
        self.failed: list[TeaError] = []
        """Why nothing could be opened, to be told when the screens have ended."""
        self.remember: Callable[[FilePath, str], None] | None = None
        """Keeps in mind that a dossier was open, by its folder and its name."""
        self.touring: Touring | None = None
        """The guided tour; None outside of it."""
        self.then: Then | None = None
        """What is started after this app has ended; None for nothing."""
        if session:
            self.use(session)

    async def on_mount(self) -> None:
        """Begin with the overview, or with the offer to make a dossier."""
        self.recall()
        if not self.is_headless:
            on_termination(self.terminate)
            # To look again and again through all that is loaded for what is no more in use would halt the
            # typing for a tenth of a second.
            self.set_timer(_LOADED, gc.freeze)
        if self._session:
            await self._begin()
        elif self.opening:
            from tea_assistant.tui.screens.loading import LoadingScreen  # noqa: PLC0415 (for large ones)

            self.push_screen(LoadingScreen(self.opening), self._created)
        else:
            from tea_assistant.tui.first_start import FirstStart  # noqa: PLC0415 (only without a dossier)

            FirstStart(self, self._folder).welcome()

    async def _created(self, session: Session | None) -> None:
        if session is None:
            self.exit()
        else:
            await self.begin_with(session)

    async def begin_with(self, session: Session, screen: str = "") -> None:
        """Work on a dossier that was opened here; above its overview another screen may open."""
        self.use(session)
        await self._begin()
        if screen:
            await self.open_page(Destination(screen))

    async def _begin(self) -> None:
        await self.open_page(Destination("overview"))
        self.saving.start()
        if self.remember and not self.touring:
            self.call_after_refresh(
                self.remember, self.session.root, self.session.application.organisation.name
            )
        # What one sees comes first.
        self.call_after_refresh(self.page_counter.refresh)
        if self.reviewing.expected:
            # Who reviews writes into a file of one's own, also where another window has the dossier.
            self.reviewing.begin_expected()
            await self.open_review()
            self.offer_unsaved()
            return
        self.open_window()
        if self.session.read_only and not self.session.reading:
            message = "Diese Mappe ist schreibgeschützt. Sie können alles lesen, aber nichts ändern."
            self.tell(message, severity="warning", timeout=10)
        if self.reading:
            await self.open_documents(self.reading)

    async def open_documents(self, reading: "Reading") -> None:
        """Go through documents that were read already."""
        from tea_assistant.tui.triage.triaging import Triaging  # noqa: PLC0415 (seldom wanted, and large)

        self.triaging = Triaging(self.session)
        self.triaging.add(reading)
        page = cast("TriageScreen", await self.open_page(Destination("triage")))
        page.call_after_refresh(page.tell_of, reading)

    def get_loading_widget(self) -> Widget:
        """Say in German that something takes a moment."""
        return language.Waiting()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer a command only where it can do something."""
        del parameters
        if self._session is None:
            without = _WITHOUT_DOSSIER - {"show_help"} if self.opening else _WITHOUT_DOSSIER
            return action not in _OWN or action in without
        if action in _ON_TOUR:
            return self.touring is not None
        if action == "compare":
            return bool(self.session.conflicts) and not isinstance(self.screen, ModalScreen)
        return True

    # Going somewhere

    @property
    def _pages(self) -> list[Page]:
        return [screen for screen in self.screen_stack if isinstance(screen, Page)]

    async def open_page(self, destination: Destination) -> Page:
        """Show a screen: the one that is open already, or a new one."""
        self.commit()
        self.leave()
        self._bound_for = None
        for depth, screen in enumerate(self.screen_stack):
            if isinstance(screen, Page) and screen.destination == destination:
                while len(self.screen_stack) > depth + 1:
                    await self.pop_screen()
                return screen
        if len(self._pages) >= _DEEPEST:
            # Nobody remembers such a long way back.
            while len(self._pages) > 1:
                await self.pop_screen()
        page = destination.make()
        page.destination = destination
        front = self.screen
        if isinstance(front, Page) and front.destination and front.destination.screen == destination.screen:
            await self.switch_screen(page)
        else:
            await self.push_screen(page)
        await page.appeared()
        return page

    async def on_go(self, message: Go) -> None:
        """Show a place of the dossier."""
        await self.show_place(message.file, message.path)

    async def on_table_wanted(self, message: TableWanted) -> None:
        """Show what a table would give as figures."""
        page = cast("FiguresImportScreen", await self.open_page(Destination("figures_import")))
        page.call_after_refresh(page.read_file, message.file, message.number)

    async def show_place(self, file: str, path: Path = ()) -> None:
        """Open the screen of a file and put the focus on the value at `path`."""
        destination = destination_of(file)
        if destination is None:
            self.tell(f"Diese Datei wird hier nicht bearbeitet: {file}", severity="warning")
            return
        if path == ("figures",) and not self.session.dossier.figures:
            # There is nothing to choose from before figures are there.
            destination = Destination("figures")
        page = await self.open_page(destination)
        self._bound_for = file, path
        page.call_after_refresh(self._land, page, path)

    async def on_event(self, event: events.Event) -> None:
        """Let whoever clicks on the way to a place stay where the click was."""
        if isinstance(event, events.MouseDown):
            self._bound_for = None
        await super().on_event(event)

    def _land(self, page: Page, path: Path) -> None:
        # Somebody in a hurry may be on the next screen already, or in the text.
        if page is self.page and self._bound_for:
            page.show_place(path)
            page.call_after_refresh(self._landed, page)

    def _landed(self, page: Page) -> None:
        if page is self.page:
            self._bound_for = None

    async def action_open(self, screen: str) -> None:
        """Open one of the main screens; the document opens at the part one comes from."""
        part = ""
        if screen == "document" and self.page:
            part = part_of(self.session.application, self.page.destination)
        await self.open_page(Destination(screen, part))

    async def action_history(self) -> None:
        """Show the states of the dossier, and what became of the item at hand."""
        if self.page and not (self.page.destination and self.page.destination.screen == "states"):
            await self.open_page(Destination("states", self.page.place[0]))

    async def action_back(self) -> None:
        """Go back to the screen before this one."""
        if len(self._pages) > 1:
            self.commit()
            self.leave()
            self._bound_for = None
            await self.pop_screen()

    async def action_next_gap(self) -> None:
        """Go to the next thing that is to be done."""
        self.commit()
        # Two quick presses mean two gaps, also while the first is still being drawn.
        here = self._bound_for or (self.page.place if self.page else ("", ()))
        gap = next_gap(self.session.completeness, *here)
        if gap is None:
            self.tell("Es gibt keine offene Stelle mehr.")
            return
        if (gap.file, gap.path) == here:
            self.tell("Das ist die letzte offene Stelle.")
        await self.show_place(gap.file, gap.path)

    def action_choose_round(self) -> None:
        """Let the user choose another round."""
        if self.reviewing.reviewer:
            self.tell("Während der Prüfung bleibt es bei dieser Runde.")
            return
        from tea_assistant.services.forms.choices import Choice  # noqa: PLC0415 (when it is wanted)
        from tea_assistant.tui.widgets.chooser import Chooser  # noqa: PLC0415 (when it is wanted)

        choices = [Choice(cycle, f"Bewerbung {cycle}") for cycle in reversed(self.session.rounds)]
        self.push_screen(Chooser("Bewerbungsrunde", choices, self.session.cycle), self._open_round)

    async def _open_round(self, choice: "Choice | None") -> None:
        if choice and choice.value != self.session.cycle:
            await self.open_page(Destination("overview"))
            self.session.open_round(choice.value)

    # Reviewing

    @property
    def banner(self) -> str:
        """Who reviews, on every screen."""
        return self.reviewing.banner

    def action_review(self) -> None:
        """Review; who does is asked first."""
        if self.reviewing.reviewer:
            self.call_later(self.open_review)
        else:
            self.reviewing.ask(self._reviewed)

    def _reviewed(self) -> None:
        self.call_later(self.open_review)

    async def open_review(self) -> None:
        """Show the review."""
        await self.open_page(Destination("review"))

    async def action_end_review(self) -> None:
        """Go back to writing."""
        if self.reviewing.reviewer is None:
            return
        await self.open_page(Destination("overview"))
        if self.reviewing.end():
            # Only now the dossier is to be changed.
            self.open_window()
        self.tell("Die Prüfung ist beendet. Sie bearbeiten die Mappe wieder.")

    async def on_threads_wanted(self, message: "ThreadsWanted") -> None:
        """Show the comments of reviewers."""
        await self.open_page(Destination("threads", message.item))

    # Other commands

    def action_palette(self) -> None:
        """Search in everything."""
        if self.page and not isinstance(self.screen, ModalScreen):
            from tea_assistant.tui.commands import entries  # noqa: PLC0415 (when it is wanted)
            from tea_assistant.tui.screens.palette import PaletteScreen  # noqa: PLC0415 (when it is wanted)

            self.push_screen(PaletteScreen(list(entries(self.page, self.session))), self._run_entry)

    async def _run_entry(self, entry: "Entry | None") -> None:
        if entry and entry.action:
            await self.run_action(entry.action)
        elif entry:
            await self.show_place(entry.file, entry.path)

    def show_status(self) -> None:
        """Write the state of saving into the title bar, and on the tour how far one is."""
        super().show_status()
        if self.touring:
            self.touring.show()

    def _checks_done(self) -> None:
        super()._checks_done()
        if self.touring:
            self.touring.show()

    async def leave_for(self, then: "Then") -> None:
        """Save and end, and begin with something else after that."""
        self.then = then
        await self.action_quit()

    def _leave(self, leaving: "Leaving | None") -> None:
        super()._leave(leaving)
        if self._exit:
            return
        # Somebody goes on working here, and may end later without wanting anything else.
        self.then = None

    def action_tour(self) -> None:
        """Take the guided tour; the dossier that is open comes back after it."""
        from tea_assistant.tui import touring  # noqa: PLC0415 (when it is wanted)

        touring.ask(self)

    def action_tour_next(self) -> None:
        """Go to the next step of the tour."""
        if self.touring:
            self.touring.next()

    def action_tour_menu(self) -> None:
        """Offer what one can do on the tour."""
        if self.touring:
            self.touring.menu()

    def action_sync(self) -> None:
        """Bring the dossier and the one that others share together."""
        from tea_assistant.tui import syncing  # noqa: PLC0415 (when it is wanted)

        syncing.begin(self)

    def action_show_help(self) -> None:
        """Explain the screen in front."""
        from tea_assistant.tui.screens.help import HelpScreen  # noqa: PLC0415 (when it is wanted)

        page, front = self.page, self.screen
        if page:
            self.push_screen(HelpScreen(page.HEADING, page.HELP_TEXT, page.COMMANDS))
        elif isinstance(front, FirstScreen):
            self.push_screen(HelpScreen(front.HEADING, front.HELP_TEXT, ()))
