"""The catalogues that a new dossier can have: the one of the award, and those that lie in folders nearby."""

from collections.abc import Iterator
from contextlib import suppress
from itertools import islice
from pathlib import Path

from tea_assistant.errors import CatalogueError
from tea_assistant.model.layout import CATALOGUES
from tea_assistant.services.own_catalogue import OwnCatalogue, catalogue_called
from tea_assistant.store import catalogue_files

_MOST = 200
"""So many folders are looked into; whoever has more names the catalogue on the command line."""


def catalogues_around(folder: Path) -> tuple[OwnCatalogue, ...]:
    """Return the catalogue that is valid first, then those without errors in, beside and above a folder."""
    found = {(newest := catalogue_called(catalogue_files.shipped_ids()[0])).id: newest}
    for place in _places(folder):
        # What is half finished is not offered; `tea new --catalogue` says what is wrong with it.
        with suppress(CatalogueError, OSError):
            if (place / "catalogue.yaml").is_file() and place.name not in catalogue_files.shipped_ids():
                found.setdefault(place.name, catalogue_called(str(place)))
    return tuple(found.values())


def _places(folder: Path) -> Iterator[Path]:
    yield from _folders(folder / CATALOGUES)
    for below in _folders(folder):
        yield below
        yield from _folders(below / CATALOGUES)
    yield from _folders(folder.parent)


def _folders(folder: Path) -> Iterator[Path]:
    try:
        entries = sorted(islice((path for path in folder.iterdir() if path.name[0] != "."), _MOST))
    except OSError:
        return
    yield from (path for path in entries if path.is_dir())
