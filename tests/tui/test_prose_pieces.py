"""The preview of a text is made from its pieces: they mean alone what they mean together."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tea_assistant.prose.render import render
from tea_assistant.prose.resolver import Resolver, Target
from tea_assistant.tui.prose_pieces import pieces

_LINES = (
    "Mitarbeiter*innen und Bürger*innen [/x] schreiben „so“.",
    "Es sind {{frauen|delta}} von [[mentoring]] dabei.",
    "[[mentoring]] begann 2024.",
    "- ein Punkt",
    "  - darunter",
    "1. erstens",
    "2025 begann es.",
    "> Zitat",
    "    eingerückt",
    "| a | b |",
    "|---|---|",
    "# Kopf",
    "### Tiefer",
    "Kopf",
    "----",
    "===",
    "***",
    "```",
    "[mentoring]: https://example.org",
    "<!-- Mit [mentoring] und *Stern*",
    "- ",
    "\\",
)
_TEXTS = st.lists(st.tuples(st.sampled_from(_LINES), st.sampled_from(["\n", "\n\n", "\n \n", "\n\n\n"])))


def _read(text: str) -> str:
    return render(text, Resolver(lambda _, form: f"7 {form}", lambda target: Target(target, f"#{target}")))


@given(_TEXTS)
@settings(max_examples=50, deadline=None)
def test_pieces_alone_are_what_they_are_together(lines: list[tuple[str, str]]) -> None:
    text = "".join(line + end for line, end in lines)
    assert "\n\n".join(filter(None, map(_read, pieces(text)))) == _read(text)


def test_a_long_text_of_paragraphs_falls_into_all_of_them() -> None:
    paragraphs = [f"Absatz {number} über Mitarbeiter*innen." for number in range(50)]
    assert pieces("\n\n".join(paragraphs)) == paragraphs
    listed = ["Davor.", "- eins\n\n- zwei", "Danach."]
    assert pieces("\n\n".join(listed)) == ["Davor.\n\n- eins\n\n- zwei", "Danach."]
