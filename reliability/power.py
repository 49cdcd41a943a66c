"""Works out what a disk may hold after a power cut: what was not synced may be missing, in any choice.

The strict reading of POSIX: syncing a file keeps its content, and only syncing a folder keeps its names. Most
file systems keep more.
"""

import os
import random
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from reliability.shim import (
    CLOSE,
    FSYNC,
    LINK,
    LOOK,
    MARK,
    MKDIR,
    OPEN,
    RENAME,
    RMDIR,
    TRUNCATE,
    UNLINK,
    WRITE,
    Call,
)

_MIXES = 3
"""So many chance choices of what arrived are tried at each moment, beside the two extremes."""


class File:
    """A file as programs see it, and what of it is on the disk for certain."""

    def __init__(self, content: bytes = b"", *, synced: bool = False) -> None:
        self.content = bytearray(content)
        self.synced = content if synced else b""


class Folder:
    """A folder as programs see it, and the names that are in it for certain."""

    def __init__(self) -> None:
        self.names: dict[str, File | Folder] = {}
        self.synced: dict[str, File | Folder] = {}


class Disk:
    """Follows the calls of an operation."""

    def __init__(self, template: Path, scene: Path) -> None:
        self._scene = str(scene)
        self._top = _taken_in(template)
        self._open: dict[tuple[int, int], File | Folder] = {}
        self._moved: list[tuple[Folder, str, File | Folder]] = []
        """What went from one folder to another: file systems with a journal do that in one step."""

    def follow(self, call: Call) -> None:
        """Take in what a call has done."""
        key = (call.process, call.descriptor)
        # Git's own folders are git's business.
        if ".git/" in call.first:
            return
        if call.kind in (OPEN, LOOK):
            self._opened(call, key)
        elif call.kind == CLOSE:
            self._open.pop(key, None)
        elif call.kind == MKDIR:
            folder, name = self._place(call.first)
            folder.names[name] = Folder()
        elif call.kind in (UNLINK, RMDIR):
            folder, name = self._place(call.first)
            gone = folder.names.pop(name, None)
            self._moved = [move for move in self._moved if move[2] is not gone]
        elif call.kind in (RENAME, LINK):
            self._named_anew(call)
        elif key in self._open:
            self._changed(call, self._open[key])

    def _opened(self, call: Call, key: tuple[int, int]) -> None:
        folder, name = self._place(call.first)
        found = folder.names.get(name) if name else folder
        if found is None:
            found = folder.names[name] = File()
        if isinstance(found, File) and call.flags & os.O_TRUNC:
            found.content.clear()
        self._open[key] = found

    def _named_anew(self, call: Call) -> None:
        folder, name = self._place(call.first)
        other, new = self._place(call.second)
        other.names[new] = folder.names[name]
        if call.kind == RENAME:
            del folder.names[name]
            if other is not folder:
                self._moved.append((folder, name, other.names[new]))

    def _changed(self, call: Call, found: "File | Folder") -> None:
        if call.kind == FSYNC:
            if isinstance(found, Folder):
                found.synced = dict(found.names)
            else:
                found.synced = bytes(found.content)
        elif isinstance(found, File) and call.kind == WRITE:
            found.content[call.offset : call.offset + len(call.data)] = call.data
        elif isinstance(found, File) and call.kind == TRUNCATE:
            del found.content[call.offset :]

    def _place(self, path: str) -> tuple[Folder, str]:
        inner = os.path.relpath(os.path.normpath(path), self._scene)
        if inner == ".":
            return self._top, ""
        *folders, name = Path(inner).parts
        found = self._top
        for each in folders:
            below = found.names[each]
            assert isinstance(below, Folder)
            found = below
        return found, name

    def after_a_cut(self, moment: int) -> Iterator[tuple[str, dict[str, bytes]]]:
        """Yield what may be there when the power comes back, each with a name."""
        yield "nothing but what was synced", self._arrived(lambda _: False, lambda _: False)
        yield "all names, synced content", self._arrived(lambda _: True, lambda _: False)
        for mix in range(_MIXES):
            chance = random.Random(moment * 1000 + mix)  # noqa: S311 (nothing secret)
            yield f"mix {mix}", self._arrived(*[_by(chance)] * 2)

    def _arrived(
        self, names: Callable[[object], bool], content: Callable[[object], bool]
    ) -> dict[str, bytes]:
        chosen: dict[int, dict[str, File | Folder]] = {}
        waiting, placed = [self._top], {id(self._top)}
        while waiting:
            folder = waiting.pop()
            entries = chosen[id(folder)] = dict(folder.names if names(folder) else folder.synced)
            waiting += [entry for entry in entries.values() if isinstance(entry, Folder)]
            placed |= {id(entry) for entry in entries.values()}
            if not waiting:
                # What has not arrived in the new folder is still in the old one.
                for source, name, entry in self._moved:
                    if id(entry) not in placed and id(source) in chosen:
                        chosen[id(source)].setdefault(name, entry)
                        placed.add(id(entry))
                        waiting += [entry] if isinstance(entry, Folder) else []
        return dict(_files(self._top, chosen, content))


def _by(chance: random.Random) -> Callable[[object], bool]:
    return lambda _: chance.random() < 0.5


def _files(
    folder: Folder,
    chosen: Mapping[int, Mapping[str, "File | Folder"]],
    content: Callable[[object], bool],
    prefix: str = "",
) -> Iterator[tuple[str, bytes]]:
    for name, entry in chosen[id(folder)].items():
        if isinstance(entry, Folder):
            yield from _files(entry, chosen, content, f"{prefix}{name}/")
        else:
            yield prefix + name, bytes(entry.content) if content(entry) else entry.synced


def _taken_in(path: Path) -> Folder:
    folder = Folder()
    for entry in os.scandir(path):
        if entry.name.endswith(".git"):
            continue
        if entry.is_dir(follow_symlinks=False):
            folder.names[entry.name] = _taken_in(Path(entry.path))
        else:
            folder.names[entry.name] = File(Path(entry.path).read_bytes(), synced=True)
    folder.synced = dict(folder.names)
    return folder


def put_down(files: dict[str, bytes], scene: Path) -> None:
    """Write what is there after a power cut."""
    for name, content in files.items():
        path = scene / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def told_by(call: Call) -> tuple[str, str] | None:
    """Return what had been shown as saved by a mark between the calls."""
    if call.kind != MARK:
        return None
    file, _, content = call.first.partition("\t")
    return file, content
