"""Where links lead: the anchors that readers make of headings.

Plain CommonMark knows no anchors, and HTML in the text would show up in Word. So links go to the anchor that
GitHub, GitLab, VS Code, Textual and `pandoc -f gfm` derive from a heading: lower case, without punctuation,
hyphens for spaces, numbered where headings repeat.
"""

import unicodedata
from collections import Counter
from functools import cache

_KEPT = frozenset({"L", "M"})
_KEPT_TOO = frozenset({"Nd", "Pc"})


def anchor(heading: str) -> str:
    """Return the anchor of a heading that stands alone."""
    return "".join("-" if c == " " else c for c in heading.strip().lower() if c in " -" or _is_word(c))


class Anchors:
    """Gives out the anchors of headings in the order of the document."""

    def __init__(self) -> None:
        self._seen: Counter[str] = Counter()

    def next(self, heading: str) -> str:
        """Return the anchor of the next heading."""
        base = anchor(heading)
        self._seen[base] += 1
        repeated = self._seen[base] - 1
        return f"{base}-{repeated}" if repeated else base


@cache
def _is_word(character: str) -> bool:
    category = unicodedata.category(character)
    return category[0] in _KEPT or category in _KEPT_TOO
