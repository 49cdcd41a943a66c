"""How well a colour stands out from white paper, as the WCAG measure it."""

import re

READABLE = 4.5
"""The least contrast for text (WCAG 2.2, 1.4.3)."""
_HEX = re.compile(r"#[0-9a-fA-F]{6}")
_WEIGHTS = (0.2126, 0.7152, 0.0722)


def is_colour(text: str) -> bool:
    """Tell whether a text names a colour: #12304a."""
    return _HEX.fullmatch(text) is not None


def contrast(colour: str) -> float:
    """Return the contrast of a colour to white: 1 for white itself, 21 for black."""
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    linear = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 1.05 / (sum(weight * part for weight, part in zip(_WEIGHTS, linear, strict=True)) + 0.05)


def readable(colour: str) -> str:
    """Return the colour, darkened as far as it takes to be read on white."""
    parts = [int(colour[at : at + 2], 16) for at in (1, 3, 5)]
    while contrast(colour) < READABLE:
        parts = [part * 19 // 20 for part in parts]
        colour = "#" + "".join(f"{part:02x}" for part in parts)
    return colour.lower()
