"""Turns plain values into the structs of the model, forgiving what the schema has already reported.

A broken value must not hide the rest of its file: what has the wrong type is read as if it were absent.
"""

import types
from collections.abc import Callable, Mapping
from enum import StrEnum
from fractions import Fraction
from functools import cache
from math import isfinite
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from msgspec import Struct
from msgspec.structs import FieldInfo, fields

from tea_assistant.model.source import Source

T = TypeVar("T")
_ABSENT = object()
_Decoder = Callable[[Any], Any]


def decode(cls: type[T], value: object, **given: object) -> T:
    """Build `cls` from a mapping by field name; `given` fields are taken as they are."""
    arguments = dict(given)
    target: Any = cls
    decoders = _field_decoders(target)
    # A file says less than half of what it could say: its keys are asked, not the fields.
    for name, raw in value.items() if isinstance(value, dict) else ():
        if raw is None or name in given or name not in decoders:
            continue
        decoded = decoders[name](raw)
        if decoded is not _ABSENT:
            arguments[name] = decoded
    return cls(**arguments)


@cache
def _field_decoders(cls: Any) -> dict[str, _Decoder]:
    hints = get_type_hints(cls)
    return {f.name: _decoder(hints[f.name]) for f in fields(cls) if not _is_given(f, hints[f.name])}


def _is_given(field: FieldInfo, hint: object) -> bool:
    """Ids and places come from the file's name and text, never from its content."""
    return hint is Source or (field.name == "id" and field.required)


def _decoder(hint: Any) -> _Decoder:
    origin, arguments = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        return _first_of([_decoder(a) for a in arguments if a is not type(None)])
    if origin is tuple:
        return _items(_decoder(arguments[0]))
    if origin is not None and issubclass(origin, Mapping):
        return _entries(_decoder(arguments[1]))
    return _scalar(hint)


def _scalar(hint: Any) -> _Decoder:
    if isinstance(hint, type) and issubclass(hint, Struct):
        return lambda value: decode(hint, value) if isinstance(value, dict) else _ABSENT
    if hint is str:
        return _text
    if hint is bool:
        return lambda value: value if isinstance(value, bool) else _ABSENT
    if hint is int:
        return lambda value: value if isinstance(value, int) and not isinstance(value, bool) else _ABSENT
    if hint is Fraction:
        return _fraction
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        known = {member.value: member for member in hint}
        return lambda value: known.get(value, _ABSENT) if isinstance(value, str) else _ABSENT
    message = f"no decoder for {hint!r}"
    raise TypeError(message)


def _text(value: Any) -> Any:
    if isinstance(value, str):
        return value
    # A year alone is a number in YAML, a name in the domain.
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else _ABSENT


def _fraction(value: Any) -> Any:
    if isinstance(value, int):
        return _ABSENT if isinstance(value, bool) else Fraction(value)
    # Through the decimal notation: 59.5 is meant as 595/10, not as its binary neighbour.
    return Fraction(repr(value)) if isinstance(value, float) and isfinite(value) else _ABSENT


def _first_of(decoders: list[_Decoder]) -> _Decoder:
    def decoded(value: Any) -> Any:
        return next((result for d in decoders if (result := d(value)) is not _ABSENT), _ABSENT)

    return decoded


def _items(item: _Decoder) -> _Decoder:
    def decoded(value: Any) -> Any:
        if not isinstance(value, list):
            return _ABSENT
        return tuple([result for entry in value if (result := item(entry)) is not _ABSENT])

    return decoded


def _entries(item: _Decoder) -> _Decoder:
    def decoded(value: Any) -> Any:
        if not isinstance(value, dict):
            return _ABSENT
        return {key: result for key, entry in value.items() if (result := item(entry)) is not _ABSENT}

    return decoded
