"""YAML text to plain values with their places, and everything that is wrong with it; never raises."""

from collections.abc import Callable, Iterator
from itertools import islice
from typing import Any

from tea_assistant.model.source import Path, Position
from tea_assistant.store.yaml.encoding import decode, encode
from tea_assistant.store.yaml.places import PlainPlaces
from tea_assistant.store.yaml.plain import PlainReader
from tea_assistant.store.yaml.problems import LIMIT, Problem, conflicts, too_large
from tea_assistant.store.yaml.reading import MOST_PROBLEMS, Reading

__all__ = ["Path", "Position", "Problem", "Reading", "decode", "encode", "read"]


def read(
    text: str, events: Callable[[str], Callable[[], Any]] | None = None, *, content: bytes | str = ""
) -> Reading:
    """Read the one YAML document of a text; whatever is wrong with it stands in the reading's problems.

    Plain forms are read without events, unless the caller says where they are to come from. Who holds the
    bytes anyway gives them as `content`: then the text is not held until somebody asks for a place.
    """
    text = text.removeprefix("\ufeff")
    if found := tuple(islice(_before_parsing(text), MOST_PROBLEMS)):
        return Reading(None, {}, {}, found)
    plain = PlainReader(text)
    if events is None and (value := plain.read()) is not None:
        places = PlainPlaces(content or text, value, plain.marks)
        return Reading(value, places.positions, places.key_positions, ())
    # Most commands read plain files only, and need none of what this imports.
    from tea_assistant.store.yaml import event_reader as yaml_event_reader  # noqa: PLC0415

    return yaml_event_reader.read(text, events or yaml_event_reader.open_events)


def _before_parsing(text: str) -> Iterator[Problem]:
    # A character has at most four bytes: most files need no counting.
    if len(text) * 4 > LIMIT:
        size = len(text.encode("utf-8", "surrogatepass"))
        if size > LIMIT:
            yield too_large(size)
            return
    yield from conflicts(text)
