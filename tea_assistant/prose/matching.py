"""Finding titles by a few letters, however the umlauts are typed, best first."""

import unicodedata
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import TypeVar

from tea_assistant.model.ids import SPELLED
from tea_assistant.prose.folding import fold

T = TypeVar("T")
_WORDS = 100
"""What a title scores at least that holds all words of the query."""
_LETTERS = 10
"""What a title scores that holds the letters of the query in order."""
_FEWEST = 3
"""Two letters stand somewhere in order in nearly every title."""


@lru_cache(maxsize=20_000)
def _folded(text: str) -> tuple[str, str]:
    """Fold a text twice: with umlauts spelled out (vaeter), and without their dots (vater)."""
    small = unicodedata.normalize("NFC", text).lower()
    return fold(small.translate(SPELLED)), fold(small)


def matching(query: str, things: Iterable[T], title: Callable[[T], str]) -> list[T]:
    """Return the things whose title answers a query, best first; in their own order without a query."""
    if not query.strip():
        return list(things)
    scored = [(_score(query, title(thing)), thing) for thing in things]
    best = max((points for points, _ in scored), default=0)
    # Letters in order are a last resort: beside whole words they are noise.
    enough = _WORDS if best >= _WORDS else _LETTERS
    found = [entry for entry in scored if entry[0] >= enough]
    return [thing for _, thing in sorted(found, key=lambda entry: -entry[0])]


def _score(query: str, title: str) -> int:
    asked = [folded.split() for folded in dict.fromkeys(_folded(query))]
    return max(_points(words, folded) for words in asked for folded in dict.fromkeys(_folded(title)))


def _points(words: list[str], title: str) -> int:
    if all(word in title for word in words):
        begun = sum(title.startswith(word) or f" {word}" in title for word in words)
        return _WORDS + 10 * begun + title.startswith(words[0])
    return _LETTERS if _in_order("".join(words), title) else 0


def _in_order(letters: str, title: str) -> bool:
    """Tell whether letters stand in order, and not so far apart that nobody would see them."""
    if len(letters) < _FEWEST:
        return False
    start = title.find(letters[0])
    while start >= 0:
        rest = iter(title[start : start + 2 * len(letters) + 2])
        if all(letter in rest for letter in letters):
            return True
        start = title.find(letters[0], start + 1)
    return False
