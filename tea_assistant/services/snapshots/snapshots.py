"""Named states: keeps what a dossier says under a name, without git, and finds it again."""

import getpass
from collections.abc import Container, Mapping
from datetime import datetime
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from tea_assistant.errors import EditError, FileError, UsageError
from tea_assistant.model.ids import slug
from tea_assistant.model.snapshot import KeptFile, SkippedFile, Snapshot
from tea_assistant.prose.printable import printable
from tea_assistant.services.session import Session
from tea_assistant.services.snapshots.states import Present, attached, present, read_texts, read_whole
from tea_assistant.store import files, snapshot_files
from tea_assistant.store.snapshot_files import Listed

_TRIES = 3
_LONGEST_NAME = 300
"""Characters; what is longer is no name but a text."""


def kept_states(root: Path) -> tuple[Listed, ...]:
    """Return all named states, newest first, each with what is missing or changed in it."""
    found = [_looked_at(root, snapshot_id) for snapshot_id in snapshot_files.ids(root)]
    return tuple(sorted(found, key=lambda state: (state.snapshot.made, state.snapshot.id), reverse=True))


def find(root: Path, name: str) -> Listed:
    """Return the state of that name or id; raises `UsageError` where there is none."""
    states = kept_states(root)
    wanted = _one_line(name)
    for spelled in (str, str.casefold):
        for state in states:
            if spelled(wanted) in (spelled(state.snapshot.name), state.snapshot.id):
                return state
    known = ", ".join(f"„{state.snapshot.name}“" for state in states)
    raise UsageError(
        f"Einen Stand „{wanted}“ gibt es nicht.",
        hint=f"Festgehalten sind: {known}." if known else "Noch ist kein Stand festgehalten.",
    )


class Draft(Struct, frozen=True):
    """A state that is going to be kept; what is on disk when it is kept counts."""

    name: str
    by: str
    note: str
    cycle: str
    now: Present

    def keep(self) -> Snapshot:
        """Keep the state on disk and touch nothing else, so that work may go on; raises `FileError`."""
        try:
            snapshot_files.clear_away(self.now.root)
            return _kept(self)
        except OSError as error:
            raise FileError(f"Der Stand lässt sich nicht festhalten: {files.explain(error)}") from error


def prepare(session: Session, name: str, *, by: str = "", note: str = "") -> Draft:
    """Save what is not saved yet, and return what is to be kept.

    Raises `UsageError` for a name that is none, `EditError` and `FileError` where something stays unsaved.
    """
    name = _one_line(name)
    if problem := name_problem(name):
        raise UsageError(problem, hint='Zum Beispiel: tea snapshot "Entwurf an den Personalrat"')
    save_all(session)
    return Draft(name, _one_line(by) or _author(), note.strip(), session.cycle, present(session))


def keep(session: Session, name: str, *, by: str = "", note: str = "") -> Snapshot:
    """Keep the present state under a name, which gets a number where it is taken already.

    Raises as `prepare` and `Draft.keep` do.
    """
    return prepare(session, name, by=by, note=note).keep()


def name_problem(name: str) -> str:
    """Say in German why this is no name for a state; empty where it is one."""
    if not _one_line(name):
        return "Der Stand braucht einen Namen."
    if len(_one_line(name)) > _LONGEST_NAME:
        return f"Der Name ist zu lang: höchstens {_LONGEST_NAME} Zeichen."
    return ""


def delete(session: Session, snapshot: Snapshot) -> Path:
    """Move a state to the dossier's trash and return where to; no other state loses anything.

    Raises `EditError` and `FileError`.
    """
    session.require_writable()
    try:
        return snapshot_files.trash(session.root, snapshot)
    except OSError as error:
        raise FileError(f"Der Stand lässt sich nicht löschen: {files.explain(error)}") from error


def save_all(session: Session) -> None:
    """Save what is not on disk yet; raises `EditError` or `FileError` where something stays unsaved."""
    session.require_writable()
    session.poll()
    outcome = session.save()
    if session.conflicts:
        message = "Diese Datei wurde auch außerhalb geändert. Bitte zuerst den Konflikt lösen."
        raise EditError(message, file=session.conflicts[0].file)
    if outcome.errors:
        raise FileError(f"Es ließ sich nicht alles speichern: {outcome.errors[0]}")


def _kept(draft: Draft) -> Snapshot:
    root = draft.now.root
    texts: dict[str, bytes] = {}
    skipped: list[SkippedFile] = []
    for file, found in read_texts(root):
        if isinstance(found, bytes):
            texts[file] = found
        else:
            skipped.append(found)
    attachments: list[KeptFile] = []
    for file, path in attached(draft.now):
        found = path if isinstance(path, SkippedFile) else read_whole(file, path)
        if isinstance(found, bytes):
            attachments.append(snapshot_files.keep_attachment(root, file, found))
        else:
            skipped.append(found)
    snapshot = Snapshot(
        "",
        made=datetime.now().astimezone().strftime("%Y-%m-%dT%H:%M:%S"),
        by=draft.by,
        cycle=draft.cycle,
        note=draft.note,
        files=tuple(
            KeptFile(file, snapshot_files.sum_of(found), len(found)) for file, found in texts.items()
        ),
        attachments=tuple(attachments),
        skipped=tuple(skipped),
    )
    return _written(root, snapshot, draft.name, texts)


def _written(root: Path, snapshot: Snapshot, name: str, texts: Mapping[str, bytes]) -> Snapshot:
    """Write a state under a name and an id that are free, also where others keep states at the same time."""
    for left in reversed(range(_TRIES)):
        others = [state.snapshot for state in kept_states(root)]
        free = _free(name, {other.name.casefold() for other in others})
        taken = {*(other.id for other in others), snapshot_files.ATTACHMENTS}
        snapshot = replace(snapshot, id=slug(free, taken=taken), name=free)
        try:
            snapshot_files.write(root, snapshot, texts)
            break
        except OSError:
            if not left or snapshot.id not in snapshot_files.ids(root):
                raise
    return snapshot


def _looked_at(root: Path, snapshot_id: str) -> Listed:
    state = snapshot_files.read(root, snapshot_id)
    found = state.problems or snapshot_files.problems_of(root, state.snapshot, thorough=False)
    return Listed(state.snapshot, found)


def _free(name: str, taken: Container[str]) -> str:
    """Return the name, with a number behind it where another state has it."""
    number, free = 1, name
    while free.casefold() in taken:
        number += 1
        free = f"{name} ({number})"
    return free


def _one_line(text: str) -> str:
    return " ".join(printable(text).split())


def _author() -> str:
    """Return the name under which the person is known to the computer."""
    try:
        return getpass.getuser()
    except (ImportError, KeyError, OSError):
        return ""
