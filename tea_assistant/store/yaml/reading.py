"""What reading a YAML text gives."""

from collections.abc import Mapping
from typing import Any, Final

from msgspec import Struct

from tea_assistant.model.source import Path, Position
from tea_assistant.store.yaml.problems import Problem

MOST_PROBLEMS: Final = 100
"""Nobody reads more of them, and a hostile file could hold a million."""


class Reading(Struct, frozen=True):
    """What a YAML text says, where each value stands in it, and what is wrong with it."""

    value: Any
    """Plain values; None where the text cannot be read."""
    positions: Mapping[Path, Position]
    key_positions: Mapping[Path, tuple[int, int]]
    """Where the key of a value stands: line and column, from 1."""
    problems: tuple[Problem, ...]
