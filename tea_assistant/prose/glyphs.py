"""Which characters a page can show, and what stands there instead of others."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from tea_assistant.prose.glyph_ranges import RANGES

_SIMPLE = 0x0530
"""Below this stand the letters of Latin, Greek and Cyrillic, which need no care in setting."""
_SIGNS = range(0x2000, 0x2C00)
_MARKS = "\u0300-\u036f\u0483-\u0489\u20d0-\u20ff"
"""Accents that stand on the letter before them: some only on those of their own font."""
_INVISIBLE = "\u200d\ufe0e\ufe0f"
"""They join or choose what stands before them, and belong to it."""
_WESTERN = b"\n" + bytes(range(0x20, 0x7F)) + bytes(range(0x80, 0x100))
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


def is_shown(text: str) -> bool:
    """Tell quickly that a text has only characters that can be shown; of others it may be unsure."""
    try:
        # What office programs write in the west of Europe; the fonts have all of it but control characters.
        return not text.encode("cp1252").translate(None, _WESTERN)
    except UnicodeEncodeError:
        return False


def pieces(text: str, *, cautious: bool = False) -> Iterator[tuple[str, bool]]:
    """Yield a text in pieces, each with whether it can be shown.

    Cautiously, only characters count as shown that stand well in any company.
    """
    at = 0
    for missing in () if text.isascii() else _missing(cautious=cautious).finditer(text):
        if at < missing.start():
            yield text[at : missing.start()], True
        yield missing[0], False
        at = missing.end()
    if at < len(text):
        yield text[at:], True


def stand_in(missing: str) -> str:
    """Return what is printed for characters that can't be: „[Zeichen U+1F389]“."""
    visible = [character for character in missing if character not in _INVISIBLE]
    if len(visible) == 1:
        return f"[{_kind(visible[0])} U+{ord(visible[0]):04X}]"
    kinds = {_kind(character) for character in visible}
    if len(kinds) == 1:
        return f"[{len(visible)} {kinds.pop().replace('ches ', 'che ')}]"
    return f"[{len(visible)} Zeichen]"


def _kind(character: str) -> str:
    script = unicodedata.name(character, "").partition(" ")[0]
    return f"{_SCRIPTS[script]} Zeichen" if script in _SCRIPTS else "Zeichen"


@cache
def _missing(*, cautious: bool) -> re.Pattern[str]:
    """Return what finds characters that the fonts lack, with the invisible ones that belong to them."""
    known = [(first, last) for first, last in _ranges() if not cautious or first < _SIMPLE or first in _SIGNS]
    shown = "".join(f"{re.escape(chr(first))}-{re.escape(chr(last))}" for first, last in known)
    # A noncharacter is never shown, and lets the class be written where nothing else is hard.
    hard = f"{_MARKS}\ufdd0" if cautious else "\ufdd0"
    return re.compile(f"(?:[^\\n{shown}]|[{hard}])(?:[^\\n{shown}]|[{hard}{_INVISIBLE}])*")


def _ranges() -> Iterator[tuple[int, int]]:
    for text in RANGES.split():
        first, last = (int(number, 16) for number in text.split("-"))
        yield first, last
