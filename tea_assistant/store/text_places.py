"""Lines and columns of offsets in a text, as editors count them."""

from bisect import bisect_right
from typing import Final

from tea_assistant.model.source import Place
from tea_assistant.patterns import regex

_LINE_END: Final = regex(r"\r\n|\r|\n")


class Places:
    """The places of one text's offsets; the lines are found once."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(match.end() for match in _LINE_END.finditer(text))]

    def at(self, offset: int) -> Place:
        """Return line and column of an offset, both from 1."""
        line = bisect_right(self._starts, offset)
        return Place(line, offset - self._starts[line - 1] + 1)


def place_at(text: str, offset: int) -> Place:
    """Return line and column of one offset, both from 1."""
    return Places(text[:offset]).at(offset)


def line_around(text: str, offset: int) -> str:
    """Return the line, without its end, that an offset stands in."""
    start = max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset)) + 1
    end = _LINE_END.search(text, offset)
    return text[start : end.start() if end else len(text)]


def breaks_lines_oddly(text: str) -> bool:
    """Tell whether YAML ends lines in this text where editors, or the search for newlines, do not."""
    return (
        "\x85" in text
        or "\u2028" in text
        or "\u2029" in text
        or ("\r" in text and text.count("\r") != text.count("\r\n"))
    )
