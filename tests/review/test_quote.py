"""A quoted sentence is found again where it moved or was reworded, and not where it is gone."""

import pytest

from tea_assistant.review.piece import Piece, PieceKind
from tea_assistant.review.quote import place_of_quote

TEXT = """Zuerst das.

Seit 2017 gibt es
das Mentoring für Mitarbeiter*innen und Bürger*innen [/x]. Zuletzt „das“."""
PIECES = [
    Piece("figure/a", "", "Seit 2017 gibt es das Mentoring", PieceKind.FIGURE),
    Piece("statement", "", TEXT),
]


@pytest.mark.parametrize(
    ("quote", "found", "same"),
    [
        ("Seit 2017 gibt es das Mentoring", "Seit 2017 gibt es\ndas Mentoring", True),
        ("Mitarbeiter*innen und Bürger*innen [/x].", "Mitarbeiter*innen und Bürger*innen [/x].", True),
        (
            "Seit 2016 gibt es das Mentoring für Mitarbeiter*innen und Bürger*innen [/x].",
            "Seit 2017 gibt es\ndas Mentoring für Mitarbeiter*innen und Bürger*innen [/x].",
            False,
        ),
    ],
)
def test_a_sentence_is_found(quote: str, found: str, same: bool) -> None:
    place = place_of_quote(PIECES, quote)
    assert place is not None
    assert (place.piece, TEXT[place.begin : place.end], place.same) == ("statement", found, same)


@pytest.mark.parametrize(
    "quote", ["", "  ", "Ganz etwas anderes steht hier nicht.", "Zuerst jenes und dieses."]
)
def test_what_is_gone_is_not_found(quote: str) -> None:
    assert place_of_quote(PIECES, quote) is None
