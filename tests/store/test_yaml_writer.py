"""Changes reach the file, and nothing else in it moves."""

import json
from pathlib import Path
from typing import Any

import pytest

from tea_assistant.errors import EditError, FileError, WriteMismatch
from tea_assistant.store.yaml import edits as yaml_edits
from tea_assistant.store.yaml.reader import read
from tea_assistant.store.yaml.writer import REMOVE, Change, apply, dump

CASES: dict[str, tuple[str, list[Change], str]] = {}
for block in Path(__file__).with_name("yaml_edits.txt").read_text(encoding="utf-8").split("\n@ ")[1:]:
    name, _, body = block.partition("\n")
    before, _, after = body.partition("\n=\n")
    edits = [line[2:].split(" = ", 1) for line in before.split("\n") if line.startswith("~ ")]
    CASES[name] = (
        "".join(f"{line}\n" for line in before.split("\n") if not line.startswith("~ ")),
        [Change(tuple(json.loads(p)), REMOVE if v == "REMOVE" else json.loads(v)) for p, v in edits],
        after.rstrip("\n") + "\n",
    )


@pytest.mark.parametrize("case", CASES)
def test_cases(case: str) -> None:
    before, changes, after = CASES[case]
    assert apply(before, changes) == after


@pytest.mark.parametrize("case", CASES)
def test_cases_with_windows_line_ends_and_byte_order_mark(case: str) -> None:
    before, changes, after = CASES[case]
    assert apply(windows(before), changes) == windows(after)


def windows(text: str) -> str:
    return "\ufeff" + text.replace("\n", "\r\n")


@pytest.mark.parametrize("case", CASES)
def test_cases_without_a_line_end_at_the_end(case: str) -> None:
    before, changes, after = CASES[case]
    written = apply(before.removesuffix("\n"), changes)
    # Only prose needs the line end, because it is part of the text.
    assert written in {after, after.removesuffix("\n")}


@pytest.mark.parametrize("case", CASES)
def test_cases_with_the_values_that_they_have(case: str) -> None:
    text = CASES[case][0]
    value = read(text).value
    assert apply(text, [Change((key,), item) for key, item in (value or {}).items()]) == text
    assert apply(text, [Change((), value)]) == text


def test_the_end_of_a_text_at_the_end_of_the_file() -> None:
    assert apply("a: |\n  Eins", [Change(("b",), 1)]) == "a: |-\n  Eins\nb: 1"
    assert apply("a: |+\n  Eins", [Change(("b",), 1)]) == "a: |-\n  Eins\nb: 1"
    assert apply("a: |-2\n   Eins", [Change(("b",), 1)]) == "a: |-2\n   Eins\nb: 1"
    assert apply("a: |\n  Eins\nb: 1", [Change(("b",), REMOVE)]) == "a: |\n  Eins\n"
    assert apply("a: x\n\n\n\n", [Change(("a",), "Eins\n\n")]) == "a: |+\n  Eins\n\n"


def test_spaces_in_blank_lines_do_not_become_text() -> None:
    assert apply("a: x\n      \nb: 1\n", [Change(("a",), "Eins\n")]) == "a: |\n  Eins\n\nb: 1\n"
    assert apply("a: |\n  x\nb: 1\n      \nc: 2\n", [Change(("b",), REMOVE)]) == "a: |\n  x\n\nc: 2\n"


def test_changes_count_on_the_ones_before() -> None:
    assert apply("a: [x, y, z]\n", [Change(("a", 0), REMOVE), Change(("a", 0), REMOVE)]) == "a: [z]\n"
    assert apply("a: x\n", [Change(("a",), REMOVE), Change(("b", 0), 1)]) == "b:\n  - 1\n"


def test_removing_what_is_not_there_changes_nothing() -> None:
    text = "a: {b: 1}\nc:\n"
    for path in (("x",), ("a", "x"), ("a", "x", "y"), ("c", "x", 0)):
        assert apply(text, [Change(path, REMOVE)]) == text


@pytest.mark.parametrize(
    "path", [("a", "b"), ("a", 0), ("list", "x"), ("list", 3), ("map", 0), ("list", -1), ("new", 1)]
)
def test_paths_that_do_not_fit_are_refused(path: tuple[str | int, ...]) -> None:
    with pytest.raises(EditError):
        apply("a: text\nlist: [1]\nmap: {x: 1}\n", [Change(path, 1)])


@pytest.mark.parametrize("text", ["a: 1\na: 2\n", "a: *x\n", "a: [\n", "a: 1\n---\nb: 1\n", "<<<<<<< HEAD\n"])
def test_a_file_with_problems_is_not_written(text: str) -> None:
    with pytest.raises(FileError) as caught:
        apply(text, [Change(("b",), 1)])
    assert caught.value.line
    assert caught.value.hint


@pytest.mark.parametrize("value", [float("nan"), float("inf"), {"a": "\ud800"}, {"x" * 2000: 1}, 10**400])
def test_what_yaml_cannot_say_is_refused(value: Any) -> None:
    with pytest.raises(WriteMismatch):
        dump(value)
    with pytest.raises(WriteMismatch):
        apply("a: 1\n", [Change(("a",), value)])


@pytest.mark.parametrize("value", [{1: 2}, {"a": object()}, {"a": {3, 4}}])
def test_only_plain_values_are_written(value: Any) -> None:
    with pytest.raises(TypeError):
        dump(value)
    with pytest.raises(TypeError):
        apply("a: 1\n", [Change(("b",), value)])


def test_an_edit_gone_wrong_is_never_returned(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml_edits, "edit", lambda text, _step, _newline: text + "b: 2\n")
    with pytest.raises(WriteMismatch):
        apply("a: 1\n", [Change(("a",), 2)])
    monkeypatch.setattr(yaml_edits, "edit", lambda _text, _step, _newline: "a: [")
    with pytest.raises(WriteMismatch):
        apply("a: 1\n", [Change(("a",), 2), Change(("b",), 2)])
    monkeypatch.setattr(yaml_edits, "edit", lambda text, _step, _newline: text.replace("1", '"1"'))
    with pytest.raises(WriteMismatch):
        apply("a: 2\nb: 1\n", [Change(("a",), 3)])


def test_a_new_file_in_the_style_of_the_house() -> None:
    value = {
        "format": 1,
        "title": "Mentoring für Bürger*innen",
        "summary": "Eins\n\nZwei „Drei“ [/x]\n",
        "criteria": ["af03-a", "*"],
        "partners": [],
        "until": None,
        "results": [{"value": 12, "note": "a\nb"}, {"value": 0.5, "as_of": "2024-12-31"}],
        "cycles": {"2025": {"state": "new"}},
    }
    assert (
        dump(value)
        == """\
format: 1
title: Mentoring für Bürger*innen
summary: |
  Eins

  Zwei „Drei“ [/x]
criteria:
  - af03-a
  - "*"
partners: []
until:
results:
  - value: 12
    note: |-
      a
      b
  - value: 0.5
    as_of: 2024-12-31
cycles:
  "2025":
    state: new
"""
    )


SEEDS = Path(__file__).parents[3] / "shared" / "seeds"


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the real documents are not here")
def test_real_prose_survives() -> None:
    for file in SEEDS.glob("*.md"):
        prose = file.read_text(encoding="utf-8")
        assert read(dump({"a": prose, "b": [prose]})).value == {"a": prose, "b": [prose]}
        assert read(apply("a: kurz\nb: 1\n", [Change(("a",), prose)])).value == {"a": prose, "b": 1}
