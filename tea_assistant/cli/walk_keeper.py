"""Makes the changes of `tea walk`: each is on the disk before the next question."""

from collections.abc import Callable

from tea_assistant.cli.sync_questions import ask_all
from tea_assistant.cli.walk_talk import HELP, Ended, Way, Word, say
from tea_assistant.errors import EditError, TeaError
from tea_assistant.model.finding import Finding, Severity
from tea_assistant.model.layout import role_of
from tea_assistant.model.source import Path, Source
from tea_assistant.services.claim import Claim, State, who
from tea_assistant.services.forms.entry import removal, value_in
from tea_assistant.services.session import Session
from tea_assistant.services.sync.disputes import always
from tea_assistant.services.sync.merge import FileConflict
from tea_assistant.store.schema_wording import findings
from tea_assistant.store.yaml.writer import Change

_SIGNS = {Severity.ERROR: "Fehler", Severity.WARNING: "Warnung", Severity.HINT: "Hinweis"}
_MOST_FILES = 500
"""In a larger dossier the checks take longer than somebody waits after each answer."""
_MOST_FINDINGS = 3


class Keeper:
    """Holds the session, and saves after each change."""

    def __init__(self, session: Session, claim: Claim) -> None:
        self.session = session
        self._claim = claim

    def look(self) -> None:
        """Take in what others have changed; raises `Ended` where another window has taken over."""
        lost = self._claim.beat()
        if lost and lost.state is not State.MINE:
            named = f": {who(lost.other)}" if lost.other else ""
            say(f"Die Mappe ist jetzt woanders geöffnet{named}.")
            raise Ended
        if changed := self.session.poll():
            say(f"Außerhalb geändert: {', '.join(changed)}.")

    def value(self, file: str, path: Path) -> object:
        """Return what a file says at a path."""
        return value_in(self.session.value(file), path)

    def put(self, file: str, path: Path, value: object, label: str) -> bool:
        """Put a value at a path, or take it away with None, and save; tell what the checks say to it."""
        return self.do(lambda: self._edit_rightly(file, path, value, label), file, path)

    def edit(self, file: str, path: Path, value: object, label: str) -> None:
        """Change a value without saving; raises `TeaError` where that cannot be done."""
        change = removal(self.session.value(file), path) if value is None else Change(path, value)
        if change is not None:
            self.session.edit(file, [change], f"{label} ändern")

    def do(self, change: Callable[[], object], file: str = "", path: Path = ()) -> bool:
        """Make a change and save it; return whether it is on the disk now."""
        self.look()
        before = self._findings(file, path) if file else []
        try:
            change()
        except TeaError as error:
            tell(error)
            return False
        if not self.save():
            return False
        new = [finding for finding in self._findings(file, path) if finding not in before] if file else []
        for finding in new[:_MOST_FINDINGS]:
            say(f"{_SIGNS[finding.severity]}: {finding.message} {finding.hint}".rstrip())
        return True

    def save(self) -> bool:
        """Write all that is changed to disk; tell what hinders it."""
        outcome = self.session.save()
        for error in outcome.errors:
            say(f"Noch nicht gespeichert: {error}")
        if self.session.conflicts:
            self._settle()
            return self.save()
        return not outcome.errors

    def undo(self) -> None:
        """Take back the last change."""
        try:
            step = self.session.undo()
        except TeaError as error:
            tell(error)
            return
        say(f"Zurückgenommen: {step.label}." if step else "Es gibt nichts zurückzunehmen.")
        if step:
            self.save()

    def obeyed(self, word: Word) -> Way | None:
        """Do what a word of everywhere asks for; None where the question is to be asked again."""
        match word:
            case Word.BACK:
                return Way.BACK
            case Word.DONE:
                return Way.OUT
            case Word.UNDO:
                self.undo()
                return None
            case Word.HELP:
                say(HELP)
                return None
            case _:
                return Way.ON

    def _edit_rightly(self, file: str, path: Path, value: object, label: str) -> None:
        """Change a value; where the schema cannot take it, change nothing and raise `EditError`."""
        before = self._wrong(file, path)
        with self.session.together():
            self.edit(file, path, value, label)
            if new := [finding for finding in self._wrong(file, path) if finding not in before]:
                raise EditError(new[0].message, hint=new[0].hint)

    def _wrong(self, file: str, path: Path) -> list[Finding]:
        role = role_of(file)
        found = findings(role.kind, self.session.value(file), Source(file, {})) if role else ()
        return [finding for finding in found if finding.path == path]

    def _settle(self) -> None:
        """Ask what is to stand where somebody else has changed the same place in the same moment."""
        titles = {each.id: each.title for each in self.session.dossier.evidence.values()}
        conflicts = [FileConflict(c.file, c.base, c.mine, c.theirs, c.merged) for c in self.session.conflicts]
        # Without an answer the own words stand where they contradict: both have just been shown.
        texts = ask_all(conflicts, titles, can_ask=True) or always("mine", conflicts)
        for conflict in self.session.conflicts:
            self.session.resolve(conflict, texts[conflict.file])

    def _findings(self, file: str, path: Path) -> list[Finding]:
        if len(self.session.files) > _MOST_FILES:
            return []
        found = self.session.report.findings
        return [f for f in found if f.file == file and f.path[: len(path)] == path and not f.accepted]


def tell(error: TeaError) -> None:
    """Say why something was not possible, and what to do about it."""
    say(*filter(None, (f"Das ging nicht: {error}", error.hint)))
