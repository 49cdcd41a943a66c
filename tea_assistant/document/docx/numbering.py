"""The lists of the Word file: real ones, that go on by themselves when somebody adds an item."""

from collections.abc import Iterator

from tea_assistant.document.docx.styles import STEP
from tea_assistant.document.docx.xml import Markup, w, word_part

LEVELS = 9
"""As many levels has a list in Word."""
_BULLETS, _NUMBERS = 1, 2
_SIGNS = "•–▪"
_HIGHEST = 32767
"""Word counts no further."""


class Numbering:
    """All lists of a document; each numbered one counts for itself."""

    def __init__(self) -> None:
        self._starts: list[tuple[int, int]] = []

    def bullets(self) -> int:
        """Return the id of the list of all that is not numbered."""
        return _BULLETS

    def numbered(self, level: int, start: int) -> int:
        """Begin a numbered list; return its id."""
        self._starts.append((level, min(start, _HIGHEST)))
        return _BULLETS + len(self._starts)

    def part(self) -> bytes:
        """Return the file of lists."""
        return word_part(
            "numbering",
            _kind(_BULLETS, [(_SIGNS[level % len(_SIGNS)], "bullet") for level in range(LEVELS)]),
            _kind(_NUMBERS, [(f"%{level + 1}.", "decimal") for level in range(LEVELS)]),
            w("num", w("abstractNumId", val=_BULLETS), numId=_BULLETS),
            *self._numbered(),
        )

    def _numbered(self) -> Iterator[Markup]:
        for at, (level, start) in enumerate(self._starts, start=_BULLETS + 1):
            begin = w("lvlOverride", w("startOverride", val=start), ilvl=level)
            yield w("num", w("abstractNumId", val=_NUMBERS), begin, numId=at)


def _kind(key: int, levels: list[tuple[str, str]]) -> Markup:
    return w(
        "abstractNum",
        w("multiLevelType", val="multilevel"),
        *(
            w(
                "lvl",
                w("start", val=1),
                w("numFmt", val=kind),
                w("lvlText", val=sign),
                w("lvlJc", val="left"),
                w("pPr", w("ind", left=STEP * (level + 1), hanging=STEP)),
                ilvl=level,
            )
            for level, (sign, kind) in enumerate(levels)
        ),
        abstractNumId=key,
    )
