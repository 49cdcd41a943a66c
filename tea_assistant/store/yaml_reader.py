"""YAML text to plain values with their places, and everything that is wrong with it; never raises."""

from collections.abc import Iterator, Mapping
from itertools import chain, islice
from typing import Any, Final

from msgspec import Struct
from yaml import YAMLError

from tea_assistant.model.source import Path, Position
from tea_assistant.store.yaml_encoding import decode, encode
from tea_assistant.store.yaml_events import Opener, open_events
from tea_assistant.store.yaml_problems import LIMIT, Problem, conflicts, too_large
from tea_assistant.store.yaml_syntax import explain
from tea_assistant.store.yaml_values import TooDeep, ValueBuilder

__all__ = ["Path", "Position", "Problem", "Reading", "decode", "encode", "read"]

_MOST_PROBLEMS: Final = 100
"""Nobody reads more of them, and a hostile file could hold a million."""


class Reading(Struct, frozen=True):
    """What a YAML text says, where each value stands in it, and what is wrong with it."""

    value: Any
    """Plain values; None where the text cannot be read."""
    positions: Mapping[Path, Position]
    key_positions: Mapping[Path, tuple[int, int]]
    """Where the key of a value stands: line and column, from 1."""
    problems: tuple[Problem, ...]


def read(text: str, opener: Opener = open_events) -> Reading:
    """Read the one YAML document of a text; whatever is wrong with it stands in the reading's problems."""
    text = text.removeprefix("\ufeff")
    if found := tuple(islice(_before_parsing(text), _MOST_PROBLEMS)):
        return Reading(None, {}, {}, found)
    builder = ValueBuilder(text)
    try:
        value = builder.build(opener(text))
    except (YAMLError, UnicodeEncodeError) as error:
        return Reading(None, {}, {}, _with_cause(builder.problems, explain(error, text)))
    except TooDeep as error:
        return Reading(None, {}, {}, tuple(chain(islice(builder.problems, _MOST_PROBLEMS), [error.problem])))
    problems = tuple(islice(builder.problems, _MOST_PROBLEMS))
    return Reading(value, builder.positions, builder.key_positions, problems)


def _before_parsing(text: str) -> Iterator[Problem]:
    # A character has at most four bytes: most files need no counting.
    if len(text) * 4 > LIMIT:
        size = len(text.encode("utf-8", "surrogatepass"))
        if size > LIMIT:
            yield too_large(size)
            return
    yield from conflicts(text)


def _with_cause(before: list[Problem], error: Problem) -> tuple[Problem, ...]:
    # After `*innen und Bürger*innen` the parser stumbles in the same line: one report is enough.
    if before and before[-1].code in {"TEA006", "TEA007"} and before[-1].line == error.line:
        return tuple(before[-_MOST_PROBLEMS:])
    return (*before[: _MOST_PROBLEMS - 1], error)
