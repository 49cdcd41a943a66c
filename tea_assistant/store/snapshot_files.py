"""Named states on disk: a folder each, whole or not there, and every attachment once for all of them."""

import hashlib
import os
import secrets
import shutil
import time
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import Any

from msgspec import Struct

from tea_assistant.errors import FileError
from tea_assistant.model.decoding import decode
from tea_assistant.model.layout import Kind
from tea_assistant.model.snapshot import KeptFile, Snapshot
from tea_assistant.patterns import regex
from tea_assistant.prose.printable import printable
from tea_assistant.store import files, schema
from tea_assistant.store.temporary_files import remove_stale_temporaries
from tea_assistant.store.yaml import reader as yaml_reader
from tea_assistant.store.yaml import writer as yaml_writer
from tea_assistant.store.yaml.problems import LIMIT

FOLDER = "snapshots"
"""Where the states are, in the dossier."""
ATTACHMENTS = "attachments"
"""Where the attachments of all states are, in that folder; no state has this id."""
_TEXTS = "files"
_LIST = "snapshot.yaml"
_SUFFIX = regex(r"\.[a-z0-9]{1,8}")
_STORED = regex(rf"[0-9a-f]{{64}}(?:{_SUFFIX.pattern})?")
_BEGUN = regex(r"\.~.+\.\d+\.tmp")
"""The name of a folder that is still being written."""
_GIVEN_UP_AFTER = 3600
"""Seconds: no state takes so long to write, not even over a slow network."""
_NOT_OURS = frozenset({FOLDER, "build"})


class Listed(Struct, frozen=True):
    """A named state with what is wrong with it."""

    snapshot: Snapshot
    problems: tuple[str, ...] = ()
    """In German; empty where all of it is there and unchanged."""


def ids(root: Path) -> list[str]:
    """Return the ids of all states; what is not yet whole is none."""
    try:
        entries = list(os.scandir(files.own_place(root, FOLDER)))
    except OSError:
        return []
    return sorted(
        entry.name
        for entry in entries
        if entry.is_dir(follow_symlinks=False) and entry.name != ATTACHMENTS and entry.name[0] != "."
    )


def read(root: Path, snapshot_id: str) -> Listed:
    """Read the list of a state, without a look at its files; what is wrong with it is told."""
    path = root / FOLDER / snapshot_id / _LIST
    empty = Snapshot(snapshot_id, name=snapshot_id)
    try:
        raw = files.read_bytes(path, LIMIT + 1)
    except OSError as error:
        return Listed(empty, (f"Das Verzeichnis des Stands fehlt: {files.explain(error)}",))
    text, problems = yaml_reader.decode(raw)
    value = None if problems else yaml_reader.read(text).value
    number = value.get("format") if isinstance(value, dict) else None
    if isinstance(number, int) and number > schema.FORMAT:
        return Listed(empty, ("Der Stand stammt von einem neueren Programm.",))
    if not schema.is_valid(Kind.SNAPSHOT, value):
        return Listed(empty, ("Das Verzeichnis des Stands ist beschädigt.",))
    snapshot = decode(Snapshot, value, id=snapshot_id)
    stray = [kept.file for kept in (*snapshot.files, *snapshot.attachments) if not has_place(kept.file)]
    return Listed(snapshot, tuple(f"{file}: Diese Datei gehört in keine Mappe." for file in stray))


def problems_of(root: Path, snapshot: Snapshot, *, thorough: bool) -> tuple[str, ...]:
    """Tell what is missing or changed; only a thorough look reads the attachments, too."""
    return tuple(_problems(root, snapshot, thorough=thorough))


def _problems(root: Path, snapshot: Snapshot, *, thorough: bool) -> Iterator[str]:
    for kept in (*snapshot.files, *snapshot.attachments):
        stamp = files.stamp(_path(root, snapshot, kept))
        if stamp is None:
            yield f"{kept.file}: Die Datei fehlt im festgehaltenen Stand."
        elif stamp.size != kept.size:
            yield f"{kept.file}: Die Datei ist im festgehaltenen Stand verändert."
        elif thorough or not kept.stored:
            try:
                content(root, snapshot, kept)
            except FileError as error:
                yield f"{kept.file}: {error.message}"


def content(root: Path, snapshot: Snapshot, kept: KeptFile) -> bytes:
    """Read a file of a state; raises `FileError` where it is not what was kept."""
    try:
        found = files.read_bytes(_path(root, snapshot, kept), kept.size + 1)
    except OSError as error:
        reason = f"Die Datei lässt sich im festgehaltenen Stand nicht lesen: {files.explain(error)}"
        raise FileError(reason, file=kept.file) from error
    if sum_of(found) != kept.sha256:
        raise FileError("Die Datei ist im festgehaltenen Stand verändert.", file=kept.file)
    return found


def sum_of(found: bytes) -> str:
    """Return the SHA-256 of a content as hexadecimal text."""
    return hashlib.sha256(found).hexdigest()


def keep_attachment(root: Path, file: str, found: bytes) -> KeptFile:
    """Put an attachment where all states have theirs; one of the same content is there only once."""
    sha256 = sum_of(found)
    suffix = PurePosixPath(file).suffix.lower()
    stored = sha256 + (suffix if _SUFFIX.fullmatch(suffix) else "")
    kept = KeptFile(file, sha256, len(found), stored)
    path = files.own_place(root, f"{FOLDER}/{ATTACHMENTS}") / stored
    try:
        # What has been damaged since is made good on the way.
        whole = sum_of(files.read_bytes(path, len(found) + 1)) == sha256
    except OSError:
        whole = False
    if not whole:
        files.write_atomic(path, found)
    return kept


def write(root: Path, snapshot: Snapshot, texts: Mapping[str, bytes]) -> None:
    """Write a state; it is there only once all of it is. Raises `OSError`."""
    home = files.own_place(root, FOLDER)
    begun = home / f".~{snapshot.id}.{secrets.randbelow(10**9)}.tmp"
    try:
        for file, found in texts.items():
            files.write_atomic(begun / _TEXTS / file, found)
        files.write_atomic(begun / _LIST, yaml_writer.dump(_values(snapshot)).encode())
        files.move(begun, home / snapshot.id)
    except BaseException:
        shutil.rmtree(begun, ignore_errors=True)
        raise


def _values(snapshot: Snapshot) -> dict[str, Any]:
    said = {
        "name": snapshot.name,
        "made": snapshot.made,
        "by": snapshot.by,
        "cycle": snapshot.cycle,
        "note": snapshot.note,
    }
    values: dict[str, Any] = {"format": schema.FORMAT} | {key: value for key, value in said.items() if value}
    values["files"] = [{"file": f.file, "sha256": f.sha256, "size": f.size} for f in snapshot.files]
    if snapshot.attachments:
        values["attachments"] = [
            {"file": f.file, "sha256": f.sha256, "size": f.size, "stored": f.stored}
            for f in snapshot.attachments
        ]
    if snapshot.skipped:
        values["skipped"] = [{"file": f.file, "reason": f.reason} for f in snapshot.skipped]
    return values


def trash(root: Path, snapshot: Snapshot) -> Path:
    """Move a state to the dossier's trash with the attachments that only it has; return where to."""
    place = files.place_in_trash(root, f"{FOLDER}/{snapshot.id}")
    files.move(root / FOLDER / snapshot.id, place)
    for stored in {kept.stored for kept in snapshot.attachments} & _orphans(root):
        files.move(_pool(root) / stored, place.parent / ATTACHMENTS / stored)
    return place


def clear_away(root: Path) -> None:
    """Remove what was begun and never finished, such as after a power cut."""
    if not (root / FOLDER).is_dir() or files.inside(root, f"{FOLDER}/{ATTACHMENTS}") is None:
        return
    remove_stale_temporaries(_pool(root))
    begun = [Path(entry.path) for entry in os.scandir(root / FOLDER) if _BEGUN.fullmatch(entry.name)]
    for path in filter(_is_old, begun):
        shutil.rmtree(path, ignore_errors=True)
    # Of a state whose deletion was cut off they are the only copy.
    for stored in _orphans(root):
        if _is_old(_pool(root) / stored):
            place = files.place_in_trash(root, f"{FOLDER}/{ATTACHMENTS}/{stored}")
            files.move(_pool(root) / stored, place)


def _is_old(path: Path) -> bool:
    stamp = files.stamp(path)
    return stamp is not None and time.time() - stamp.modified / 1e9 > _GIVEN_UP_AFTER


def _orphans(root: Path) -> set[str]:
    """Return the attachments that no state has; none while the list of one cannot be read."""
    states = [read(root, snapshot_id) for snapshot_id in ids(root)]
    if not _pool(root).is_dir() or any(state.problems for state in states):
        return set()
    needed = {kept.stored for state in states for kept in state.snapshot.attachments}
    return {entry.name for entry in os.scandir(_pool(root)) if _STORED.fullmatch(entry.name)} - needed


def has_place(file: str) -> bool:
    """Tell whether a name may be that of a file of a dossier: inside it, visible, and nothing we make."""
    parts = file.split("/")
    return (
        printable(file) == file
        and not any(part[:1] in ("", ".") or {"\\", ":"} & set(part) for part in parts)
        and parts[0] not in _NOT_OURS
    )


def _path(root: Path, snapshot: Snapshot, kept: KeptFile) -> Path:
    return _pool(root) / kept.stored if kept.stored else root / FOLDER / snapshot.id / _TEXTS / kept.file


def _pool(root: Path) -> Path:
    return root / FOLDER / ATTACHMENTS
