"""Somebody else's document, read whole before anybody asks what it is."""

from pathlib import Path

from tea_assistant.errors import ForeignFileError
from tea_assistant.importing import limits
from tea_assistant.importing.grids import old_workbook
from tea_assistant.store import files


def read_document(path: Path) -> bytes:
    """Return the bytes of a file; raises `ForeignFileError` for what nobody can read."""
    try:
        if path.is_dir():
            raise ForeignFileError("Das ist ein Ordner, keine Datei.", file=str(path))
        if path.stat().st_size > limits.MAX_BYTES:
            raise limits.too_many_bytes(path.name)
        with files.open_bytes(path) as handle:
            data = handle.read(limits.MAX_BYTES + 1)
    except OSError as error:
        raise ForeignFileError(files.explain(error), file=str(path)) from error
    if len(data) > limits.MAX_BYTES:
        raise limits.too_many_bytes(path.name)
    if not data.strip():
        raise ForeignFileError("Die Datei ist leer.", file=path.name)
    if refused := old_workbook(path.name, data):
        raise refused
    return data


def unknown(name: str) -> ForeignFileError:
    """Word the refusal of a document of which nobody knows what it is."""
    return ForeignFileError(
        "Diese Datei wird nicht erkannt.",
        file=name,
        hint="Hier kommen ausgefüllte Anfragen (.xlsx, .md) herein, anderes unter „Dokumente einlesen“.",
    )
