"""Values are read as they stand, each with its place; where a text stands is known to the letter."""

import re
from random import Random
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from tea_assistant.model.source import Position
from tea_assistant.store.yaml.events import Opener, open_events, pure_events
from tea_assistant.store.yaml.reader import read
from tea_assistant.store.yaml.scalars import resolve
from tests.store import yaml_documents

PARSERS = pytest.mark.parametrize("parser", [open_events, pure_events], ids=["libyaml", "python"])

EVIDENCE = """\
# Kopf
format: 1
title: Mitarbeiter*innen und Bürger*innen [/x]
summary: |
  Erste Zeile mit „Zitat“

    eingerückt
since: 2017
until:
answer: no
"2025": {state: expanded, dated: 2025-02-11}
results:
- {value: 12, share: 0.5}
-
- text: "in Anführungszeichen"   # Kommentar
"""


@PARSERS
def test_values(parser: Opener) -> None:
    reading = read(EVIDENCE, parser)
    assert reading.problems == ()
    assert reading.value == {
        "format": 1,
        "title": "Mitarbeiter*innen und Bürger*innen [/x]",
        "summary": "Erste Zeile mit „Zitat“\n\n  eingerückt\n",
        "since": 2017,
        "until": None,
        "answer": "no",
        "2025": {"state": "expanded", "dated": "2025-02-11"},
        "results": [{"value": 12, "share": 0.5}, None, {"text": "in Anführungszeichen"}],
    }


@PARSERS
@pytest.mark.parametrize(
    ("path", "position"),
    [
        ((), Position(2, 1, 2, 1, literal=False)),
        (("title",), Position(3, 8, 3, 8, literal=False)),
        (("summary",), Position(4, 10, 5, 3, literal=True)),
        (("until",), Position(9, 7, 9, 7, literal=False)),
        (("2025",), Position(11, 9, 11, 9, literal=False)),
        (("2025", "dated"), Position(11, 34, 11, 34, literal=False)),
        (("results",), Position(13, 1, 13, 1, literal=False)),
        (("results", 0, "share"), Position(13, 22, 13, 22, literal=False)),
        (("results", 1), Position(14, 2, 14, 2, literal=False)),
        (("results", 2, "text"), Position(15, 9, 15, 10, literal=False)),
    ],
)
def test_positions(path: tuple[str | int, ...], position: Position, parser: Opener) -> None:
    assert read(EVIDENCE, parser).positions[path] == position


@PARSERS
def test_positions_of_keys(parser: Opener) -> None:
    keys = read(EVIDENCE, parser).key_positions
    assert keys["title",] == (3, 1)
    assert keys["2025",] == (11, 1)
    assert keys["2025", "dated"] == (11, 27)
    assert keys["results", 2, "text"] == (15, 3)
    assert ("results", 0) not in keys


def test_keys_are_always_text() -> None:
    assert read("2025: 1\ntrue: 2\nnull: 3\n~: 4\n1_0: 5\n").value == {
        "2025": 1, "true": 2, "null": 3, "~": 4, "1_0": 5,
    }  # fmt: skip


@pytest.mark.parametrize("quote", ['"', "'"])
def test_quoted_is_always_text(quote: str) -> None:
    for text in ("1", "true", "null", "", "1.5"):
        assert read(f"a: {quote}{text}{quote}").value == {"a": text}


def test_lines_are_counted_as_editors_do() -> None:
    windows = read(EVIDENCE.replace("\n", "\r\n"))
    assert windows == read(EVIDENCE)
    mac = read("a: 1\rb: [x,\r y]\r")
    assert mac.value == {"a": 1, "b": ["x", "y"]}
    assert mac.positions["b", 1] == Position(3, 2, 3, 2, literal=False)
    # YAML ends lines at U+2028, editors do not.
    odd = read('a: "x\u2028  y"\nb: |\n  z\n')
    assert odd.value["b"] == "z\n"
    assert odd.positions["b",].line == 2
    assert not odd.positions["b",].literal


def test_a_byte_order_mark_is_no_letter() -> None:
    assert read("\ufeff" + EVIDENCE) == read(EVIDENCE)


@settings(deadline=None)
@given(st.integers().map(Random))
def test_every_line_of_a_literal_stands_where_its_position_says(random: Random) -> None:
    text = yaml_documents.Writer(random).document(yaml_documents.mapping(random))
    reading = read(text)
    lines = re.split("\r\n|\n", text)
    for path, position in reading.positions.items():
        value = yaml_documents.at(reading.value, path)
        if position.literal:
            for number, line in enumerate(value.removesuffix("\n").split("\n")):
                assert lines[position.text_line + number - 1][position.text_column - 1 :] == line
        elif (
            isinstance(value, str)
            and value
            and "\n" not in value
            and value[0] not in "'\"\\"
            and value.isprintable()
        ):
            # The first word stands right there, whatever is done to the rest.
            assert lines[position.text_line - 1][position.text_column - 1 :].startswith(value[0])


@settings(deadline=None)
@given(st.integers().map(Random), st.booleans())
def test_values_are_those_that_were_written(random: Random, python: bool) -> None:
    value = yaml_documents.mapping(random)
    text = yaml_documents.Writer(random).document(value)
    reading = read(text, pure_events if python else open_events)
    assert reading.problems == ()
    # An independent loader sees the same structure and the same texts.
    assert as_texts(reading.value) == as_texts(yaml.load(text, Loader=yaml.BaseLoader))  # noqa: S506 - it builds texts only
    assert set(reading.positions) == set(yaml_documents.paths(reading.value))


def as_texts(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: as_texts(item) for key, item in value.items()}
    if isinstance(value, list):
        return [as_texts(item) for item in value]
    return repr(resolve(value)) if isinstance(value, str) else repr(value)
