"""Reads catalogues: those that ship with the program, and those that a dossier brings."""

from collections.abc import Iterable, Mapping
from functools import cache

from msgspec import Struct
from msgspec.structs import replace

from tea_assistant import resources
from tea_assistant.model.catalogue import Catalogue, Definitions
from tea_assistant.model.finding import Finding
from tea_assistant.model.layout import CATALOGUES, Kind
from tea_assistant.store.parsed_file import ParsedFile, parse


class CatalogueReading(Struct, frozen=True):
    """A catalogue with what is wrong in its files."""

    catalogue: Catalogue
    findings: tuple[Finding, ...]


def shipped_ids() -> tuple[str, ...]:
    """Return the ids of the catalogues that ship with the program, newest first."""
    folder = resources.folder(CATALOGUES)
    return tuple(sorted((entry.name for entry in folder.iterdir() if entry.is_dir()), reverse=True))


@cache
def shipped(catalogue_id: str) -> CatalogueReading | None:
    """Read a catalogue that ships with the program; None where there is none of that id."""
    files = (parse(file, content) for file, content in shipped_files(catalogue_id).items())
    found = [file for file in files if file]
    return assemble(catalogue_id, found) if found else None


def shipped_files(catalogue_id: str) -> Mapping[str, bytes]:
    """Read the files of a shipped catalogue, by the names that they would have in a dossier."""
    if catalogue_id not in shipped_ids():
        return {}
    folder = resources.folder(CATALOGUES) / catalogue_id
    return {
        f"{CATALOGUES}/{catalogue_id}/{path.name}": path.read_bytes()
        for path in sorted(folder.glob("*.yaml"))
    }


def assemble(catalogue_id: str, files: Iterable[ParsedFile]) -> CatalogueReading:
    """Put the files of one catalogue folder together."""
    files = list(files)
    catalogue = Catalogue(catalogue_id)
    fields = {}
    definitions = Definitions()
    for file in files:
        match file.role.kind:
            case Kind.CATALOGUE:
                catalogue = file.thing
            case Kind.INDICATORS:
                definitions = file.thing
            case _:
                fields[file.role.id] = file.thing
    whole = replace(catalogue, fields=fields).with_definitions(definitions)
    return CatalogueReading(whole, tuple(finding for file in files for finding in file.findings))
