"""Remembers that a state is being put back, so that a restoration that was cut off does not go unnoticed."""

from pathlib import Path

from msgspec import Struct

from tea_assistant.store import files, schema
from tea_assistant.store.snapshot_files import FOLDER
from tea_assistant.store.yaml import reader as yaml_reader
from tea_assistant.store.yaml import writer as yaml_writer

_NAME = ".restoring.yaml"
_LARGEST = 100_000
"""Bytes; two names are shorter."""


class Interrupted(Struct, frozen=True):
    """A restoration that did not come to its end."""

    wanted: str
    """The name of the state that was to be put back; empty where the note cannot be read."""
    before: str
    """The name of the state that holds what stood there before."""


def begin(root: Path, wanted: str, before: str) -> None:
    """Note that a state is going to be put back; raises `OSError`."""
    note = {"format": schema.FORMAT, "wanted": wanted, "before": before}
    files.write_atomic(root / FOLDER / _NAME, yaml_writer.dump(note).encode())


def end(root: Path) -> None:
    """Note that all of it is back."""
    (root / FOLDER / _NAME).unlink(missing_ok=True)


def interrupted(root: Path) -> Interrupted | None:
    """Return the restoration that was cut off, if one was."""
    try:
        raw = files.read_bytes(root / FOLDER / _NAME, _LARGEST)
    except OSError:
        return None
    value = yaml_reader.read(yaml_reader.decode(raw)[0]).value
    said = value if isinstance(value, dict) else {}
    return Interrupted(str(said.get("wanted") or ""), str(said.get("before") or ""))
