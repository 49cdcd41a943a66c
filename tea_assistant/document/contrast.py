"""How well a colour stands out from its ground, as the WCAG measure it."""

from tea_assistant.patterns import regex

READABLE = 4.5
"""The least contrast for text (WCAG 2.2, 1.4.3)."""
WHITE = "#ffffff"
_HEX = regex(r"#[0-9a-fA-F]{6}")
_WEIGHTS = (0.2126, 0.7152, 0.0722)


def is_colour(text: str) -> bool:
    """Tell whether a text names a colour: #12304a."""
    return _HEX.fullmatch(text) is not None


def contrast(colour: str, ground: str = WHITE) -> float:
    """Return the contrast of two colours: 1 for the same, 21 for black on white."""
    darker, lighter = sorted((_luminance(colour), _luminance(ground)))
    return (lighter + 0.05) / (darker + 0.05)


def readable(colour: str, ground: str = WHITE, least: float = READABLE) -> str:
    """Return the colour, darkened or lightened as far as it takes to be read on that ground."""
    parts, target = _parts(colour), 0 if contrast("#000000", ground) > contrast(WHITE, ground) else 255
    while contrast(colour, ground) < least and parts != [target] * 3:
        # A twentieth of the way, and at least one step, so that it comes to an end.
        parts = [
            part + (target - part) // 20 if target == 0 else part - (part - target) // 20 for part in parts
        ]
        colour = "#" + "".join(f"{part:02x}" for part in parts)
    return colour.lower()


def _parts(colour: str) -> list[int]:
    return [int(colour[at : at + 2], 16) for at in (1, 3, 5)]


def _luminance(colour: str) -> float:
    parts = (part / 255 for part in _parts(colour))
    linear = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return sum(weight * part for weight, part in zip(_WEIGHTS, linear, strict=True))
