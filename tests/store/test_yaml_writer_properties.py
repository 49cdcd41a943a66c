"""Whatever is written and however a file looks: its value is what was meant, and nothing else moves."""

import json
import re
from random import Random
from typing import Any

import yaml
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from tea_assistant.store.yaml.reader import read
from tea_assistant.store.yaml.tree import Entry, Node, grow
from tea_assistant.store.yaml.writer import REMOVE, Change, apply, dump
from tests.store import yaml_documents

KEYS = st.text(max_size=8) | st.sampled_from(yaml_documents.ODD)
SCALARS = (
    st.none()
    | st.booleans()
    | st.integers(-(10**30), 10**30)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text()
    | st.text(st.sampled_from(list("a \n\t#-:*|>\r\x85\u2028\u2029\ufeff\0'\"")), max_size=12)
    | st.sampled_from(yaml_documents.ODD)
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=12,
)
RANDOMS = st.integers(0, 2**64).map(Random)


def same(one: Any, other: Any) -> bool:
    """Tell whether two values are equal down to their types."""
    return json.dumps(one, sort_keys=True) == json.dumps(other, sort_keys=True)


@settings(deadline=None)
@given(VALUES)
@example({"a": "x\n\n", "b": [["x\n\n"], "y"]})
@example([[], {}, [[]], [{}], {"a": []}])
@example("# kein Kommentar\n")
def test_new_files_say_what_was_meant_to_all_readers(value: Any) -> None:
    text = dump(value)
    assert same(read(text).value, value)
    old = json.dumps(yaml.safe_load(text), sort_keys=True, default=lambda date: date.isoformat())
    assert old == json.dumps(value, sort_keys=True)


@settings(deadline=None, max_examples=500)
@given(RANDOMS)
def test_any_change_in_any_style_gives_what_was_meant(random: Random) -> None:
    value = yaml_documents.mapping(random)
    text = yaml_documents.Writer(random).document(value)
    meant = value = read(text).value
    changes = []
    for _ in range(random.choice([1, 1, 2, 4])):
        changes.append(yaml_documents.change(random, meant))
        meant = yaml_documents.changed(meant, changes[-1])
    written = apply(text, changes)
    assert same(read(written).value, meant)
    assert read(written).problems == ()
    if "\r\n" in text:
        assert "\n" not in written.replace("\r\n", "")


@settings(deadline=None, max_examples=200)
@given(RANDOMS)
def test_what_is_not_changed_stays_byte_for_byte(random: Random) -> None:
    text = yaml_documents.Writer(random).document(yaml_documents.mapping(random))
    value = read(text).value
    path = random.choice(yaml_documents.paths(value))
    assert apply(text, [Change(path, yaml_documents.at(value, path))]) == text


def entry_at(text: str, path: tuple[str | int, ...]) -> tuple[Node, Entry]:
    """Return the entry of a path, and what holds it."""
    node = grow(text).root
    assert node is not None
    for part in path:
        holder = node
        entry = next(
            e for i, e in enumerate(holder.entries) if part in (e.name, i) and type(part) is not bool
        )
        node = entry.value
    return holder, entry


def around(text: str, start: int, end: int) -> tuple[list[str], list[str]]:
    """Return the lines above and below a piece of text, without blank ones below."""
    above = re.split("\r\n|\n", text[:start])[:-1]
    below = re.split("\r\n|\n", text[end:])[1:]
    return above, [line for line in below if line.strip()]


def comments(text: str) -> set[str]:
    return set(re.findall(r"# k\d+\.", text))


def check_surroundings(text: str, written: str, start: int, end: int) -> None:
    """Check that every line above and below a piece of the old text stands in the new one as it did."""
    above, below = around(text, start, end)
    lines = re.split("\r\n|\n", written)
    assert lines[: len(above)] == above
    filled = [line for line in lines[len(above) :] if line.strip()]
    assert filled[len(filled) - len(below) :] == below


@settings(deadline=None, max_examples=300)
@given(RANDOMS)
def test_setting_a_value_touches_its_lines_only(random: Random) -> None:
    text = yaml_documents.Writer(random).document(yaml_documents.mapping(random))
    value = read(text).value
    leaves = [
        path
        for path in yaml_documents.paths(value)
        if path and not isinstance(yaml_documents.at(value, path), dict | list)
    ]
    path = random.choice(leaves)
    _, entry = entry_at(text, path)
    written = apply(text, [Change(path, random.choice([yaml_documents.text(random), 5, None]))])
    check_surroundings(text, written, entry.start, entry.end)
    assert comments(written) == comments(text)


@settings(deadline=None, max_examples=300)
@given(RANDOMS)
def test_adding_a_value_touches_nothing_else(random: Random) -> None:
    text = yaml_documents.Writer(random).document(yaml_documents.mapping(random))
    value = read(text).value
    path = random.choice(
        [p for p in yaml_documents.paths(value) if isinstance(yaml_documents.at(value, p), dict | list)]
    )
    here = yaml_documents.at(value, path)
    assume(here)
    new = (*path, len(here) if isinstance(here, list) else "neu")
    _, last = entry_at(text, (*path, len(here) - 1 if isinstance(here, list) else list(here)[-1]))
    written = apply(text, [Change(new, yaml_documents.value(random))])
    check_surroundings(text, written, last.start, last.end)
    assert comments(written) == comments(text)


def stands_below_others(text: str, path: tuple[str | int, ...]) -> bool:
    """Tell whether an entry stands in lines of its own, below another line, beside others of its holder."""
    holder, entry = entry_at(text, path)
    above = text[: entry.start].splitlines()
    return len(holder.entries) > 1 and not holder.is_flow and bool(above) and not above[-1].strip()


@settings(deadline=None, max_examples=300)
@given(RANDOMS)
def test_removing_a_value_takes_only_its_own_comments_along(random: Random) -> None:
    text = yaml_documents.Writer(random).document(yaml_documents.mapping(random))
    paths = yaml_documents.paths(read(text).value)
    # Looked for, not hoped for: most entries are no such, and hypothesis gives up after fifty others.
    paths = [path for path in paths if path and stands_below_others(text, path)]
    assume(paths)
    path = random.choice(paths)
    holder, entry = entry_at(text, path)
    start = entry.start
    while (above := text[:start].rstrip(" ").splitlines(keepends=True)) and above[-1].startswith(
        f"{' ' * holder.column}# k"
    ):
        start -= len(text[:start]) - len(text[:start].rstrip(" ")) + len(above[-1])
    written = apply(text, [Change(path, REMOVE)])
    end = len(text[: entry.end]) + len(re.split("\r\n|\n", text[entry.end :])[0])
    assert comments(written) == comments(text[:start] + text[end:])
    check_surroundings(text, written, start, end)
