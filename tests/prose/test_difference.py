"""Comparing two versions of a text word by word."""

from itertools import pairwise
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tea_assistant.prose.difference import Piece, word_differences

TEXTS = st.lists(
    st.sampled_from(
        ["Frauen", "Mitarbeiter*innen", "und", " ", "  ", "\n", "\n\n", "[/x]", "Ende. ", "„Äh“", "\t"]
    ),
    max_size=14,
).map("".join)


def marks(old: str, new: str) -> str:
    """Write the differences as one would on paper."""
    signs = {"same": "{}", "removed": "[-{}-]", "added": "[+{}+]"}
    return "".join(signs[piece.kind].format(piece.text) for piece in word_differences(old, new))


@pytest.mark.parametrize(
    "old, new, expected",
    [
        ("", "", ""),
        ("", "neu", "[+neu+]"),
        ("alt", "", "[-alt-]"),
        (
            "Mentoring für Frauen seit 2017",
            "Mentoring für alle seit 2017",
            "Mentoring für [-Frauen-][+alle+] seit 2017",
        ),
        ("für Frauen", "nur für Frauen", "[+nur +]für Frauen"),
        ("für Frauen.", "für Frauen und Bürger*innen.", "für [-Frauen.-][+Frauen und Bürger*innen.+]"),
        ("eins zwei drei vier", "eins ZWEI DREI vier", "eins [-zwei drei-][+ZWEI DREI+] vier"),
        ("ein Umbruch", "ein\nUmbruch", "ein[- -][+\n+]Umbruch"),
        ("gleich", "gleich\n", "gleich[+\n+]"),
    ],
)
def test_words_that_differ_are_told(old: str, new: str, expected: str) -> None:
    assert marks(old, new) == expected


@settings(max_examples=50)
@given(TEXTS, TEXTS)
def test_the_pieces_give_both_texts_back(old: str, new: str) -> None:
    pieces = word_differences(old, new)
    assert "".join(piece.text for piece in pieces if piece.kind != "added") == old
    assert "".join(piece.text for piece in pieces if piece.kind != "removed") == new
    assert all(piece.text for piece in pieces)
    assert all(one.kind != other.kind for one, other in pairwise(pieces))
    assert (old == new) == all(piece.kind == "same" for piece in pieces)


def test_words_are_still_found_where_a_text_is_very_long() -> None:
    sentences = [f"Im Jahr {1000 + n} lud die Stadt alle Bürger*innen ein. " for n in range(3000)]
    changed = [*sentences]
    changed[5] = sentences[5].replace("Stadt", "Region")
    changed[2900] = ""
    pieces = [
        piece for piece in word_differences("".join(sentences), "".join(changed)) if piece.kind != "same"
    ]
    assert pieces[:2] == [Piece("Stadt", "removed"), Piece("Region", "added")]
    assert [piece.kind for piece in pieces[2:]] == ["removed"]


def test_texts_without_end_take_no_time_without_end() -> None:
    begun = process_time()
    repeated, turned = "ja nein " * 20_000, "nein nein ja " * 15_000
    pieces = word_differences(repeated, turned)
    assert "".join(piece.text for piece in pieces if piece.kind != "removed") == turned
    assert process_time() - begun < 5
