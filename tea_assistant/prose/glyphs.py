"""Which characters a page can show, and what stands there instead of others."""

import unicodedata
from bisect import bisect
from collections.abc import Iterator
from functools import cache
from itertools import groupby

from tea_assistant.prose.glyph_ranges import RANGES

_SIMPLE = 0x0530
"""Below this stand the letters of Latin, Greek and Cyrillic, which need no care in setting."""
_SIGNS = range(0x2000, 0x2C00)
_INVISIBLE = frozenset("\u200d\ufe0e\ufe0f")
"""They join or choose what stands before them, and belong to it."""
_SCRIPTS = {
    "ARABIC": "arabisches",
    "HEBREW": "hebräisches",
    "CJK": "chinesisches",
    "HIRAGANA": "japanisches",
    "KATAKANA": "japanisches",
    "HANGUL": "koreanisches",
    "DEVANAGARI": "indisches",
    "THAI": "thailändisches",
    "GEORGIAN": "georgisches",
    "ARMENIAN": "armenisches",
    "ETHIOPIC": "äthiopisches",
}


def is_shown(character: str, *, cautious: bool = False) -> bool:
    """Tell whether a page can show a character; cautiously, only those that stand well in any company."""
    code = ord(character)
    if character == "\n":
        return True
    if cautious:
        simple = code < _SIMPLE or code in _SIGNS
        return simple and not unicodedata.combining(character) and _is_known(code)
    return _is_known(code)


def pieces(text: str, *, cautious: bool = False) -> Iterator[tuple[str, bool]]:
    """Yield a text in pieces, each with whether it can be shown."""
    if text.isascii():
        yield text, True
        return
    for shown, run in groupby(_placed(text, cautious=cautious), key=lambda pair: pair[1]):
        yield "".join(character for character, _ in run), shown


def stand_in(missing: str) -> str:
    """Return what is printed for characters that can't be: „[Zeichen U+1F389]“."""
    visible = [character for character in missing if character not in _INVISIBLE]
    if len(visible) == 1:
        return f"[{_kind(visible[0])} U+{ord(visible[0]):04X}]"
    kinds = {_kind(character) for character in visible}
    if len(kinds) == 1:
        return f"[{len(visible)} {kinds.pop().replace('ches ', 'che ')}]"
    return f"[{len(visible)} Zeichen]"


def _placed(text: str, *, cautious: bool) -> Iterator[tuple[str, bool]]:
    shown = True
    for character in text:
        if character not in _INVISIBLE:
            shown = is_shown(character, cautious=cautious)
        yield character, shown


def _kind(character: str) -> str:
    script = unicodedata.name(character, "").partition(" ")[0]
    return f"{_SCRIPTS[script]} Zeichen" if script in _SCRIPTS else "Zeichen"


def _is_known(code: int) -> bool:
    first, last = _ranges()
    at = bisect(first, code) - 1
    return at >= 0 and code <= last[at]


@cache
def _ranges() -> tuple[list[int], list[int]]:
    pairs = [text.split("-") for text in RANGES.split()]
    return [int(first, 16) for first, _ in pairs], [int(last, 16) for _, last in pairs]
