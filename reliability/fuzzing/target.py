"""What can be fuzzed: a function that takes any bytes and fails where something is broken."""

import json
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

Run = Callable[[bytes, Path], None]
"""Tries one input in a folder of its own; raises whatever is no German error of the program."""
Seeds = Callable[[Path], Iterable[bytes]]
"""Gives the inputs to begin with; the folder is for what they are made from."""
_PAIR = re.compile(r"\\\\|\\u(d[89ab][0-9a-f]{2})\\u(d[c-f][0-9a-f]{2})")
"""A backslash that stands for itself, or the two halves of a character."""
BETWEEN = b"\n\x1e\n"
"""Stands between the parts of an input that has several."""


@dataclass(frozen=True)
class Target:
    """A way in for strangers' texts."""

    name: str
    run: Run
    seeds: Seeds
    seconds: float = 5
    """Of processor time for one input of at most `longest` bytes, with coverage being counted."""
    longest: int = 4_096


def text_of(data: bytes) -> str:
    """Return any bytes as a text, halves of pairs included, as only a program can make them."""
    try:
        return data.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return data.decode("utf-8", "surrogateescape")


def bytes_of(text: str) -> bytes:
    """Return the bytes that `text_of` takes for a text."""
    try:
        return text.encode("utf-8", "surrogatepass")
    except UnicodeEncodeError:
        return text.encode("utf-8", "replace")


def parts_of(data: bytes, count: int) -> list[bytes]:
    """Take an input apart; what is missing is empty."""
    parts = data.split(BETWEEN, count - 1)
    return [*parts, *[b""] * (count - len(parts))]


def as_yaml(value: object) -> str:
    """Write a value as YAML that holds any text: JSON is YAML, and ASCII has no character that it forbids.

    Only what JSON writes as a pair has a sign of its own in YAML; half a pair no file can hold.
    """
    return _PAIR.sub(_as_one, json.dumps(value))


def _as_one(found: re.Match[str]) -> str:
    if not found[1]:
        return found[0]
    return f"\\U{0x10000 + ((int(found[1], 16) - 0xD800) << 10) + int(found[2], 16) - 0xDC00:08x}"
