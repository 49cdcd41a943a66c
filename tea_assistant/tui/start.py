"""Starts the terminal user interface on a folder."""

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from tea_assistant.errors import DossierError, TeaError
from tea_assistant.model.page_count import PageCount
from tea_assistant.services.opening import find_dossier, open_dossier
from tea_assistant.services.session import Session
from tea_assistant.services.view import View
from tea_assistant.tui.app import TeaApp
from tea_assistant.tui.beginning import Then, Way

if TYPE_CHECKING:
    from tea_assistant.services.claim import Claim
    from tea_assistant.services.pages import Pages
    from tea_assistant.services.triage.reading import Reading
    from tea_assistant.tui.widgets.ask_reviewer import Person

_TURN = 0.001
"""Seconds after which a thread that counts beside the screens lets a key come first."""


def run(
    folder: Path | None = None,
    cycle: str | None = None,
    reviewer: "Person | None" = None,
    reading: "Reading | None" = None,
) -> int:
    """Open the dossier at or above a folder, or offer to make one there; return the exit code.

    With a reviewer the dossier is opened to be reviewed, with documents that were read to go through them.

    Raises `DossierError` where the folder does not exist, or the dossier cannot be opened.
    """
    start = folder or Path.cwd()
    app = _app(start, cycle)
    app.reviewing.expected = reviewer
    app.reading = reading
    return _run(app, start)


def run_tour() -> int:
    """Take the guided tour; return the exit code."""
    start = Path.cwd()
    return _run(_tour(start), start)


def _run(app: TeaApp, start: Path) -> int:
    """Run the screens, and whatever is to come after them."""
    sys.setswitchinterval(_TURN)
    while True:
        try:
            app.run()
        finally:
            app.close_window()
        if app.failed:
            raise app.failed[0]
        if app.then is None or app.return_code:
            return app.return_code or 0
        app = _following(app.then, start)


def _following(then: Then, start: Path) -> TeaApp:
    if then.way is Way.TOUR:
        return _tour(start, then.root)
    if then.root:
        return _app(then.root)
    return _made(None, start)


def _app(start: Path, cycle: str | None = None) -> TeaApp:
    root = _dossier(start)
    if root is None:
        return _made(None, start)
    if not _is_large(root):
        return _made(open_dossier(root, cycle), start)
    app = _made(None, start)
    app.opening = partial(_opened, root, cycle, app.failed)
    return app


def _tour(start: Path, back: Path | None = None) -> TeaApp:
    from tea_assistant.tui.touring import open_tour  # noqa: PLC0415 (when it is wanted)

    app = _made(None, start)

    def opening(told: Callable[[int, int], None]) -> Session | None:
        try:
            return open_tour(app, told, back)
        except TeaError as error:
            app.failed.append(error)
            return None

    app.opening = opening
    return app


def _made(session: Session | None, start: Path) -> TeaApp:
    app = TeaApp(session, folder=None if session else start, pages=_Pages(), checks_beside=True)
    app.claims = _claim
    app.remember = _remember
    return app


def _remember(root: Path, name: str) -> None:
    from tea_assistant.services.recent_dossiers import remember  # noqa: PLC0415 (after the first screen)

    remember(root, name)


_LARGE = 200
"""Measures from which on a dossier is read behind a first screen that says so."""


class _Pages:
    """Counts pages; what lays them out is imported beside the first screen."""

    def __init__(self) -> None:
        self._pages: Pages | None = None

    def count(self, session: View, /) -> PageCount:
        if self._pages is None:
            from tea_assistant.services.pages import Pages  # noqa: PLC0415 (see above)

            self._pages = Pages()
        return self._pages.count(session)


def _is_large(root: Path) -> bool:
    measures = root / "evidence"
    return measures.is_dir() and sum(1 for _ in measures.iterdir()) > _LARGE


def _opened(
    root: Path, cycle: str | None, failed: list[TeaError], told: Callable[[int, int], None]
) -> Session | None:
    """Open a dossier and find out what the first screen shows; called in a thread."""
    try:
        session = open_dossier(root, cycle, told)
    except DossierError as error:
        failed.append(error)
        return None
    _ = session.completeness
    return session


def _claim(root: Path) -> "Claim":
    from tea_assistant.services.claim import Claim  # noqa: PLC0415 (after the first screen)

    return Claim(root)


def _dossier(start: Path) -> Path | None:
    try:
        return find_dossier(start)
    except DossierError:
        # A folder that is there can take a new dossier; anything else is an error to report.
        if not start.is_dir():
            raise
        return None
