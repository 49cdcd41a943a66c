"""What is wrong with a file is said in German, with its place and an example; nothing makes reading fail."""

import re
import time
from random import Random

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tea_assistant.store.yaml.events import Opener, open_events, pure_events
from tea_assistant.store.yaml.reader import Problem, decode, read
from tests.store import yaml_documents

PARSERS = pytest.mark.parametrize("parser", [open_events, pure_events], ids=["libyaml", "python"])


def only(text: str, parser: Opener = open_events) -> Problem:
    (problem,) = read(text, parser).problems
    return problem


def place(problem: Problem) -> tuple[str, int, int]:
    return problem.code, problem.line, problem.column


SYNTAX = {
    "title:Foo\nb: 1\n": (1, 7, "fehlt ein Leerzeichen", "title: Foo"),
    "a: 1\ntitle:Foo\nb: 1\n": (2, 7, "fehlt ein Leerzeichen", "title: Foo"),
    "title: Mentoring: zweiter Durchgang\n": (1, 17, "Doppelpunkt mit Leerzeichen", "Anführungszeichen"),
    'a: "offen\nb: 1\n': (1, 4, "nicht geschlossen", '"Mentoring"'),
    "a: 'offen\nb: 1\n": (1, 4, "nicht geschlossen", "'Mentoring'"),
    'a: "Foo" bar\n': (1, 10, "Nach dem schließenden Anführungszeichen", "„…“"),
    "a: [x] y\n": (1, 8, "Nach „]“ steht noch Text", "[Entwurf]"),
    "a: [x, y\nb: 1\n": (1, 4, "fehlt ein Komma oder das schließende „]“", "[af01, af03]"),
    "a: {x: 1\nb: 2\n": (1, 4, "fehlt ein Komma oder das schließende „}“", "[af01, af03]"),
    "a: [a,,b]\n": (1, 7, "fehlt ein Wert", "[af01, af03]"),
    "a: @stadt\n": (1, 4, "mit „@“", '"@stadt"'),
    "a: `x`\n": (1, 4, "mit „`“", '"`x`"'),
    "a: %\n": (1, 4, "mit „%“", '"%"'),
    "a: **Fett** x\n": (1, 4, "mit „*“", '"**Fett** x"'),
    "a: & Partner # x\n": (1, 4, "mit „&“", '"& Partner"'),
    "a: ? b\n": (1, 4, "mit „?“", '"? b"'),
    "a: ]\n": (1, 4, "mit „]“", '"]"'),
    "a: !foo!bar x\n": (1, 4, "mit „!“", '"!foo!bar x"'),
    "a: - b\n": (1, 4, "Listenpunkt", "  - Stadt Köln"),
    "a:\n  - x\n  b: 1\n": (3, 3, "beginnt aber nicht mit „- “", "  - Stadt Köln"),
    "a: |text\n": (1, 4, "darf in derselben Zeile kein Text", "nächste Zeile"),
    'a: "C:\\Weg"\n': (1, 7, "Rückstrich", "'C:\\Mappe"),
    "a: 1\n  b: 2\n": (2, 4, "passt nicht zur Zeile darüber", "summary: |"),
    "a:\n  b: 1\n c: 2\n": (3, 2, "zu keiner Ebene", "derselben Spalte"),
    "a: 1\nfoo\n": (2, 1, "Nach „foo“ fehlt ein Doppelpunkt", "title: Mentoring"),
    "[a]\nfoo: 1\n": (2, 1, "gehört zu keinem Schlüssel", "title: Mentoring"),
    "? [a]\n: 1\n": (1, 3, "wo ein Schlüssel stehen muss", "title: Mentoring"),
}


@pytest.mark.parametrize("text", SYNTAX)
def test_syntax_errors_say_what_is_meant(text: str) -> None:
    line, column, message, hint = SYNTAX[text]
    problem = only(text)
    assert place(problem) == ("TEA002", line, column)
    assert message in problem.message
    assert hint in problem.hint


@pytest.mark.parametrize("text", SYNTAX)
def test_syntax_errors_are_found_without_libyaml_too(text: str) -> None:
    problem = only(text, pure_events)
    assert problem.code == "TEA002"
    assert problem.line == SYNTAX[text][0]


def test_nothing_is_kept_of_a_file_with_a_syntax_error() -> None:
    reading = read("a: 1\nb: 'x\n")
    assert (reading.value, reading.positions, reading.key_positions) == (None, {}, {})


@PARSERS
def test_duplicate_keys_keep_the_first_value(parser: Opener) -> None:
    reading = read("x:\n  title: Eins\n  'title': {a: [1]}\n  b: 2\n", parser)
    (problem,) = reading.problems
    assert reading.value == {"x": {"title": "Eins", "b": 2}}
    assert place(problem) == ("TEA003", 3, 3)
    assert "Zeile 2" in problem.message
    assert "Zeile 3" in problem.message
    assert problem.path == ("x", "title")
    assert reading.key_positions["x", "title"] == (2, 3)
    assert ("x", "title", "a") not in reading.positions


def test_conflict_markers_of_git() -> None:
    text = "a: 1\n<<<<<<< HEAD\nb: 1\n=======\nb: 2\n>>>>>>> zweig\nc: 3\n<<<<<<< HEAD\r\n"
    first, second = read(text).problems
    assert place(first) == ("TEA004", 2, 1)
    assert [f"Zeile {line}" in first.message for line in (2, 4, 6)] == [True] * 3
    assert place(second) == ("TEA004", 8, 1)
    assert read(text).value is None


def test_seven_equals_signs_are_no_conflict() -> None:
    text = "a: |\n  Überschrift\n  =======\n  <<<<<<< steht hier im Text\n"
    assert read(text).problems == ()
    assert "=======" in read(text).value["a"]


@pytest.mark.parametrize(
    "text", ["a:\n\tb: 1\n", "a:\n  b: 1\n\tc: 2\n", "a: |\n\ttext\n", "a:\n  \tb: 1\n", "-\tx\n"]
)
def test_tabs_in_the_indentation(text: str) -> None:
    problem = only(text)
    assert problem.code == "TEA005"
    assert text.split("\n")[problem.line - 1][problem.column - 1] == "\t"
    assert "Tabulator" in problem.message


@PARSERS
def test_aliases_and_anchors_are_refused(parser: Opener) -> None:
    reading = read("a: &anker x\nb: [*anker, 1]\nc: &d {e: 1}\n", parser)
    assert [place(problem) for problem in reading.problems] == [
        ("TEA006", 1, 4), ("TEA006", 2, 5), ("TEA006", 3, 4),
    ]  # fmt: skip
    assert reading.value == {"a": "x", "b": [None, 1], "c": {"e": 1}}
    assert reading.problems[1].path == ("b", 0)


def test_an_unquoted_gender_star_is_reported_once() -> None:
    problem = only("title: *innen und Bürger*innen\nb: 1\n")
    assert place(problem) == ("TEA006", 1, 8)
    assert '"*innen"' in problem.hint


def test_an_alias_as_a_key_is_refused() -> None:
    reading = read("a: &x 1\n*x : 2\nb: 3\n")
    assert [problem.code for problem in reading.problems] == ["TEA006", "TEA006"]
    assert reading.value == {"a": 1, "b": 3}


@PARSERS
def test_tags_are_refused_and_their_text_is_kept(parser: Opener) -> None:
    reading = read("a: !!python/object:os.system x\nb: !eigen {c: [1, {d: 2}]}\ne: !!int 5\nf: 1\n", parser)
    assert [place(problem) for problem in reading.problems] == [
        ("TEA007", 1, 4), ("TEA007", 2, 4), ("TEA007", 3, 4),
    ]  # fmt: skip
    assert reading.value == {"a": "x", "b": None, "e": "5", "f": 1}
    assert "!!python/object:os.system" in reading.problems[0].message


def test_too_large() -> None:
    problem = only("a: " + "ä" * 1_000_000)
    assert place(problem) == ("TEA008", 1, 1)
    assert "2,0 MB" in problem.message
    assert read("a: " + "a" * 1_900_000).problems == ()


@PARSERS
@pytest.mark.parametrize("opening", ["[", "{", "- ", "? ", "[{a: ", "{a: [", "- ? "])
def test_too_deep(opening: str, parser: Opener) -> None:
    reading = read(opening * 100_000, parser)
    assert reading.value is None
    assert reading.problems[-1].code == "TEA009"


@PARSERS
def test_forty_levels_are_deep_enough(parser: Opener) -> None:
    assert read("[" * 40 + "]" * 40, parser).problems == ()
    assert [p.code for p in read("[" * 41 + "]" * 41, parser).problems] == ["TEA009"]
    refused = "a: !x " + "[" * 39
    assert [p.code for p in read(refused + "]" * 39, parser).problems] == ["TEA007"]
    assert [p.code for p in read(refused + "[" + "]" * 40, parser).problems] == ["TEA007", "TEA009"]


@PARSERS
def test_several_documents(parser: Opener) -> None:
    reading = read("a: 1\n---\nb: [\n", parser)
    assert place(reading.problems[0]) == ("TEA010", 2, 1)
    assert reading.value == {"a": 1}


@PARSERS
@pytest.mark.parametrize("character", ["\0", "\x07", "\x1b", "\x7f", "\ud800", "\uffff"])
def test_control_characters(character: str, parser: Opener) -> None:
    problem = only(f"a: 1\nb: x{character}y\n", parser)
    assert place(problem) == ("TEA011", 2, 5)
    assert f"U+{ord(character):04X}" in problem.message


@pytest.mark.parametrize("text", ["", "\n", "# nur ein Kommentar\n", "---\n", "\ufeff"])
def test_an_empty_file_is_empty_and_fine(text: str) -> None:
    reading = read(text)
    assert reading.value is None
    assert reading.problems == ()


HOSTILE = {
    "billion laughs": "a: &a [x]\n" + "".join(f"b{i}: &b{i} [*a, *a]\n" for i in range(20_000)),
    "repeated keys": "a: 1\n" * 100_000,
    "conflicts": "<<<<<<<\n" * 200_000,
    "empty lines in a text": "a: |\n" + "\n" * 1_900_000 + "  x",
    "quotes": '"\n' * 500_000,
    "digits": "- " + "1" * 1_900_000,
    "underscores": "- 1" + "_1" * 900_000,
    "lines that only YAML ends": "- |\n  x\u2028" * 100_000,
    "carriage returns": "a: 1\r" * 100_000,
    "pairs": "[]: a\n" * 100_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_files_take_no_time(name: str) -> None:
    start = time.process_time()
    reading = read(HOSTILE[name])
    # Some take a second; what grows with the square of their size would take minutes.
    assert time.process_time() - start < 30
    assert len(reading.problems) <= 100


ENGLISH = re.compile(
    r"\b(while|found|expected|could|not|did|scanning|parsing|the|character|mapping|sequence|token|unknown|block|key)\b"
)


@st.composite
def damaged(draw: st.DrawFn) -> str:
    """Return a document in which something was cut out, doubled or put in."""
    random = draw(st.randoms(use_true_random=False))
    text = yaml_documents.Writer(random).document(yaml_documents.mapping(random))
    for _ in range(draw(st.integers(1, 3))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.integers(0, 5)))
        piece = draw(
            st.sampled_from(
                ["", *"\t\"'[]{}:-?*&!|>%@`#\n\r\x85\u2028\0", " ", ": ", "- ", "\n---\n", "<<<<<<<\n"]
            )
        )
        text = text[:start] + piece + text[end:]
    return text


@settings(deadline=None)
@given(st.text() | damaged(), st.sampled_from([open_events, pure_events]))
@example("\ufeff\ufeffa: 1", open_events)
@example("? ", open_events)
@example("a: |+", pure_events)
def test_reading_never_fails_and_speaks_german(text: str, parser: Opener) -> None:
    lines = re.split("\r\n|\r|\n", text.removeprefix("\ufeff"))
    for problem in read(text, parser).problems:
        # What the file says is quoted and may be in any language.
        words = re.sub(r"„.*?“|\"[^\"]*\"|'[^']*'", "", f"{problem.message} {problem.hint}", flags=re.DOTALL)
        assert not ENGLISH.search(words.replace("title:", "")), words
        assert 1 <= problem.line <= len(lines)
        assert 1 <= problem.column <= len(lines[problem.line - 1]) + 1
        assert problem.message.endswith(".")
        assert problem.hint


@settings(deadline=None)
@given(st.binary())
def test_bytes_never_make_it_fail(raw: bytes) -> None:
    text, problems = decode(raw)
    assert problems or read(text) is not None


@settings(deadline=None)
@given(st.integers().map(Random))
def test_both_parsers_agree(random: Random) -> None:
    text = yaml_documents.Writer(random).document(yaml_documents.mapping(random))
    one, other = read(text), read(text, pure_events)
    assert one.problems == other.problems == ()
    assert (one.value, one.key_positions) == (other.value, other.key_positions)
