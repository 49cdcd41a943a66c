"""All states of a dossier that can be looked at: those with a name, and the versions in its repository."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from msgspec import Struct

from tea_assistant.errors import GitError
from tea_assistant.model.snapshot import Snapshot
from tea_assistant.services.snapshots.snapshots import kept_states
from tea_assistant.services.snapshots.states import State, state_of
from tea_assistant.services.versions import versions


class KnownState(Struct, frozen=True):
    """A state that somebody has kept."""

    key: str
    """Tells it from every other."""
    title: str
    """Its name, or what was said about the version."""
    when: datetime | None
    """In local time; None where nobody knows."""
    by: str
    snapshot: Snapshot | None = None
    """None for a version in the repository."""
    commit: str = ""
    problems: tuple[str, ...] = ()

    def read(self, root: Path) -> State:
        """Return what the dossier said then; raises `FileError` or `GitError`."""
        return state_of(root, self.snapshot) if self.snapshot else State(versions.state_at(root, self.commit))


class KnownStates(Struct, frozen=True):
    """The states, newest first, and why there are not more."""

    states: tuple[KnownState, ...]
    trouble: str = ""
    """German: what keeps the versions of the repository from being shown."""


def known_states(root: Path, file: str = "") -> KnownStates:
    """Return the named states, and the versions that changed a file (empty: anything), newest first."""
    found = list(_named(root, file))
    trouble = ""
    try:
        if _may_have_versions(root) and versions.has_versions(root):
            found += _versions(root, file)
    except GitError as error:
        trouble = error.message
    return KnownStates(tuple(sorted(found, key=_age, reverse=True)), trouble)


def _may_have_versions(root: Path) -> bool:
    # Who has no repository must not be told that git is missing.
    return any((folder / ".git").exists() for folder in (root.absolute(), *root.absolute().parents))


def _named(root: Path, file: str) -> Iterator[KnownState]:
    for state in kept_states(root):
        snapshot = state.snapshot
        kept = {each.file for each in (*snapshot.files, *snapshot.attachments)}
        if not file or file in kept:
            yield KnownState(
                f"snapshot:{snapshot.id}",
                snapshot.name,
                _moment(snapshot.made),
                snapshot.by,
                snapshot,
                problems=state.problems,
            )


def _versions(root: Path, file: str) -> Iterator[KnownState]:
    for version in versions.versions(root, file):
        yield KnownState(
            f"commit:{version.commit}",
            version.message or "ohne Beschreibung",
            version.when,
            version.who,
            commit=version.commit,
        )


def _moment(made: str) -> datetime | None:
    try:
        return datetime.fromisoformat(made).astimezone()
    except ValueError:
        return None


def _age(state: KnownState) -> tuple[bool, float, str]:
    return state.when is not None, state.when.timestamp() if state.when else 0.0, state.key
