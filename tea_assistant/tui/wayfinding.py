"""An app in which one finds any word, jumps to any control and comes back to where one was."""

from abc import abstractmethod
from typing import TYPE_CHECKING

from textual.screen import ModalScreen

from tea_assistant.model.source import Path
from tea_assistant.tui.page import Page
from tea_assistant.tui.places import Destination, destination_of
from tea_assistant.tui.remembering_app import RememberingApp
from tea_assistant.tui.visits import Visit, Visits
from tea_assistant.tui.wording import file_title

if TYPE_CHECKING:
    from tea_assistant.services.find import Finder, Hit
    from tea_assistant.services.forms.choices import Choice
    from tea_assistant.services.spelling.proofreading import Proofreading


class WayfindingApp(RememberingApp, inherit_bindings=False):
    """Knows where one was; finding and jumping are imported when they are wanted."""

    _finder: "Finder | None" = None
    spelling: "Proofreading | None" = None
    """Knows the spelling of words, once it was asked for; texts then mark those that are unknown."""
    _asked = ""
    """What was looked for last."""

    @abstractmethod
    async def open_page(self, destination: Destination) -> Page:
        """Show a screen."""

    @abstractmethod
    async def show_place(self, file: str, path: Path = ()) -> None:
        """Open the screen of a file and put the focus on the value at `path`."""

    # Finding

    def action_find(self, query: str = "") -> None:
        """Find words in all texts."""
        if self.page is None or isinstance(self.screen, ModalScreen):
            return
        from tea_assistant.services.find import Finder, Now  # noqa: PLC0415 (when it is wanted)
        from tea_assistant.tui.screens.find import FindScreen  # noqa: PLC0415 (when it is wanted)

        self.commit()
        self._finder = self._finder or Finder()
        screen = FindScreen(self._finder, Now.of(self.session), query or self._asked)

        async def take(hit: "Hit | None") -> None:
            self._asked = screen.query_text
            if hit:
                await self.go_to(hit)

        self.push_screen(screen, take)

    async def go_to(self, hit: "Hit") -> None:
        """Show the place of a hit and mark the words there."""
        from tea_assistant.tui.marking import mark  # noqa: PLC0415 (when it is wanted)

        if hit.cycle and hit.cycle != self.session.cycle:
            if self.session.review_file:
                self.tell("Während der Prüfung bleibt es bei dieser Runde.")
                return
            await self.open_page(Destination("overview"))
            self.session.open_round(hit.cycle)
            self.tell(f"Das steht in der Bewerbung {hit.cycle}. Strg+R führt in die andere Runde zurück.")
        await self.show_place(hit.file, hit.path)
        if self.page:
            self.page.call_after_refresh(mark, self, hit)

    # Spelling

    async def action_spelling(self) -> None:
        """Go through the words that no dictionary knows, from the text on in which one is."""
        if self.page is None or isinstance(self.screen, ModalScreen):
            return
        from tea_assistant.tui.screens.spelling import SpellingScreen  # noqa: PLC0415 (when it is wanted)

        here = self.page.place
        if isinstance(self.page, SpellingScreen):
            return
        page = await self.open_page(Destination("spelling"))
        assert isinstance(page, SpellingScreen)
        page.begin_at(*here)

    # Jumping

    def action_jump(self) -> None:
        """Show a letter at everything that can have the focus."""
        from tea_assistant.tui.jumping import targets  # noqa: PLC0415 (when it is wanted)
        from tea_assistant.tui.screens.jump import JumpScreen  # noqa: PLC0415 (when it is wanted)

        if isinstance(self.screen, JumpScreen):
            return
        if found := targets(self.screen):
            self.push_screen(JumpScreen(found))

    # Places

    _visits: Visits | None = None

    @property
    def visits(self) -> Visits:
        """Where one has been."""
        if self._visits is None:
            self._visits = Visits()
        return self._visits

    def leave(self) -> None:
        """Note where one is, as one goes somewhere else."""
        if here := self._here():
            self.visits.left(here)

    def _here(self) -> Visit | None:
        page = self.page
        if page is None or page.destination is None or not page.is_running:
            return None
        file, path = page.place
        return Visit(page.destination, file, path, self._title(page, file, path))

    def _title(self, page: Page, file: str, path: Path) -> str:
        from tea_assistant.services.compare import names_in  # noqa: PLC0415 (after the first screen)

        application = self.session.application
        title = file_title(application, file) if file else page.heading
        names = names_in(application.dossier)
        inner = [names[step] for step in path if isinstance(step, str) and step in names]
        return " · ".join((title, *inner[:1]))

    async def action_visited(self, way: str) -> None:
        """Go to the place before this one, or to the one after it."""
        here = self._here()
        if here is None or isinstance(self.screen, ModalScreen):
            return
        visit = self.visits.back(here) if way == "back" else self.visits.forward(here)
        if visit is None:
            self.tell("Davor waren Sie nirgends." if way == "back" else "Danach waren Sie nirgends.")
        else:
            await self._revisit(visit)

    def action_places(self) -> None:
        """Show the places where one has been."""
        here = self._here()
        if here is None or isinstance(self.screen, ModalScreen):
            return
        recent = self.visits.recent(here)
        if not recent:
            self.tell("Sie waren noch an keiner anderen Stelle.")
            return
        from tea_assistant.services.forms.choices import Choice  # noqa: PLC0415 (when it is wanted)
        from tea_assistant.tui.widgets.chooser import Chooser  # noqa: PLC0415 (when it is wanted)

        choices = [Choice(str(number), visit.title) for number, visit in enumerate(recent)]

        async def take(choice: "Choice | None") -> None:
            if choice:
                self.leave()
                await self._revisit(recent[int(choice.value)])

        self.push_screen(Chooser("Zuletzt besucht", choices), take)

    async def _revisit(self, visit: Visit) -> None:
        # Going back is no leaving: what lies ahead is to stay.
        visits, self._visits = self.visits, Visits()
        try:
            if visit.file and destination_of(visit.file) == visit.destination:
                await self.show_place(visit.file, visit.path)
            else:
                await self.open_page(visit.destination)
        finally:
            self._visits = visits
