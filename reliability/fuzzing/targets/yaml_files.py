"""The YAML reader and writer: any bytes are read; what was read is written and read again; so are edits."""

from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

from reliability.fuzzing import corpora
from reliability.fuzzing.oracle import hold
from reliability.fuzzing.target import BETWEEN, bytes_of, parts_of, text_of
from tea_assistant.errors import TeaError
from tea_assistant.store.yaml.plan import same
from tea_assistant.store.yaml.reader import Path as YamlPath
from tea_assistant.store.yaml.reader import decode, encode, read
from tea_assistant.store.yaml.writer import REMOVE, Change, apply, dump

_LONG_KEY = 150


def run(data: bytes, _scratch: Path) -> None:
    """Read a text; write what it says; put another text into one of its places, and take one away."""
    raw, typed = parts_of(data, 2)
    text, problems = decode(raw)
    if not problems:
        hold(encode(text, raw) == raw, "the bytes of a file are not what was read")
    reading = read(text)
    for problem in reading.problems:
        hold(problem.message and problem.line >= 1, "a problem without a place")
    written = _written(text_of(typed))
    if reading.problems:
        return
    _dumped(reading.value)
    for path in (*reading.positions, *reading.key_positions):
        hold(_has(reading.value, path), f"a place without a value: {path}")
    random = Random(data)  # noqa: S311 (chance, no secret)
    paths = [path for path in reading.positions if path]
    if paths:
        _edited(text, reading.value, Change(random.choice(paths), written))
        _edited(text, reading.value, Change(random.choice(paths), REMOVE))
    if isinstance(reading.value, dict):
        _edited(text, reading.value, Change(("neu", "darunter"), [written]))


def _dumped(value: Any) -> None:
    try:
        text = dump(value)
    except TeaError:
        # YAML allows a key 1024 characters on its line, its escapes included: that one is refused.
        hold(_longest_key(value) > _LONG_KEY, "a value cannot be written")
        return
    hold(same(read(text).value, value), "a value is not what was written")


def _longest_key(value: Any) -> int:
    if isinstance(value, dict):
        return max((max(len(key), _longest_key(each)) for key, each in value.items()), default=0)
    return max(map(_longest_key, value), default=0) if isinstance(value, list) else 0


def _written(typed: str) -> str:
    try:
        text = dump({"x": typed})
    except TeaError:
        return "x"
    hold(read(text).value == {"x": typed}, "a text is not what was written")
    text.encode("utf-8")
    return typed


def _edited(text: str, value: Any, change: Change) -> None:
    try:
        changed = apply(text, [change])
    except TeaError:
        return
    again = read(changed)
    hold(not again.problems, "an edited file cannot be read")
    if change.value is not REMOVE:
        hold(_at(again.value, change.path) == change.value, "an edit is not what was meant")
    _untouched(value, again.value, change.path)


def _untouched(before: Any, after: Any, path: YamlPath) -> None:
    if isinstance(before, dict) and isinstance(after, dict):
        for key, each in before.items():
            if key != path[0]:
                hold(same(each, after.get(key)), f"an edit of {path} changed {key!r}")


def _has(value: Any, path: YamlPath) -> bool:
    try:
        _at(value, path)
    except (KeyError, IndexError, TypeError):
        return False
    return True


def _at(value: Any, path: YamlPath) -> Any:
    for step in path:
        value = value[step]
    return value


def seeds(_scratch: Path) -> Iterator[bytes]:
    """Give the shapes of YAML, and every other text both as a file and as what is typed into one."""
    for text in corpora.texts("yaml_shapes"):
        yield bytes_of(text)
    for text in corpora.every_text():
        yield b"a: b\nliste:\n  - 'x'  # Kommentar\nc: |\n  d\n" + BETWEEN + bytes_of(text)
    for text in (*corpora.deep_texts(100), *corpora.alias_bombs()):
        yield bytes_of(text)
