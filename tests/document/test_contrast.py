"""Colours that can be read, on light ground and on dark."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tea_assistant.document.contrast import READABLE, WHITE, contrast, is_colour, readable

COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


def test_contrast_is_that_of_the_wcag() -> None:
    assert contrast("#000000") == pytest.approx(21)
    assert contrast("#767676") == pytest.approx(4.54, abs=0.01)
    assert contrast("#767676", "#767676") == 1
    assert contrast(WHITE, "#000000") == contrast("#000000", WHITE)


@given(COLOURS, COLOURS)
def test_every_colour_can_be_made_readable_on_every_ground(colour: str, ground: str) -> None:
    found = readable(colour, ground)
    assert is_colour(found)
    assert contrast(found, ground) >= READABLE
    assert found == colour or contrast(colour, ground) < READABLE


def test_only_hexadecimal_names_are_colours() -> None:
    assert is_colour("#12304a")
    assert not any(map(is_colour, ("", "red", "#123", "#12304a;", "#12304g", "12304a0")))
