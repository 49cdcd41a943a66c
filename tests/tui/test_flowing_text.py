"""Texts broken at a column in the file are edited as whole paragraphs and keep their breaks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tea_assistant.tui.flowing_text import FlowingText

FIRST = (
    "Mit dem [[programm]] fördert die Personalentwicklung Mitarbeiter*innen, die\nVerantwortung übernehmen."
)
SECOND = "Wer teilnehmen möchte, muss mindestens drei Jahre im Dienst sein, so steht\nes im Konzept [/x]."
TWO = f"{FIRST}\n\n{SECOND}"


def test_a_paragraph_flows_and_comes_back_as_it_was() -> None:
    flow = FlowingText(TWO)
    assert flow.flowing == f"{FIRST.replace(chr(10), ' ')}\n\n{SECOND.replace(chr(10), ' ')}"
    assert flow.written_as(flow.flowing) == TWO


def test_an_untouched_paragraph_keeps_its_breaks_while_the_other_gets_new_ones() -> None:
    flow = FlowingText(TWO)
    edited = flow.flowing.replace("drei Jahre", "zwei volle Jahre")
    written = flow.written_as(edited)
    assert written.startswith(FIRST + "\n\n")
    assert "mindestens zwei volle Jahre" in written
    assert max(map(len, written.split("\n"))) <= max(map(len, TWO.split("\n")))
    assert FlowingText(written).flowing == edited


def test_a_text_of_long_lines_is_not_broken() -> None:
    flow = FlowingText("Ein Absatz, der in der Datei in einer einzigen langen Zeile steht.\n\nNoch einer.")
    assert flow.written_as("wort " * 60) == "wort " * 60


@pytest.mark.parametrize(
    "text",
    [
        "Kurze Zeilen\nsind so gemeint.",
        "| Jahr | Frauen und Männer in Führung |\n| --- | --- |\n| 2022 | 36 % und noch etwas Text dazu |",
        "```\nEine Zeile im Code, die lang genug wäre, um gebrochen zu sein,\nund die nächste\n```",
        "> Eine Zeile im Zitat, die lang genug wäre, um gebrochen zu sein\n> und weitergeht.",
        "- Erster Punkt der Liste, der ziemlich lang geraten ist, so lang\n- Zweiter Punkt",
        "Eine Zeile mit einem Umbruch, der ausdrücklich gewollt ist und bleibt,  \nund die nächste.",
        "# Eine Überschrift, die so lang ist, dass sie beinahe umbräche\nText",
    ],
)
def test_breaks_that_mean_something_stay(text: str) -> None:
    assert FlowingText(text).flowing == text


def test_a_new_break_never_begins_a_list() -> None:
    flow = FlowingText(TWO)
    width = max(map(len, TWO.split("\n")))
    edited = flow.flowing + "\n\n" + "x" * (width - 2) + " - und dann nach dem Strich " + "y" * width
    assert FlowingText(flow.written_as(edited)).flowing == edited


@given(st.text(alphabet="ab *-#>|1.\n`[]{}ä  ", max_size=400), st.text(alphabet="ab -#\n1.", max_size=60))
def test_nothing_is_lost_whatever_stands_in_a_text(text: str, added: str) -> None:
    flow = FlowingText(text)
    assert flow.written_as(flow.flowing) == text
    edited = added + flow.flowing
    written = flow.written_as(edited)
    assert written.split() == edited.split() or written == edited
