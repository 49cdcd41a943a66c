"""A catalogue that somebody brings as a folder; all of it is looked at before any of it enters a dossier."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from msgspec import Struct

from tea_assistant.errors import CatalogueError
from tea_assistant.model.catalogue import Catalogue, PartKind
from tea_assistant.model.finding import Severity
from tea_assistant.model.ids import LONGEST, RESERVED
from tea_assistant.model.layout import CATALOGUES
from tea_assistant.store import catalogue_files, files
from tea_assistant.store.names import listed
from tea_assistant.store.parsed_file import parse

_SHOWN = 3
"""So many problems are told at once."""
_MOST_FILES = 100
_LARGEST = 2_000_000
_NAME = re.compile(rf"[a-z0-9][a-z0-9-]{{0,{LONGEST - 1}}}")


class OwnCatalogue(Struct, frozen=True):
    """A catalogue fit for use."""

    id: str
    files: Mapping[str, bytes]
    """Its files by the names that they have in a dossier; none where the program brings the catalogue."""
    title: str = ""
    deadline: str = ""
    """The day of the year by which applications usually have to be in; empty where none is known."""


def catalogue_called(given: str) -> OwnCatalogue:
    """Return the catalogue of a name that ships with the program, or of a folder.

    Raises `CatalogueError` for whatever is no catalogue, or has errors.
    """
    shipped = catalogue_files.shipped(given)
    if shipped:
        return _fit(shipped.catalogue, {})
    folder = Path(given)
    if not folder.is_dir():
        known = ", ".join(catalogue_files.shipped_ids())
        raise CatalogueError(
            f"Den Katalog „{given}“ gibt es nicht.",
            hint=f"Mitgeliefert sind {known}; ein eigener ist ein Ordner mit der Datei catalogue.yaml.",
        )
    name = folder.resolve().name
    if not _NAME.fullmatch(name) or name in RESERVED:
        raise CatalogueError(
            f"Der Ordner „{name}“ kann so nicht heißen: Sein Name wird die Kennung des Katalogs.",
            hint="Erlaubt sind kleine Buchstaben ohne Umlaute, Ziffern und Bindestriche.",
        )
    found = dict(_read(folder, name))
    if f"{CATALOGUES}/{name}/catalogue.yaml" not in found:
        raise CatalogueError(f"In diesem Ordner fehlt die Datei catalogue.yaml: {folder}")
    return _fit(_without_errors(name, found), found)


def _fit(catalogue: Catalogue, found: Mapping[str, bytes]) -> OwnCatalogue:
    return OwnCatalogue(catalogue.id, found, catalogue.title, catalogue.deadline)


def _read(folder: Path, name: str) -> Iterator[tuple[str, bytes]]:
    names = [each for each in sorted(listed(folder)) if each.endswith(".yaml") and not each.startswith(".")]
    if len(names) > _MOST_FILES:
        raise CatalogueError(f"Der Ordner hat mehr als {_MOST_FILES} Dateien: {folder}")
    for each in names:
        try:
            content = files.read_bytes(folder / each, _LARGEST + 1)
        except OSError as error:
            raise CatalogueError(f"„{each}“ lässt sich nicht lesen: {files.explain(error)}") from error
        if len(content) > _LARGEST:
            raise CatalogueError(f"„{each}“ ist größer als 2 MB.")
        yield f"{CATALOGUES}/{name}/{each}", content


def _without_errors(name: str, found: Mapping[str, bytes]) -> Catalogue:
    parsed = [file for file in (parse(each, content) for each, content in found.items()) if file]
    reading = catalogue_files.assemble(name, parsed)
    told = [
        f"{finding.file.rpartition('/')[2]}:{finding.line}:{finding.column}: {finding.message}"
        for finding in reading.findings
        if finding.severity is Severity.ERROR
    ]
    told += _loose_ends(reading.catalogue)
    if told:
        more = f"\nund {len(told) - _SHOWN} weitere" if len(told) > _SHOWN else ""
        raise CatalogueError(f"Der Katalog „{name}“ hat Fehler:\n" + "\n".join(told[:_SHOWN]) + more)
    return reading.catalogue


def _loose_ends(catalogue: Catalogue) -> Iterator[str]:
    """Yield what no file shows by itself: fields without a file, and activities that are named twice."""
    fields = [part.id for part in catalogue.parts if part.kind is PartKind.ACTION_FIELD]
    for name in fields:
        if name not in catalogue.fields:
            yield f"catalogue.yaml: Zum Aktionsfeld „{name}“ fehlt die Datei {name}.yaml."
    for name in sorted(catalogue.fields.keys() - set(fields)):
        yield f"{name}.yaml: Dieses Aktionsfeld steht nicht unter „parts“ in catalogue.yaml."
    seen: set[str] = set()
    for name, field in catalogue.fields.items():
        for criterion in field.criteria:
            if criterion.id in seen:
                yield f"{name}.yaml: Die Aktivität „{criterion.id}“ gibt es schon."
            seen.add(criterion.id)
