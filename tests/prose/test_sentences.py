"""Where German sentences end: a plain file of texts, and any text without harm."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tea_assistant.prose.sentences import longest_stretch, sentence_spans, sentences, stretches

LINES = (Path(__file__).parent / "sentences.txt").read_text(encoding="utf-8").splitlines()
TEXTS = [line.replace("⏎", "\n") for line in LINES if not line.startswith("#")]


@pytest.mark.parametrize("text", TEXTS)
def test_a_text_falls_into_these_sentences(text: str) -> None:
    expected = text.split(" ¦ ")
    whole = " ".join(expected)
    assert [whole[begin:end] for begin, end in sentence_spans(whole)] == expected
    assert list(sentences(whole)) == [" ".join(sentence.split()) for sentence in expected]


def test_a_blank_line_ends_a_sentence_whatever_stands_before_it() -> None:
    assert list(sentences("Überschrift\r\n \r\nEin Satz,\r\n\r\n\r\nund z. B.\n\nDas Ende")) == [
        "Überschrift",
        "Ein Satz,",
        "und z. B.",
        "Das Ende",
    ]
    assert list(sentences(" \n\n ")) == []


@given(st.text(st.sampled_from("AbÄ1.!…?\n \r„“\"')]*_{[z")))
def test_every_word_stands_in_one_sentence(text: str) -> None:
    spans = list(sentence_spans(text))
    assert all(end <= begin for (_, end), (begin, _) in pairwise(spans))
    assert "".join("".join(text[begin:end].split()) for begin, end in spans) == "".join(text.split())


@pytest.mark.parametrize(
    "text", [*TEXTS, "Die Kosten einschl. Material, abzgl. Skonto, insbes. Reisen. Der Rest folgt."]
)
def test_a_text_is_cut_quickly_only_where_a_sentence_ends(text: str) -> None:
    whole = text.replace(" ¦ ", " ")
    begins = {begin for begin, _ in sentence_spans(whole)}
    cuts = [end for _, end in stretches(whole)]
    assert {*cuts[:-1]} <= begins
    assert longest_stretch(whole) == max(len(whole[begin:end].split()) for begin, end in stretches(whole))
