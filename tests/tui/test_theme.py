"""The colours: every text can be read on every ground, in both themes."""

import pytest
from textual.color import Color
from textual.theme import Theme

from tea_assistant.tui.theme import CONTRAST, DARK, LIGHT, THEMES, TITLES, following

TEXTS = (
    "foreground",
    "text-muted",
    "text-primary",
    "text-success",
    "text-warning",
    "text-error",
    "primary",
    "accent",
    "footer-key-foreground",
)
GROUNDS = ("background", "surface", "panel", "block-cursor-background", "block-cursor-blurred-background")
READABLE = 4.5
"""The contrast that WCAG asks of small text."""
BEST = 7.0
"""What its level AAA asks."""


def contrast(one: str, other_one: str) -> float:
    """Return the contrast ratio of WCAG 2."""
    dark, light = sorted(luminance(Color.parse(colour)) for colour in (one, other_one))
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: Color) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour.normalized
    )
    return float(0.2126 * red + 0.7152 * green + 0.0722 * blue)


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("text", TEXTS)
def test_text_can_be_read(theme: Theme, ground: str, text: str) -> None:
    colours = theme.to_color_system().generate()
    asked = BEST if theme is CONTRAST else READABLE
    assert contrast(colours[text], colours[ground]) >= asked


def test_the_text_under_the_cursor_can_be_read() -> None:
    for theme in THEMES:
        colours = theme.variables
        ratio = contrast(colours["block-cursor-foreground"], colours["block-cursor-background"])
        assert ratio >= (BEST if theme is CONTRAST else READABLE)


def test_the_themes_follow_one_another() -> None:
    assert DARK.dark
    assert not LIGHT.dark
    assert [following(theme.name) for theme in THEMES] == [LIGHT.name, CONTRAST.name, DARK.name]
    assert following("unbekannt") == DARK.name
    assert set(TITLES) == {theme.name for theme in THEMES}
