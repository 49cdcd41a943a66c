"""What can stand at a place of the command line: ids and names of the dossier that is meant there."""

import shlex
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

from tea_assistant.errors import TeaError
from tea_assistant.model.layout import DOSSIER_FILE, Kind, role_of
from tea_assistant.services.opening import find_dossier, open_dossier
from tea_assistant.store import catalogue_files, dossier_files, schema, snapshot_files


def found(kind: str, typed: Sequence[str]) -> tuple[str, ...]:
    """Return what a shell can complete there; nothing where no dossier can be read.

    `typed` are the words of the command line as far as it stands, quoted as the shell has them.
    """
    if kind in _ANYWHERE:
        return tuple(_ANYWHERE[kind]())
    try:
        return tuple(dict.fromkeys(_OF_A_DOSSIER[kind](_meant(typed))))
    except (TeaError, OSError):
        return ()


def _meant(typed: Sequence[str]) -> Path:
    """Return the dossier that one of the words names, else the one around here."""
    for word in reversed(typed):
        for path in _unquoted(word):
            if (path / DOSSIER_FILE).is_file():
                return path
    return find_dossier(Path())


def _unquoted(word: str) -> Iterator[Path]:
    yield Path(word)
    try:
        words = shlex.split(word)
    except ValueError:
        return
    yield Path(*words[:1]).expanduser()


def _ids(root: Path, *kinds: Kind) -> Iterator[str]:
    for file in dossier_files.list_files(root):
        role = role_of(file)
        if role and role.kind in kinds:
            yield role.id


def _states() -> Iterator[str]:
    return (path[2] for path in schema.labels().values if path[:2] == ("dossier", "state"))


def _parts(root: Path) -> Iterator[str]:
    return (part.id for part in open_dossier(root).application.parts)


def _criteria(root: Path) -> Iterator[str]:
    fields = open_dossier(root).application.catalogue.fields.values()
    return (criterion.id for field in fields for criterion in field.criteria)


def _indicators(root: Path) -> Iterator[str]:
    return iter(sorted(open_dossier(root).application.catalogue.indicators))


_ANYWHERE: Mapping[str, Callable[[], Iterator[str]]] = MappingProxyType(
    {"states": _states, "catalogues": lambda: iter(catalogue_files.shipped_ids())}
)
_OF_A_DOSSIER: Mapping[str, Callable[[Path], Iterator[str]]] = MappingProxyType(
    {
        "rounds": lambda root: iter(sorted(_ids(root, Kind.CYCLE), reverse=True)),
        "measures": lambda root: _ids(root, Kind.EVIDENCE),
        "entries": lambda root: _ids(root, Kind.EVIDENCE, Kind.FIELD),
        "requests": lambda root: _ids(root, Kind.REQUEST),
        "snapshots": lambda root: iter(snapshot_files.ids(root)),
        "parts": _parts,
        "criteria": _criteria,
        "indicators": _indicators,
    }
)
