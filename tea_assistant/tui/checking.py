"""Checks the dossier beside the screens: nobody waits for findings before there is something to see."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from textual.app import App

from tea_assistant.services.session import Session
from tea_assistant.services.view import View
from tea_assistant.tui.beside import beside

if TYPE_CHECKING:
    from tea_assistant.checks.run import Report


class Checking:
    """Knows what the checks find; after a change it tells what held a moment ago, until they have looked."""

    def __init__(
        self, app: App[Any], session: Session, checked: Callable[[], None], *, beside: bool = True
    ) -> None:
        self._app = app
        self._session = session
        self._checked = checked
        self._beside = beside
        """Whether a thread checks; otherwise who asks waits."""
        self._is_checking = False
        self._report: Report | None = None

    @property
    def report(self) -> "Report | None":
        """What the checks find, as far as they have looked; None before they did for the first time.

        Where something has changed since, they look again, and who shows findings is told.
        """
        if not self._beside or self._session.view.is_checked:
            self._report = self._session.report
        elif not self._is_checking:
            self._is_checking = True
            self._app.run_worker(self._check(), name="checks", group="checks")
        return self._report

    async def _check(self) -> None:
        try:
            while not (view := self._session.view).is_checked:
                await beside(partial(_look, view))
        finally:
            self._is_checking = False
        self._checked()


def _look(view: View) -> None:
    # The view keeps what is found.
    _ = view.report
