"""What is read without libyaml is, to the letter and to the column, what libyaml reads."""

from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tea_assistant.store.yaml.events import open_events
from tea_assistant.store.yaml.plain import PlainReader
from tea_assistant.store.yaml.reader import decode, read
from tea_assistant.store.yaml.render import document
from tests.store import plain_documents, yaml_documents
from tests.store.plain_documents import is_read_plainly

ROOT = Path(__file__).parents[2]
SHIPPED = [path for folder in ("action_fields", "examples") for path in (ROOT / folder).rglob("*.yaml")]


def test_what_is_shipped_needs_no_libyaml() -> None:
    assert len(SHIPPED) > 50
    assert [path for path in SHIPPED if not is_read_plainly(path.read_text(encoding="utf-8"))] == []


PLAIN = """\
# Kopf
format: 1
"2025": {state: new, 'by': "Büro", dated: 2025-02-11, open: [], more: {}}   # daneben
title: Mitarbeiter*innen und Bürger*innen [/x]

summary: |
  Erste Zeile mit „Zitat“

    eingerückt: # kein Kommentar

words: [
  Eins, 'zwei''n', "drei #3" ,
  -4, [x], {y: 5}
]
steps:
- a: 1
  b:
  - x
  - - y
    - http://z#a
-   c: >-
      gefaltet
      und

      gefaltet
# dazwischen
  # noch etwas
- |2+
    zwei mehr

empty:
last: 'x'
"""


def test_the_plain_forms() -> None:
    assert is_read_plainly(PLAIN)
    assert is_read_plainly(PLAIN.replace("\n", "\r\n"))
    assert is_read_plainly(f"\ufeff{PLAIN}")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_places_are_those_of_the_bytes_that_were_read(encoding: str) -> None:
    for text in (PLAIN, PLAIN.replace("\n", "\r\n"), f"\ufeff{PLAIN}"):
        raw = text.encode(encoding)
        shown, problems = decode(raw)
        assert not problems
        one, other = read(shown, content=raw), read(shown, open_events)
        assert dict(one.positions) == other.positions
        assert dict(one.key_positions) == other.key_positions


NOT_PLAIN = (
    "", "\n", "x\n", "a: 1", "a: b\n  c\n", "a: [b\n  c]\n", 'a: "b\n  c"\n', 'a: "\\u00e4"\n', "a: &b c\n",
    "a: *b\n", "a: !b c\n", "<<: {a: 1}\n", "? a\n: b\n", "a: 1\na: 2\n", "a: {b: 1, b: 2}\n", "a:\tb\n",
    "\ta: b\n", "---\na: b\n", "a: b\n---\n", "a: b\n...\n", "%YAML 1.2\n---\na: b\n", "a: b\x85c\n",
    "a: b\u2028\n", "a: \ufeffb\n", "a: b\x07\n", "a: b\rc: d\n", "a: b: c\n", "a: b:\n", "a: @b\n",
    "a: |\n", "a: |x\n  b\n", "a: |\n    \n  b\n", "a: |\n    b\n  \n    # c\n", "a: >\n  b\n   c\n",
    "a:\n  b: 1\n c: 2\n", "a: 1\n  b: 2\n", " a: 1\n", "a: [b, c\n", "a: [b}\n", "a: [b],\n", "a: [b] c\n",
    "a: [b, ...]\n", "a: [b: c]\n", "a: {b}\n", "a: {b:c}\n", "a: - b\n", "a: 'b' c\n", "a: b #c\n d: e\n",
    "- a\nb: c\n", "[a]\n", "a: [b, # c\n  d]\n", "a:\n  b\n", f"{'k' * 200}: 1\n", "- " * 60 + "a\n",
    "a: " + "[" * 60 + "]" * 60 + "\n",
)  # fmt: skip


@pytest.mark.parametrize("text", NOT_PLAIN)
def test_all_else_is_left_to_libyaml(text: str) -> None:
    assert PlainReader(text.removeprefix("\ufeff")).read() is None


@settings(deadline=None, max_examples=40)
@given(st.integers().map(Random))
def test_what_this_program_writes(random: Random) -> None:
    is_read_plainly(document(yaml_documents.mapping(random)))
    is_read_plainly(yaml_documents.Writer(random).document(yaml_documents.mapping(random)))


@settings(deadline=None, max_examples=40)
@given(st.integers().map(Random))
def test_documents_in_which_something_is_amiss(random: Random) -> None:
    for _ in range(5):
        is_read_plainly(plain_documents.nearly_plain(random))


def test_many_of_these_are_plain_and_many_are_not() -> None:
    random = Random(2025)  # noqa: S311 (nothing secret)
    plain = [is_read_plainly(plain_documents.nearly_plain(random)) for _ in range(300)]
    assert 60 < sum(plain) < 240
