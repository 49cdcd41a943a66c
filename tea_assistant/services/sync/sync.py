"""Brings a dossier and the one that others share together: commit, fetch, merge, push."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from tea_assistant.errors import ChangedOnDisk, EditError, GitError
from tea_assistant.patterns import regex
from tea_assistant.services.compare import names_in
from tea_assistant.services.session import Session
from tea_assistant.services.sync.apply import apply
from tea_assistant.services.sync.commit import Committed, commit_own
from tea_assistant.services.sync.files import own_files
from tea_assistant.services.sync.merge import FileConflict, Joined, Resolve, join
from tea_assistant.services.sync.outcome import Outcome
from tea_assistant.store.files import explain
from tea_assistant.store.git.commit import common_origin, make_commit
from tea_assistant.store.git.driver import adopt
from tea_assistant.store.git.objects import differences, empty_tree
from tea_assistant.store.git.remotes import Remote, fetch, push, remote_of
from tea_assistant.store.git.repository import Repository, require_repository
from tea_assistant.store.git.strangers import require_own_settings

Progress = Callable[[str], None]
"""Takes in German what is being done; called often, and may raise to end it."""

_TRIES = 5
"""So many times somebody else may be faster."""
_PERCENT = regex(r"(\d+)%")
_MERGED = "Fassungen zusammengeführt"


class Draft(Struct, frozen=True):
    """What a sync needs of an open dossier, so that it can work while somebody goes on writing."""

    root: Path
    files: frozenset[str]
    names: Mapping[str, str]
    message: str = ""


def prepare(session: Session, message: str = "") -> Draft:
    """Save what is open and look at what belongs to the dossier; raises `TeaError` where that fails."""
    if session.reading:
        session.require_writable()
    if session.read_only and (session.reading or not session.review_file):
        raise EditError("Diese Mappe ist schreibgeschützt; sie lässt sich hier nicht abgleichen.")
    saved = session.save()
    if session.conflicts:
        raise EditError(
            "Es gibt Dateien, die hier und außerhalb geändert wurden.",
            hint="Bitte zuerst entscheiden, welche Fassung gilt.",
        )
    if saved.errors:
        raise EditError(f"Nicht alles ließ sich speichern: {saved.errors[0]}")
    return Draft(session.root, own_files(session), names_in(session.dossier), message)


def run(draft: Draft, resolve: Resolve, progress: Progress = lambda _: None) -> Outcome:
    """Commit, fetch, merge and push; `resolve` decides what both sides changed.

    What fails leaves the dossier as it was, with one's own changes committed.
    """
    repository = require_repository(draft.root)
    require_own_settings(repository)
    repository.require_rest()
    adopt(repository, draft.root)
    remote = remote_of(repository)
    sync = _Sync(repository, remote, draft, resolve, progress)
    in_the_way = None
    for _ in range(_TRIES):
        try:
            outcome = sync.once()
        except ChangedOnDisk as error:
            # Somebody goes on writing: that belongs to it, too.
            in_the_way = error
            continue
        except OSError as error:
            raise GitError(f"Die Mappe lässt sich nicht schreiben: {explain(error)}") from error
        if outcome:
            return outcome
    if in_the_way:
        raise GitError(
            "Hier liegt etwas anderes, als festgehalten ist, und würde überschrieben.",
            file=in_the_way.file,
            hint="Bitte die Datei umbenennen oder anderswo schließen, dann noch einmal abgleichen.",
        )
    raise GitError(
        "Andere übertragen gerade ständig etwas; es kam immer jemand zuvor.",
        hint="Ihre Änderungen sind festgehalten. Bitte gleich noch einmal abgleichen.",
    )


class _Sync:
    """One sync, which may need several tries."""

    def __init__(
        self,
        repository: Repository,
        remote: Remote | None,
        draft: Draft,
        resolve: Resolve,
        progress: Progress,
    ) -> None:
        self._repository = repository
        self._remote = remote
        self._draft = draft
        self._ask = resolve
        self._progress = progress
        self._sent: dict[str, None] = {}
        self._received: dict[str, None] = {}
        self._joined = Joined("")
        self._decided: dict[tuple[str | None, ...], str | None] = {}

    def once(self) -> Outcome | None:
        """Try once; None where somebody else was faster."""
        draft = self._draft
        self._progress("Abgleich: festhalten …")
        own = commit_own(self._repository, draft.files, draft.message, draft.names)
        self._sent |= dict.fromkeys(own.files)
        if self._remote is None:
            return self._outcome(own)
        theirs = fetch(self._repository, self._remote, self._tick("Abgleich: holen"))
        merged = self._merge(own.commit, theirs)
        if not merged:
            return self._outcome(own, is_postponed=True)
        if merged != own.commit:
            self._progress("Abgleich: übernehmen …")
            self._received |= dict.fromkeys(apply(self._repository, own.commit, merged))
        tick = self._tick("Abgleich: übertragen")
        if merged != theirs and not push(self._repository, self._remote, merged, tick):
            return None
        return self._outcome(own, is_pushed=True)

    def _merge(self, mine: str, theirs: str) -> str:
        """Return the commit in which both are; empty where the person wants to decide later."""
        assert self._remote is not None
        if not theirs:
            return mine
        base = common_origin(self._repository, mine, theirs)
        if not base and self._repository.is_shallow:
            tick = self._tick("Abgleich: ältere Fassungen holen")
            theirs = fetch(self._repository, self._remote, tick, whole=True)
            base = common_origin(self._repository, mine, theirs)
        if base == theirs:
            return mine
        if base == mine:
            return theirs
        if not base:
            self._require_apart(mine, theirs)
            base = empty_tree(self._repository.git)
        self._progress("Abgleich: zusammenführen …")
        joined = join(self._repository, base, mine, theirs, self._resolve)
        if joined is None:
            return ""
        self._joined = joined
        return make_commit(self._repository, joined.tree, [mine, theirs], _MERGED)

    def _require_apart(self, mine: str, theirs: str) -> None:
        """Refuse to merge what was never one, unless the two do not touch each other."""
        git = self._repository.git
        nothing = empty_tree(git)
        here, there = ({entry.path for entry in differences(git, nothing, c)} for c in (mine, theirs))
        if here & there:
            raise GitError(
                "Die Mappe hier und die im entfernten Repositorium haben keine gemeinsame Geschichte.",
                hint="Vermutlich wurden zwei Mappen getrennt angelegt. Bitte das entfernte Repositorium mit "
                "„git clone“ in einen neuen Ordner holen und dort weiterarbeiten; hier bleibt alles.",
            )

    def _resolve(self, conflicts: Sequence[FileConflict]) -> Mapping[str, str | None] | None:
        """Ask what has not been asked before: a second try repeats no question."""
        keys = {(c.file, c.mine, c.theirs): c for c in conflicts}
        new = [conflict for key, conflict in keys.items() if key not in self._decided]
        if new:
            decided = self._ask(new)
            if decided is None:
                return None
            self._decided |= {k: decided[c.file] for k, c in keys.items() if c.file in decided}
        return {c.file: self._decided[key] for key, c in keys.items() if key in self._decided}

    def _tick(self, what: str) -> Progress:
        def tick(line: str) -> None:
            percent = _PERCENT.search(line)
            self._progress(f"{what} … {percent[1]} %" if percent else f"{what} …")

        return tick

    def _outcome(self, own: Committed, *, is_pushed: bool = False, is_postponed: bool = False) -> Outcome:
        return Outcome(
            tuple(self._sent),
            tuple(self._received),
            tuple(self._joined.copies.items()),
            tuple(self._joined.kept),
            own.ignored,
            self._remote.name if self._remote else "",
            is_pushed,
            is_postponed,
        )
