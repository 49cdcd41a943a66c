"""The way from no dossier to an open one: the first screen, what it leads to, and back where that fails."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from tea_assistant.errors import TeaError
from tea_assistant.services.create import copy_example
from tea_assistant.services.opening import open_dossier
from tea_assistant.services.recent_dossiers import forget, recent_dossiers
from tea_assistant.services.session import Session
from tea_assistant.tui.beginning import Beginning, Way
from tea_assistant.tui.screens.welcome import WelcomeScreen

if TYPE_CHECKING:
    from tea_assistant.tui.app import TeaApp
    from tea_assistant.tui.screens.loading import Told

_EXAMPLE = "musterstadt"
_EXAMPLE_FOLDER = "beispiel-musterstadt"


class FirstStart:
    """Leads somebody through the screens that come before there is a dossier."""

    def __init__(self, app: "TeaApp", folder: Path) -> None:
        self._app = app
        self._folder = folder
        self._problem = ""
        self._screen = ""
        """What opens above the overview."""

    def welcome(self, problem: str = "") -> None:
        """Ask how to begin; a problem says why the way chosen before led nowhere."""
        self._app.push_screen(WelcomeScreen(self._folder, recent_dossiers(), problem), self._go)

    def _go(self, beginning: Beginning | None) -> None:
        if beginning is None:
            self._app.exit()
            return
        match beginning.way:
            case Way.CREATE:
                from tea_assistant.tui.screens.create import CreateScreen  # noqa: PLC0415 (when it is wanted)

                self._app.push_screen(CreateScreen(self._folder), self._created)
            case Way.TOUR:
                self._read(self._tour)
            case Way.EXAMPLE:
                self._read(self._example)
            case Way.OPEN:
                root = beginning.root or self._folder
                self._screen = beginning.screen
                self._read(lambda told: open_dossier(root, told=told), root)

    def _created(self, beginning: Beginning | None) -> None:
        if beginning is None:
            self.welcome()
        else:
            self._go(beginning)

    def _tour(self, told: "Told") -> Session:
        from tea_assistant.tui.touring import open_tour  # noqa: PLC0415 (when it is wanted)

        return open_tour(self._app, told)

    def _example(self, told: "Told") -> Session:
        root = self._folder / _EXAMPLE_FOLDER
        copy_example(_EXAMPLE, root)
        return open_dossier(root, told=told)

    def _read(self, opening: "Callable[[Told], Session]", root: Path | None = None) -> None:
        from tea_assistant.tui.screens.loading import LoadingScreen  # noqa: PLC0415 (when it is wanted)

        def read(told: "Told") -> Session | None:
            try:
                return opening(told)
            except TeaError as error:
                self._problem = str(error)
                if root:
                    forget(root)
                return None

        self._app.push_screen(LoadingScreen(read), self._opened)

    async def _opened(self, session: Session | None) -> None:
        if session is None:
            self.welcome(self._problem)
        else:
            await self._app.begin_with(session, self._screen)
