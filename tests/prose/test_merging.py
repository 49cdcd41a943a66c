"""Merging two versions of a text that were written from one."""

from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tea_assistant.prose.merging import joined_texts, merge_texts

BASE = "Erster Satz. Zweiter Satz mit 12 Bürger*innen. Dritter.\n\nNeuer Absatz [/x].\n"
WORDS = st.lists(st.sampled_from(["eins", "zwei.", "drei", "„vier“.", " ", "\n", "\n\n", "- "]), max_size=12)
TEXTS = WORDS.map("".join)


@pytest.mark.parametrize(
    "mine, theirs, merged",
    [
        (
            ("Erster", "Unser erster"),
            ("Dritter.", "Dritter Satz."),
            [("Erster", "Unser erster"), ("Dritter.", "Dritter Satz.")],
        ),
        (
            ("12", "14"),
            ("Zweiter Satz", "Der zweite Satz"),
            [("12", "14"), ("Zweiter Satz", "Der zweite Satz")],
        ),
        (
            ("[/x].\n", "[/x].\n\nNoch einer.\n"),
            ("Erster Satz. ", ""),
            [("[/x].\n", "[/x].\n\nNoch einer.\n"), ("Erster Satz. ", "")],
        ),
        (
            ("Dritter.\n\n", "Dritter.\n\nMitte.\n\n"),
            ("Neuer", "Der neue"),
            [("Dritter.\n\n", "Dritter.\n\nMitte.\n\n"), ("Neuer", "Der neue")],
        ),
    ],
)
def test_changes_at_different_places_are_both_made(
    mine: tuple[str, str], theirs: tuple[str, str], merged: list[tuple[str, str]]
) -> None:
    expected = BASE
    for before, after in merged:
        expected = expected.replace(before, after)
    found = merge_texts(BASE, BASE.replace(*mine), BASE.replace(*theirs))
    assert found.clean
    assert found.text == expected
    assert merge_texts(BASE, BASE.replace(*theirs), BASE.replace(*mine)).text == expected


@pytest.mark.parametrize(
    "mine, theirs, proposal",
    [
        (
            ("12", "14"),
            ("12", "15"),
            (
                "Zweiter Satz mit 12 Bürger*innen.",
                "Zweiter Satz mit 14 Bürger*innen. Zweiter Satz mit 15 Bürger*innen.",
            ),
        ),
        (
            ("Dritter.", "Dritter. Mehr."),
            ("Dritter.", "Dritter. Anderes."),
            ("Dritter.", "Dritter. Mehr. Anderes."),
        ),
        (
            ("[/x].\n", "[/x].\n\nMeiner.\n"),
            ("[/x].\n", "[/x].\n\nIhrer.\n"),
            ("[/x].\n", "[/x].\n\nMeiner.\n\nIhrer.\n"),
        ),
        ((" Dritter.", ""), ("Dritter.", "Dritte!"), (" Dritter.", "\n\nDritte!")),
        ((BASE, "- a\n- b\n"), (BASE, "- a\n- c\n"), (BASE, "- a\n- b\n- c\n")),
    ],
)
def test_two_changes_at_one_place_give_a_proposal(
    mine: tuple[str, str], theirs: tuple[str, str], proposal: tuple[str, str]
) -> None:
    found = merge_texts(BASE, BASE.replace(*mine), BASE.replace(*theirs))
    assert not found.clean
    assert found.text == BASE.replace(*proposal)


def test_what_two_texts_without_a_known_origin_share_stands_once() -> None:
    assert joined_texts("Eins. Zwei. Drei.", "Eins. Zwo. Drei. Vier.") == "Eins. Zwei. Zwo. Drei. Vier."
    assert joined_texts("- a\n- b\n", "- a\n- c\n") == "- a\n- b\n- c\n"


@settings(max_examples=50)
@given(TEXTS, TEXTS, TEXTS)
def test_no_new_word_is_lost(base: str, mine: str, theirs: str) -> None:
    found = merge_texts(base, mine, theirs)
    new = {word for side in (mine, theirs) for word in side.split()} - set(base.split())
    assert new <= set(found.text.split())
    assert found.clean == merge_texts(base, theirs, mine).clean
    assert merge_texts(base, mine, base).text == mine
    assert merge_texts(base, base, theirs).text == theirs


def test_texts_without_end_take_no_time_without_end() -> None:
    begun = process_time()
    merge_texts("ja " * 30_000, "nein " + "ja " * 30_000, " " * 60_000 + "ja " * 20_000)
    assert process_time() - begun < 5
