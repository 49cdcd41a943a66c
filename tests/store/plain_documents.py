"""YAML as this program and most people write it, and the same with something amiss."""

from random import Random
from typing import Any

from tea_assistant.store.yaml.events import open_events
from tea_assistant.store.yaml.plain import PlainReader
from tea_assistant.store.yaml.reader import read
from tea_assistant.store.yaml.render import document
from tests.store import yaml_documents

_KEYS = ("title", "a", "b-c", "2025", "Größe", "null", "x y", "yes", "'s'")
_SCALARS = (
    "Text", "zwei Wörter", "Mitarbeiter*innen und Bürger*innen", "a, b", "1:30", "no", "2024-12-31", "it's",
    "[/x]", "x: y", "# c", "{{x}}", "a #b", "a#b", "-", "~", "null", "ü\xa0x", "1e5", ".5", "-x", "„Zitat“",
    "a\nb\n", "a\n\n  b\n\nc", "  a\nb\n", "a\n\n", "x" * 130, None, True, False, 0, 1, -5, 2.5,
)  # fmt: skip
_PIECES = (
    *"\t\"'[]{}:-?*&!|>%@`#\n\r\x85\u2028\0,~. ", "  ", ": ", "- ", "\n---\n", "\n...\n", "\n\n", "\n  \n",
    "\n   # x\n", " #", "''", "\\", "|2", "|-", "|+", ">", "\xa0", "\u00ad", "\r\n", "a: ", "? ", "&a ", "*a",
    "!x ", "<<: ", "\ufeff", "\n    ", "\n- ", "[]", "{}", "[a, b]", "{a: b}", ",\n", "[\n", "\n]",
)  # fmt: skip
_LINES = (
    "",
    "  ",
    "      ",
    "# c",
    "  # c",
    "      # c",
    "k: v",
    "  k: v",
    "- x",
    "  - x",
    "- - x",
    "%x",
    "---",
)
_ENDS = (" ", " # c", ":", " x", "#", ",", "]", "|", " |", "\r", ' "', " '")
_VALUES = (
    ":", ": |\n", ": >\n", ":  ", ": - ", ": \n", ": # c\n", ": |2\n", ": |+\n", ": >-\n",
    ": [a, 'b c', -1]\n", ': {a: b, "c": [d]}\n', ": {a: b, a: c}\n", ": [a,\n b]\n", ": [a\n b]\n",
    ": [a: b]\n", ": 'x' y\n", ': "x\\ty"\n', ": [.5, ...]\n", ": [-1, - 2]\n", ": {'a':b}\n", ": [a, b,]\n",
    ": x:\n", ": x :y\n",
)  # fmt: skip


def is_read_plainly(text: str) -> bool:
    """Hold the two ways of reading against each other where there are two."""
    if PlainReader(text.removeprefix("\ufeff")).read() is None:
        return False
    one, other = read(text), read(text, open_events)
    # The words tell 1 from 1.0 and from true.
    assert repr(one.value) == repr(other.value)
    assert one.problems == other.problems
    assert dict(one.positions) == other.positions
    assert dict(one.key_positions) == other.key_positions
    return True


def value(random: Random, depth: int = 3) -> Any:
    """Return what can stand in a file."""
    kind = random.random()
    if depth and kind < 0.3:
        return {random.choice(_KEYS): value(random, depth - 1) for _ in range(random.randrange(4))}
    if depth and kind < 0.5:
        return [value(random, depth - 1) for _ in range(random.randrange(4))]
    return random.choice(_SCALARS)


def plain(random: Random) -> str:
    """Return a document as this program, or somebody with habits of their own, writes it."""
    whole = {f"k{number}": value(random) for number in range(random.randrange(1, 5))}
    return document(whole) if random.random() < 0.7 else yaml_documents.Writer(random).document(whole)


def nearly_plain(random: Random) -> str:
    """Return such a document with one to three things amiss."""
    lines = plain(random).split("\n")
    for _ in range(random.choice((1, 1, 1, 2, 3))):
        at = random.randrange(len(lines))
        kind = random.randrange(8)
        if kind == 0:
            lines[at] = " " * random.choice((1, 2, 2, 4)) + lines[at]
        elif kind == 1:
            lines[at] = lines[at][random.choice((1, 2, 2, 4)) :]
        elif kind == 2:
            lines.insert(at, random.choice(_LINES))
        elif kind == 3:
            lines[at] += random.choice(_ENDS)
        elif kind == 4:
            del lines[at : at + (len(lines) > 1)]
        elif kind == 5:
            lines[at] = lines[at].replace(": ", random.choice(_VALUES), 1)
        elif kind == 6:
            other = random.randrange(len(lines))
            lines[at], lines[other] = lines[other], lines[at]
        else:
            cut = random.randint(0, len(lines[at]))
            lines[at] = lines[at][:cut] + random.choice(_PIECES) + lines[at][cut:]
    return "\n".join(lines)
