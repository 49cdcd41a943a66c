"""Ids: short names from titles, never changed and never repeated."""

import unicodedata
from collections.abc import Container

LONGEST = 64
# What Unicode does not take apart; the rest loses its marks by itself.
SPELLED = str.maketrans(
    {
        "ä": "ae",
        "ö": "oe",
        "ü": "ue",
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "ø": "oe",
        "ł": "l",
        "ı": "i",
        "đ": "d",
    }
)
"""How people write out what their keyboard, or a file name, does not have."""
# Windows takes these for devices, whatever follows the dot.
RESERVED = frozenset(
    ["con", "prn", "aux", "nul", *(f"com{n}" for n in range(10)), *(f"lpt{n}" for n in range(10))]
)
"""Names that no file can have everywhere."""


def slug(title: str, *, taken: Container[str], longest: int = LONGEST - 4) -> str:
    """Make an id from a title that is not taken: „Väter*abende“ becomes vaeter-abende.

    What is too long ends behind a whole word; `longest` leaves room for the number of a second one.
    """
    spelled = unicodedata.normalize("NFC", title).lower().translate(SPELLED)
    ascii_only = unicodedata.normalize("NFKD", spelled).encode("ascii", "ignore").decode()
    letters = "".join(c if c.isalnum() else " " for c in ascii_only.lower())
    base = _of_whole_words("-".join(letters.split()), longest) or "ohne-titel"
    if base in RESERVED:
        base = f"{base}-1"
    number, name = 1, base
    while name in taken:
        number += 1
        name = f"{base}-{number}"
    return name


def _of_whole_words(name: str, longest: int) -> str:
    if len(name) <= longest:
        return name
    # One more character tells whether the last word ends here; a single long word has to be cut.
    return name[: longest + 1].rpartition("-")[0] or name[:longest]
