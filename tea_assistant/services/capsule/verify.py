"""Tells whether a capsule is still what it was; nothing is ever written to disk."""

import hashlib
import json
import os
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, BinaryIO

from msgspec import Struct

from tea_assistant.errors import FileError, ForeignFileError
from tea_assistant.model.layout import Kind
from tea_assistant.services.capsule import capsule
from tea_assistant.services.capsule.gaps import hides_something
from tea_assistant.services.capsule.manifest import catalogue_sum, in_dossier
from tea_assistant.services.capsule.names import entry_problem, name_problem, repeated, superfluous
from tea_assistant.store import files, schema

_LARGEST = 1_000_000_000
"""Bytes of a zip that is looked at; far more than any capsule has."""
_LARGEST_LIST = 10_000_000
"""Bytes of the manifest and of the sums."""
_CHUNK = 1 << 20
_DAMAGED = (
    *(zipfile.BadZipFile, zlib.error, struct.error),
    *(EOFError, NotImplementedError, OSError, RuntimeError, ValueError),
)
"""What reading a broken entry may raise."""
_NO_CAPSULE = "Das ist kein Abgabepaket"


class Problem(Struct, frozen=True):
    """Why a capsule is not whole."""

    file: str
    """The name inside the capsule; empty where it is about the whole."""
    message: str


class Verdict(Struct, frozen=True):
    """What a look at a capsule gave."""

    path: Path
    sha256: str
    """Of the whole file."""
    manifest: Mapping[str, Any]
    """Empty where it is damaged."""
    checked: int
    """So many files are as they were."""
    problems: tuple[Problem, ...]

    @property
    def is_whole(self) -> bool:
        """Tell whether nothing is missing, changed or added."""
        return not self.problems


def verify(path: Path) -> Verdict:
    """Look at a capsule; raises `FileError` or `ForeignFileError` where it cannot be judged at all."""
    try:
        with files.open_bytes(path) as file:
            size = file.seek(0, os.SEEK_END)
            file.seek(0)
            if size > _LARGEST:
                raise ForeignFileError(f"{_NO_CAPSULE}: Die Datei ist viel zu groß.", file=path.name)
            sha256 = hashlib.file_digest(file, "sha256").hexdigest()
            return _Look(path, file, size, sha256).verdict()
    except OSError as error:
        raise FileError(f"{path} lässt sich nicht lesen: {files.explain(error)}") from error


class _Look:
    """Goes through one capsule."""

    def __init__(self, path: Path, file: BinaryIO, size: int, sha256: str) -> None:
        self._path = path
        self._file = file
        self._sha256 = sha256
        try:
            self._zip = zipfile.ZipFile(file)
        except _DAMAGED as error:
            raise ForeignFileError(
                f"{_NO_CAPSULE}, oder die Datei ist stark beschädigt.", file=path.name
            ) from error
        self._entries = self._zip.infolist()
        self._names = [entry.orig_filename for entry in self._entries]
        self._hides = hides_something(file, size, self._entries)
        if len(self._entries) > 2 * capsule.MOST_FILES:
            raise ForeignFileError(f"{_NO_CAPSULE}: Es enthält viel zu viele Dateien.", file=path.name)
        if self._names.count(capsule.MANIFEST) == 0:
            message = f"{_NO_CAPSULE}: Darin fehlt die Datei {capsule.MANIFEST}."
            raise ForeignFileError(message, file=path.name)

    def verdict(self) -> Verdict:
        problems = list(self._of_entries())
        refused = {problem.file for problem in problems}
        text = b"" if capsule.MANIFEST in refused else self._small(capsule.MANIFEST) or b""
        manifest = self._manifest(text) if text else None
        if manifest is None:
            problems.append(Problem(capsule.MANIFEST, "Das Verzeichnis ist beschädigt."))
            return Verdict(self._path, self._sha256, {}, 0, tuple(problems))
        listed = {entry["name"]: entry for entry in manifest["files"]}
        found = dict(self._of_files(listed, refused))
        problems += [Problem(name, message) for name, message in found.items() if message]
        problems += self._of_lists(manifest, listed, text, refused)
        checked = sum(not message for message in found.values())
        return Verdict(self._path, self._sha256, manifest, checked, tuple(problems))

    def _of_entries(self) -> Iterator[Problem]:
        if self._hides:
            yield Problem("", "Vor, hinter oder zwischen den Dateien steht etwas, das nicht dazugehört.")
        twice = repeated(self._names)
        for name in sorted(twice):
            yield Problem(name, "Dieser Name kommt mehrmals vor.")
        for entry in self._entries:
            if entry.orig_filename not in twice and (problem := entry_problem(entry)):
                yield Problem(entry.orig_filename, problem)

    def _manifest(self, text: bytes) -> Mapping[str, Any] | None:
        try:
            values = json.loads(text.decode("utf-8"))
        except (ValueError, RecursionError):
            return None
        if not isinstance(values, dict):
            return None
        number = values.get("format")
        if isinstance(number, int) and number > schema.FORMAT:
            raise ForeignFileError(
                f"Das Paket stammt von einem neueren Programm (Format {number}).",
                file=self._path.name,
                hint=f"Bitte das Programm erneuern. Die Prüfsummen stehen auch in {capsule.SUMS}.",
            )
        return values if schema.is_valid(Kind.CAPSULE, values) and _is_sound(values["files"]) else None

    def _of_files(self, listed: Mapping[str, Any], refused: set[str]) -> Iterator[tuple[str, str]]:
        for name, entry in sorted(listed.items()):
            if name not in refused:
                yield name, self._of_file(name, entry["size"], entry["sha256"])
        own = (capsule.MANIFEST, capsule.SUMS)
        for name in superfluous(self._names, (*listed, *own)):
            if name not in refused:
                yield name, "Diese Datei gehört nicht zum Paket."

    def _of_file(self, name: str, size: int, sha256: str) -> str:
        if name not in self._names:
            return "Die Datei fehlt."
        found = self._zip.getinfo(name)
        if found.file_size != size:
            return f"Die Datei ist verändert: {found.file_size} statt {size} Bytes."
        digest, read = hashlib.sha256(), 0
        try:
            with self._zip.open(found) as content:
                # A zip may promise less than it unpacks to.
                while read <= size and (chunk := content.read(min(_CHUNK, size + 1 - read))):
                    digest.update(chunk)
                    read += len(chunk)
        except _DAMAGED:
            return "Die Datei ist beschädigt und lässt sich nicht lesen."
        return "" if digest.hexdigest() == sha256 else "Die Datei ist verändert: Die Prüfsumme stimmt nicht."

    def _of_lists(
        self, manifest: Mapping[str, Any], listed: Mapping[str, Any], text: bytes, refused: set[str]
    ) -> Iterator[Problem]:
        sums = {name: entry["sha256"] for name, entry in listed.items()}
        known = capsule.sums_text({**sums, capsule.MANIFEST: capsule.sum_of(text)}).encode("utf-8")
        if capsule.SUMS not in self._names:
            yield Problem(capsule.SUMS, "Die Datei fehlt.")
        elif capsule.SUMS not in refused and self._small(capsule.SUMS) != known:
            yield Problem(capsule.SUMS, f"Die Prüfsummen passen nicht zu {capsule.MANIFEST}.")
        catalogue = manifest["catalogue"]
        own = {in_dossier(name): each for name, each in sums.items()}
        if catalogue_sum(own, catalogue["id"]) != catalogue["sha256"]:
            yield Problem(capsule.MANIFEST, f"Die Prüfsumme des Katalogs {catalogue['id']} stimmt nicht.")

    def _small(self, name: str) -> bytes | None:
        try:
            with self._zip.open(name) as content:
                found = content.read(_LARGEST_LIST + 1)
        except _DAMAGED:
            return None
        return found if len(found) <= _LARGEST_LIST else None


def _is_sound(entries: list[Mapping[str, Any]]) -> bool:
    """Tell whether a list names each file once, inside the capsule, and nothing beyond measure."""
    names = [entry["name"] for entry in entries]
    own = {capsule.MANIFEST, capsule.SUMS}
    return (
        not repeated([*names, *own])
        and not any(map(name_problem, names))
        and sum(entry["size"] for entry in entries) <= _LARGEST
    )
