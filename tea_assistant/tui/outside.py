"""What comes into the dossier from elsewhere: told, put together, or decided by the user."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tea_assistant.services.outside_changes import Conflict
from tea_assistant.services.session import Session
from tea_assistant.tui import wording

if TYPE_CHECKING:
    from tea_assistant.tui.safe_app import SafeApp
    from tea_assistant.tui.screens.conflict import Decision

_NAMED = 3
"""So many changed files are named in a notice."""
_LONG = 15
"""Seconds for which a notice stays that asks for something."""


class Outside:
    """Tells of changes from elsewhere, and lets the user decide where they contradict."""

    def __init__(self, app: "SafeApp", session: Session) -> None:
        self._app = app
        self._session = session
        self._watched: set[str] = set()
        """The files that another window is known to change while this one only reads."""

    def tell_found(self, files: Sequence[str]) -> None:
        """Tell of files that were changed on disk."""
        conflicts = [c.file for c in self._session.conflicts if c.file in files]
        known = {*conflicts, *self.tell_joined()}
        self.tell_conflicts(conflicts)
        taken = [file for file in files if file not in known]
        if self._session.reading:
            self._tell_watched(taken)
        elif taken:
            self._app.tell(f"Außerhalb geändert und neu gelesen:\n{self._titles(taken)}")

    def tell_joined(self) -> set[str]:
        """Tell what came in without a conflict; return the files."""
        joined = self._session.take_joined()
        if joined:
            from tea_assistant.services.compare import names_in  # noqa: PLC0415 (seldom wanted)
            from tea_assistant.services.conflicts import joined_text  # noqa: PLC0415 (seldom wanted)

            told = joined_text(joined, names_in(self._session.dossier))
            self._app.tell(
                f"Außerhalb geändert und mit Ihren Änderungen zusammengeführt:\n{told}", timeout=_LONG
            )
        return {each.file for each in joined}

    def tell_conflicts(self, files: Sequence[str]) -> None:
        """Tell of files that both sides changed at one place."""
        if files:
            self._app.tell(
                f"Auch außerhalb geändert:\n{self._titles(files)}\nF9 zeigt beide Fassungen.",
                severity="warning",
                timeout=_LONG,
            )

    def compare(self) -> None:
        """Let the user decide about the first file that is in conflict, and then about the next."""
        if not self._session.conflicts:
            return
        from tea_assistant.services.compare import names_in  # noqa: PLC0415 (seldom wanted)
        from tea_assistant.services.conflicts import dispute  # noqa: PLC0415 (seldom wanted)
        from tea_assistant.tui.screens.conflict import ConflictScreen  # noqa: PLC0415 (seldom wanted)

        self._app.commit()
        conflict = self._session.conflicts[0]
        application = self._session.application
        title = wording.file_title(application, conflict.file)
        sides = conflict.base, conflict.mine, conflict.theirs
        found = dispute(conflict.file, title, sides, conflict.merged, names_in(application.dossier))
        # A notice must not hide the decision.
        self._app.clear_notifications()
        self._app.push_screen(
            ConflictScreen(found, application.labels), lambda decision: self._decide(conflict, decision)
        )

    def _decide(self, conflict: Conflict, decision: "Decision | None") -> None:
        if decision is not None:
            self._session.resolve(conflict, decision.text)
            self.compare()

    def _tell_watched(self, files: Sequence[str]) -> None:
        """Tell once what another window works on: it saves every few words."""
        if new := [file for file in files if file not in self._watched]:
            self._watched.update(new)
            self._app.tell(f"Im anderen Fenster geändert:\n{self._titles(new)}")

    def _titles(self, files: Sequence[str]) -> str:
        titles = [wording.file_title(self._session.application, file) for file in files[:_NAMED]]
        if (more := len(files) - _NAMED) > 0:
            titles.append(f"und {more} weitere")
        return "\n".join(titles)
