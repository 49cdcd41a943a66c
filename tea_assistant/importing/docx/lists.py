"""The lists of a Word file: what is printed before an item or a heading, which the text does not hold."""

from collections import defaultdict
from xml.etree.ElementTree import Element

from msgspec import Struct

from tea_assistant.importing.docx.parts import W, value_of
from tea_assistant.importing.docx.styles import number_of

_LEVELS = 9
_LONGEST = 10_000
_ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


class _Level(Struct, frozen=True):
    form: str
    text: str
    start: int


class Lists:
    """All lists of a file, counting while its paragraphs are read in their order."""

    def __init__(self, part: Element | None) -> None:
        self._levels: dict[str, dict[int, _Level]] = {}
        self._kinds: dict[str, str] = {}
        self._counts: defaultdict[str, list[int]] = defaultdict(lambda: [0] * _LEVELS)
        if part is None:
            return
        for kind in part.findall(f"{W}abstractNum"):
            self._levels[kind.get(f"{W}abstractNumId") or ""] = {
                int(number_of(level.get(f"{W}ilvl") or "", 0)): _Level(
                    value_of(level, "numFmt"),
                    value_of(level, "lvlText"),
                    int(number_of(value_of(level, "start"), 1)),
                )
                for level in kind.findall(f"{W}lvl")
            }
        for found in part.findall(f"{W}num"):
            self._kinds[found.get(f"{W}numId") or ""] = value_of(found, "abstractNumId")

    def is_bullet(self, list_id: str, depth: int) -> bool:
        """Tell whether items at that depth have a mark and no number."""
        level = self._level(list_id, depth)
        return level is not None and level.form in ("bullet", "none", "")

    def next_number(self, list_id: str, depth: int) -> str:
        """Count an item and return what is printed before it; empty for a mark."""
        depth = min(max(depth, 0), _LEVELS - 1)
        level = self._level(list_id, depth)
        if level is None or level.form in ("bullet", "none"):
            return ""
        counts = self._counts[self._kinds[list_id]]
        counts[depth] = counts[depth] + 1 if counts[depth] else max(level.start, 0)
        counts[depth + 1 :] = [0] * (_LEVELS - depth - 1)
        text = level.text
        for at in range(depth + 1):
            other = self._level(list_id, at)
            text = text.replace(f"%{at + 1}", _printed(counts[at] or 1, other.form if other else "decimal"))
        return text.strip()

    def _level(self, list_id: str, depth: int) -> _Level | None:
        return self._levels.get(self._kinds.get(list_id, ""), {}).get(depth)


def _printed(number: int, form: str) -> str:
    if form.endswith("Letter"):
        letter = chr(ord("a") + (number - 1) % 26)
        return letter.upper() if form.startswith("upper") else letter
    if form.endswith("Roman"):
        text, rest = "", min(number, 50)
        for value, sign in _ROMAN:
            text += sign * (rest // value)
            rest %= value
        return text if form.startswith("upper") else text.lower()
    return str(min(number, _LONGEST))
