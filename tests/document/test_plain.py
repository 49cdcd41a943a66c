"""Prose becomes plain text: all its words, no markup, nothing that a terminal or a form obeys."""

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it.utils import read_fixture_file

from tea_assistant.document.blocks import Span
from tea_assistant.document.plain import plain_prose, plain_spans, plain_text
from tea_assistant.prose.resolver import Resolver, Target

CASES = read_fixture_file(Path(__file__).with_name("plain.txt"))
FIGURES = {("share", ""): "43 %", ("share", "trend"): "43 % (2022: 36 %)"}
TARGETS = {"mentoring": Target("Mentoring für [Bürger*innen]!", "#m"), "plan": Target("Plan 1_a")}
RESOLVER = Resolver(lambda target, form: FIGURES.get((target, form)), TARGETS.get)


@pytest.mark.parametrize(("line", "title", "prose", "expected"), CASES)
def test_prose_as_written_down(line: int, title: str, prose: str, expected: str) -> None:
    assert plain_prose(prose, RESOLVER) == expected.strip("\n"), f"{title}, line {line}"


def test_lines_of_the_document_show_their_addresses() -> None:
    line = (Span("Bericht", url="https://example.org"), Span(" ("), Span("intern", section="x"), Span(")"))
    assert plain_spans(line) == "Bericht (https://example.org) (intern)"
    assert plain_spans((Span("https://example.org", url="https://example.org"),)) == "https://example.org"


def test_what_a_terminal_obeys_is_gone() -> None:
    text = plain_text("rot\x1b[31m \u202egnurheisid\x07\x00\r\nneu\x85\u2028Zeile\u2029Absatz \t ")
    assert text == "rot\ufffd[31m \ufffdgnurheisid\ufffd\ufffd\nneu\ufffd\nZeile\n\nAbsatz"


@settings(deadline=None, max_examples=100)
@given(st.text(st.sampled_from('aÄ*innen_[]()<>&;`|#-1.\\!"{} \n\t\x1b\u202e\x00'), max_size=60))
def test_no_text_leaves_control_characters_or_fails(prose: str) -> None:
    text = plain_prose(prose, RESOLVER)
    assert not [c for c in text if (c != "\n" and unicodedata.category(c) == "Cc") or c == "\u202e"]
    assert text == plain_text(text)


@settings(deadline=None, max_examples=50)
@given(st.lists(st.sampled_from(["Wort", "Bürger*innen", "[/x]", "„Zitat“", "ä_b", "5", "€"]), min_size=1))
def test_words_survive_in_their_order(words: list[str]) -> None:
    assert plain_prose(" ".join(words), RESOLVER).split() == words
