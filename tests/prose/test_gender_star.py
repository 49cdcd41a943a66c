"""A star between two letters is text, every other star is CommonMark's."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tea_assistant.prose.gender_star import is_gender_star
from tea_assistant.prose.markdown import parse

MARKS = "*_`[]{}()<>!\\|#-\n \t&;:"
PROSE = st.text(st.sampled_from("abcäöüßÉ12.," + MARKS) | st.characters(), max_size=60)


def marks(text: str) -> list[tuple[str, str]]:
    """Type and text of the inline tokens, without the softer kinds."""
    return [
        (child.type, child.content)
        for token in parse(text)
        for child in token.children or ()
        if child.content or child.nesting
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Mitarbeiter*innen und Bürger*innen",
        "Bürger*innen*",
        "Kolleg*innen-Netzwerk der Ärzt*innen",
        "jede*r, ein*e, Trans*Menschen",
        "inter*, trans* und Schüler/*innen und Lehrer/*innen",
        "Mitarbeiter_innen und Bürger_innen",
        unicodedata.normalize("NFD", "Café*Öffner und Café*Öffner"),
        "„Bürger*innen“ und [/x] für Bürger*innen",
    ],
)
def test_text_stays_text(text: str) -> None:
    assert marks(text) == [("text", text)]


def test_emphasis_around_words_stays() -> None:
    assert marks("*wichtig* und **fett**") == [
        ("em_open", ""),
        ("text", "wichtig"),
        ("em_close", ""),
        ("text", " und "),
        ("strong_open", ""),
        ("text", "fett"),
        ("strong_close", ""),
    ]


@pytest.mark.parametrize(
    ("text", "tag"), [("*Bürger*innen*", "em"), ("**Bürger*innen**", "strong"), ("_Bürger*innen_", "em")]
)
def test_emphasis_around_a_gender_star(text: str, tag: str) -> None:
    assert marks(text) == [(f"{tag}_open", ""), ("text", "Bürger*innen"), (f"{tag}_close", "")]


@given(PROSE.filter(lambda text: "<" not in text and "&" not in text))
def test_a_star_between_letters_is_read_like_a_letter(text: str) -> None:
    lettered = "".join("q" if is_gender_star(text, at) else c for at, c in enumerate(text))
    assert _shape(text) == _shape(lettered)


def _shape(text: str) -> list[tuple[str, str]]:
    return [(kind, content.replace("*", "q")) for kind, content in marks(text)]


@given(PROSE)
def test_parsing_never_fails(text: str) -> None:
    assert isinstance(parse(text), list)


@given(st.lists(st.sampled_from(["Bürger*innen", "Ärzt*innen", "ein*e", "und", "„gut“", "[/x]", "(z. B.)"])))
def test_no_emphasis_from_words_with_stars(words: list[str]) -> None:
    text = "\n".join(["Wort", *words])
    assert not [kind for kind, _ in marks(text) if kind.startswith(("em", "strong"))]
