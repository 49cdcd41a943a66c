"""The texts that every target begins with: plain fixture files, and what is too large to be kept in one."""

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parents[2] / "tests" / "reliability" / "corpora"
_COMMENT = "#"
DEEP = 5_000
"""So many levels are deeper than any parser goes."""
LONG = 10_000_000
"""Letters of a line that no person has typed."""


@cache
def texts(name: str) -> tuple[str, ...]:
    """Return the texts of a corpus; each line of its file is one, as JSON."""
    lines = (FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return tuple(json.loads(line) for line in lines if not line.startswith(_COMMENT))


@cache
def names() -> tuple[str, ...]:
    """Return the names of all corpora."""
    return tuple(sorted(path.stem for path in FOLDER.glob("*.txt")))


def every_text() -> Iterator[str]:
    """Yield the texts of all corpora."""
    for name in names():
        yield from texts(name)


def crashes(target: str) -> Iterator[bytes]:
    """Yield the inputs that once broke a target, smallest first."""
    found = (FOLDER / "crashes" / target).glob("*")
    yield from sorted((path.read_bytes() for path in found), key=len)


def deep_texts(levels: int = DEEP) -> Iterator[str]:
    """Yield texts that open and open, some of which also close."""
    for begin, end in (("[", "]"), ("{a: ", "}"), ("- ", ""), ("? ", ""), ("> ", ""), ("*", "*"), ("(", ")")):
        yield begin * levels + "x"
        yield begin * levels + "x" + end * levels
    for begin in ("{{", "[[", "![", "<b>", "**", "`", "> - ", "&a ", "!", "[a](", "|", "\\"):
        yield begin * levels
    yield "\n".join("  " * at + "- x" for at in range(min(levels, 400)))
    yield "\n".join("  " * at + "a:" for at in range(min(levels, 400)))
    yield "[a]: b\n" * levels


def alias_bombs() -> Iterator[str]:
    """Yield a billion laughs, in YAML and in XML."""
    names_ = "abcdefghi"
    pairs = zip(names_[1:], names_, strict=False)
    yield "a: &a [lol]\n" + "".join(f"{one}: &{one} [{','.join([f'*{of}'] * 9)}]\n" for one, of in pairs)
    pairs = zip(names_[1:], names_, strict=False)
    entities = "".join(f'<!ENTITY {one} "{f"&{of};" * 9}">' for one, of in pairs)
    yield f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "lol">{entities}]><x>&i;</x>'


def long_texts(length: int = LONG) -> Iterator[str]:
    """Yield lines that go on and on."""
    yield "a" * length
    yield "a: " + "b " * (length // 2)
    yield "#" * length
    yield "\n" * (length // 10)
    yield "|" * (length // 10)
