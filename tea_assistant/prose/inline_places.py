"""Finds where the text of an inline token stands in the prose that it was parsed from."""

from bisect import bisect
from itertools import accumulate

from markdown_it.token import Token


def prose_lines(text: str) -> list[str]:
    """Return the lines of a prose as the parser takes them, or its offsets would not fit."""
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "\ufffd").split("\n")


class InlinePlaces:
    """The places of one inline token's text."""

    def __init__(self, token: Token, lines: list[str]) -> None:
        self._token = token
        self._lines = lines
        self._first = token.map[0] if token.map else 0
        self._content = token.content.split("\n")
        self._starts = list(accumulate((len(line) + 1 for line in self._content), initial=0))
        self._indents: dict[int, int] = {}
        if "column" not in token.meta:
            # Lines of odd spaces at the start of a paragraph are not in its text.
            while self._content[0].lstrip() not in lines[self._first] and self._first < len(lines) - 1:
                self._first += 1

    def of(self, at: int) -> tuple[int, int]:
        """Return the line and the column of an offset in the token's text, both counted from 0."""
        if "column" in self._token.meta:
            return self._first, self._column_in_cell(at)
        line = bisect(self._starts, at) - 1
        if line not in self._indents:
            self._indents[line] = self._indent(line)
        return self._first + line, at - self._starts[line] + self._indents[line]

    def _indent(self, line: int) -> int:
        """Return how much further right a line of text stands in the prose.

        What stands before it is indentation and marks of quotes, lists and headings: none of it can look like
        a text, so the first match is the right one.
        """
        content = self._content[line]
        words = content.lstrip()
        written = self._lines[min(self._first + line, len(self._lines) - 1)]
        return max(written.find(words) - (len(content) - len(words)), 0)

    def _column_in_cell(self, at: int) -> int:
        column: int = self._token.meta["column"]
        bars: tuple[int, ...] = self._token.meta["escaped_bars"]
        return column + at + sum(bar < at for bar in bars)
