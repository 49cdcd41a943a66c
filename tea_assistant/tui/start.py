"""Starts the terminal user interface on a folder."""

from pathlib import Path
from typing import TYPE_CHECKING

from tea_assistant.errors import DossierError
from tea_assistant.services.claim import Claim
from tea_assistant.services.opening import find_dossier, open_dossier
from tea_assistant.services.pages import Pages
from tea_assistant.tui.app import TeaApp
from tea_assistant.tui.widgets.ask_reviewer import Person

if TYPE_CHECKING:
    from tea_assistant.services.triage_reading import Reading


def run(
    folder: Path | None = None,
    cycle: str | None = None,
    reviewer: Person | None = None,
    reading: "Reading | None" = None,
) -> int:
    """Open the dossier at or above a folder, or offer to make one there; return the exit code.

    With a reviewer the dossier is opened to be reviewed, with documents that were read to go through them.

    Raises `DossierError` where the folder does not exist, or the dossier cannot be opened.
    """
    start = folder or Path.cwd()
    session = open_dossier(start, cycle) if _has_dossier(start) else None
    app = TeaApp(session, folder=None if session else start, pages=Pages())
    app.claims = Claim
    app.reviewing.expected = reviewer
    app.reading = reading
    try:
        app.run()
    finally:
        app.close_window()
    return app.return_code or 0


def _has_dossier(start: Path) -> bool:
    try:
        find_dossier(start)
    except DossierError:
        # A folder that is there can take a new dossier; anything else is an error to report.
        if not start.is_dir():
            raise
        return False
    return True
