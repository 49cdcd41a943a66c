"""States of a dossier: what it says now, what it said when a state was kept, and what differs."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from msgspec import Struct

from tea_assistant.model.file_names import folded
from tea_assistant.model.layout import ATTACHMENTS, THEME_FILE, role_of
from tea_assistant.model.snapshot import KeptFile, SkippedFile, Snapshot
from tea_assistant.prose.printable import printable
from tea_assistant.services.capsule.proofs import plain_file
from tea_assistant.services.compare import FileChange, compare
from tea_assistant.services.session import Session
from tea_assistant.services.value_changes import FieldChange
from tea_assistant.store import dossier_files, files, snapshot_files
from tea_assistant.store.yaml import reader as yaml_reader

LARGEST_FILE = 200_000_000
"""Bytes of one file that a state keeps; no proof is larger."""


class State(Struct, frozen=True):
    """The texts and the attachments of a dossier, by file."""

    texts: Mapping[str, str]
    attachments: Mapping[str, KeptFile] | None = None
    """None where nobody knows what they were; then they are not compared."""


class Present(Struct, frozen=True):
    """What is needed to read the present state, also while somebody goes on working."""

    root: Path
    unsaved: Mapping[str, str | None]
    """The texts that are not on disk yet; None for a file that is to go."""
    pointed_to: tuple[str, ...]
    """Files beside the texts to which the dossier points."""

    def read(self) -> State:
        """Return what the dossier says, with what was not saved yet."""
        texts = {file: _text(found) for file, found in read_texts(self.root) if isinstance(found, bytes)}
        texts |= {file: text for file, text in self.unsaved.items() if text is not None}
        gone = {file for file, text in self.unsaved.items() if text is None}
        paths = {file: path for file, path in attached(self) if isinstance(path, Path)}
        return State(
            {file: text for file, text in texts.items() if file not in gone},
            {file: _measured(file, path) for file, path in paths.items()},
        )


def present(session: Session) -> Present:
    """Return what is needed to read what the dossier says at this moment."""
    unsaved = {file: session.text(file) for file in session.dirty}
    return Present(session.root, unsaved, tuple(_pointed_to(session)))


def state_now(session: Session) -> State:
    """Return what the dossier says at this moment, with what is not saved yet."""
    return present(session).read()


def state_of(root: Path, snapshot: Snapshot) -> State:
    """Return what a kept state says; raises `FileError` where a text is not what was kept."""
    texts = {kept.file: _text(snapshot_files.content(root, snapshot, kept)) for kept in snapshot.files}
    return State(texts, {kept.file: kept for kept in snapshot.attachments})


def read_texts(root: Path) -> Iterator[tuple[str, bytes | SkippedFile]]:
    """Yield the files of the dossier that hold its texts, or why one of them cannot be read."""
    for file in dossier_files.list_files(root):
        yield file, read_whole(file, root / file)


def attached(now: Present) -> Iterator[tuple[str, Path | SkippedFile]]:
    """Yield where the attachments are, and whatever else the dossier points to inside its folder."""
    lying = set(_in_folder(now.root))
    alike = {folded(file) for file in lying}
    for file in sorted({*lying, *now.pointed_to}):
        plain = plain_file(now.root, file)
        if plain is None:
            reason = "liegt außerhalb der Mappe, hinter einer Verknüpfung oder hat keinen üblichen Namen"
            yield file, SkippedFile(printable(file), reason)
        # A link may spell a name otherwise than the disk does; it is one file all the same.
        elif plain[1].is_file() and (plain[0] in lying or folded(plain[0]) not in alike):
            yield plain


def read_whole(file: str, path: Path) -> bytes | SkippedFile:
    """Read a file that a state is to keep, or tell why it cannot be kept."""
    if not snapshot_files.has_place(file):
        return SkippedFile(printable(file), "Der Name hat Zeichen, die nicht jedes System kennt.")
    try:
        found = files.read_bytes(path, LARGEST_FILE + 1)
    except OSError as error:
        return SkippedFile(file, files.explain(error))
    if len(found) > LARGEST_FILE:
        return SkippedFile(file, f"größer als {LARGEST_FILE // 1_000_000} MB")
    return found


def differences(old: State, new: State, names: Mapping[str, str]) -> tuple[FileChange, ...]:
    """Return what changed from one state to another, texts before attachments."""
    changes = compare(old.texts, new.texts, names)
    if old.attachments is None or new.attachments is None:
        return changes
    found = (
        _attachment_change(file, old.attachments.get(file), new.attachments.get(file))
        for file in sorted({*old.attachments, *new.attachments})
    )
    return (*changes, *(change for change in found if change))


def only(state: State, item: str) -> State:
    """Return what a state says about one item, given as a file or by its id."""
    wanted = item.strip().replace("\\", "/")

    def is_meant(file: str) -> bool:
        role = role_of(file)
        return wanted in (file, role.id if role else "")

    return State(
        {file: text for file, text in state.texts.items() if is_meant(file)},
        {file: kept for file, kept in (state.attachments or {}).items() if is_meant(file)},
    )


def _attachment_change(file: str, old: KeptFile | None, new: KeptFile | None) -> FileChange | None:
    title = f"Anlage {file.rpartition('/')[2]}"
    if old is None:
        return FileChange(file, title, "added", ())
    if new is None:
        return FileChange(file, title, "removed", ())
    if old.sha256 == new.sha256:
        return None
    return FileChange(file, title, "changed", (FieldChange((), "Inhalt", _described(old), _described(new)),))


def _described(kept: KeptFile) -> str:
    return f"{kept.size} Bytes, Prüfsumme {kept.sha256[:12]}"


def _measured(file: str, path: Path) -> KeptFile:
    stamp = files.stamp(path)
    return KeptFile(file, dossier_files.hash_of(path), stamp.size if stamp else 0)


def _in_folder(root: Path) -> Iterator[str]:
    for path in (root / ATTACHMENTS).rglob("*"):
        name = path.relative_to(root).as_posix()
        if path.is_file() and not any(part.startswith(".") for part in name.split("/")):
            yield name


def _pointed_to(session: Session) -> Iterator[str]:
    proofs = [proof for measure in session.dossier.evidence.values() for proof in measure.proofs]
    proofs += [proof for round_ in session.dossier.rounds.values() for proof in round_.cycle.documents]
    yield from (proof.file for proof in proofs if _is_ours(proof.file))
    theme: Any = session.value(THEME_FILE)
    logo = theme.get("logo") if isinstance(theme, dict) else None
    file = logo.get("file") if isinstance(logo, dict) else None
    if isinstance(file, str) and _is_ours(file):
        yield file


def _is_ours(file: str) -> bool:
    return bool(file) and snapshot_files.has_place(file.replace("\\", "/"))


def _text(found: bytes) -> str:
    return yaml_reader.decode(found)[0]
