"""Counts the pages of the document beside the typing, and tells the session how long it is."""

from collections.abc import Callable
from functools import partial
from typing import Any, Protocol

from textual.app import App

from tea_assistant.errors import NoLayout
from tea_assistant.model.page_count import PageCount
from tea_assistant.services.session import Session
from tea_assistant.services.view import View
from tea_assistant.tui.beside import beside


class Counting(Protocol):
    """What lays out a document and counts its pages."""

    def count(self, session: View, /) -> PageCount:
        """Count the pages; called in a thread."""


class PageCounter:
    """Keeps the length of the document up to date, in one thread at a time; the newest state wins."""

    def __init__(
        self, app: App[Any], session: Session, pages: Counting | None, counted: Callable[[], None]
    ) -> None:
        self.problem = ""
        """Why the pages can't be counted; empty where they can."""
        self._app = app
        self._session = session
        self._pages = pages
        self._counted = counted
        self._version = -1
        """Of the session, when its pages were counted last."""
        self._is_counting = False

    def refresh(self) -> None:
        """Count where anything has changed since the last time; a count that is under way sees to it."""
        if self._pages and not self._is_counting and self._version != self._session.version:
            self._is_counting = True
            self._app.run_worker(self._count(self._pages), name="pages", group="pages")

    async def _count(self, pages: Counting) -> None:
        try:
            while self._version != self._session.version:
                self._version = self._session.version
                found = await beside(partial(_count, pages, self._session.view))
                # What was typed meanwhile makes another count, and that one is shown.
                if self._version == self._session.version:
                    self._take(found)
        finally:
            self._is_counting = False

    def _take(self, found: PageCount | str) -> None:
        self.problem = found if isinstance(found, str) else ""
        self._session.measured(None if isinstance(found, str) else found)
        self._counted()


def _count(pages: Counting, view: View) -> PageCount | str:
    try:
        return pages.count(view)
    except NoLayout as error:
        return error.message
    except Exception as error:  # noqa: BLE001 (a number that is missing must not end the program)
        return f"Die Seiten ließen sich nicht zählen: {type(error).__name__}"
