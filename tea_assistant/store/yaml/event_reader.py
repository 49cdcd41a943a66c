"""YAML of any form, read from libyaml's events; imported for the first text that needs it."""

from itertools import chain, islice

from yaml import YAMLError

from tea_assistant.store.yaml.events import Opener, open_events
from tea_assistant.store.yaml.problems import Problem
from tea_assistant.store.yaml.reading import MOST_PROBLEMS, Reading
from tea_assistant.store.yaml.syntax import explain
from tea_assistant.store.yaml.values import TooDeep, ValueBuilder

__all__ = ["open_events", "read"]


def read(text: str, opener: Opener) -> Reading:
    """Read the one document of a text from its events."""
    builder = ValueBuilder(text)
    try:
        value = builder.build(opener(text))
    except (YAMLError, UnicodeEncodeError) as error:
        return Reading(None, {}, {}, _with_cause(builder.problems, explain(error, text)))
    except TooDeep as error:
        return Reading(None, {}, {}, tuple(chain(islice(builder.problems, MOST_PROBLEMS), [error.problem])))
    problems = tuple(islice(builder.problems, MOST_PROBLEMS))
    return Reading(value, builder.positions, builder.key_positions, problems)


def _with_cause(before: list[Problem], error: Problem) -> tuple[Problem, ...]:
    # After `*innen und Bürger*innen` the parser stumbles in the same line: one report is enough.
    if before and before[-1].code in {"TEA006", "TEA007"} and before[-1].line == error.line:
        return tuple(before[-MOST_PROBLEMS:])
    return (*before[: MOST_PROBLEMS - 1], error)
