"""Reads which keys a person wants, from a file in the folder of the person's own settings."""

from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct
from platformdirs import user_config_path

from tea_assistant.model.layout import Kind
from tea_assistant.model.source import Source
from tea_assistant.store import files, schema_wording
from tea_assistant.store.yaml import reader as yaml_reader


class KeyFile(Struct, frozen=True):
    """The keys as they are written, and what is wrong with the file."""

    keys: Mapping[str, str] = {}
    problems: tuple[str, ...] = ()
    """In German; where there are any, none of the keys counts."""


def path() -> Path:
    """Return where the file is; it need not be there."""
    return user_config_path("tea_assistant", appauthor=False) / "keys.yaml"


def read() -> KeyFile:
    """Read the file; without one nothing is wanted."""
    try:
        raw = path().read_bytes()
    except FileNotFoundError:
        return KeyFile()
    except OSError as error:
        return KeyFile(problems=(files.explain(error),))
    text, problems = yaml_reader.decode(raw)
    if not problems:
        reading = yaml_reader.read(text)
        problems = reading.problems
        where = Source(path().name, reading.positions, reading.key_positions)
        found = [] if problems else list(schema_wording.findings(Kind.KEYS, reading.value or {}, where))
        if found:
            return KeyFile(problems=tuple(f"Zeile {each.line}: {each.message} {each.hint}" for each in found))
    if problems:
        return KeyFile(problems=tuple(f"Zeile {each.line}: {each.message}" for each in problems))
    return KeyFile((reading.value or {}).get("keys") or {})
