"""Lines, comments and blank space of a YAML text, by offset."""

import re
from typing import Final

from tea_assistant.patterns import regex

# NEL, LS and PS end lines in YAML too, though not in editors.
_BREAK: Final = regex("\r\n|[\n\r\x85\u2028\u2029]")
_BREAKS: Final = "\n\r\x85\u2028\u2029"
_NOT_BLANK: Final = regex("[^ \t\ufeff\n\r\x85\u2028\u2029]")
_NO_SPACES: Final = str.maketrans("", "", " \t")
_NOT_SPACE: Final = regex("[^ \t]")


def newline_of(text: str) -> str:
    """Return how a text ends its lines; the first line counts."""
    first = re.search("\r\n|\r|\n", text)
    return first[0] if first else "\n"


class Layout:
    """Answers where lines begin and end and where content follows."""

    def __init__(self, text: str, newline: str = "") -> None:
        self.text = text
        self.newline = newline or newline_of(text)
        """How new lines are to end."""

    def line_end(self, offset: int) -> int:
        """Return where the line of an offset ends, before its line break."""
        found = _BREAK.search(self.text, offset)
        return found.start() if found else len(self.text)

    def next_line(self, offset: int) -> int:
        """Return where the next line begins, or the end of the text."""
        found = _BREAK.search(self.text, offset)
        return found.end() if found else len(self.text)

    def line_start(self, offset: int) -> int:
        """Return where the line of an offset begins."""
        return max(self.text.rfind(mark, 0, offset) for mark in _BREAKS) + 1

    def previous_line_end(self, offset: int) -> int:
        """Return where the line above ends, before its line break; 0 where there is none."""
        start = self.line_start(offset)
        if start and self.text.startswith("\r\n", start - 2):
            return start - 2
        return max(start - 1, 0)

    def column(self, offset: int) -> int:
        """Return the column of an offset, from 0."""
        return offset - self.line_start(offset)

    def begins_line(self, offset: int) -> bool:
        """Tell whether nothing but blank space stands before an offset on its line."""
        return not self.text[self.line_start(offset) : offset].strip(" \t\ufeff")

    def ends_line(self, offset: int) -> bool:
        """Tell whether nothing but blank space or a comment stands after an offset on its line."""
        found = _NOT_SPACE.search(self.text, offset)
        return not found or found[0] in f"#{_BREAKS}"

    def has_comment(self, offset: int) -> bool:
        """Tell whether a comment is the next thing on the line of an offset."""
        found = _NOT_SPACE.search(self.text, offset)
        return found is not None and found[0] == "#"

    def next_content(self, offset: int) -> int:
        """Return where the next thing stands that is neither blank nor a comment, or the end of the text."""
        while True:
            found = _NOT_BLANK.search(self.text, offset)
            if not found:
                return len(self.text)
            if found[0] != "#":
                return found.start()
            offset = self.line_end(found.start())

    def next_mark(self, offset: int) -> int:
        """Return where the next thing stands that is not blank, comments included, or the end of the text."""
        found = _NOT_BLANK.search(self.text, offset)
        return found.start() if found else len(self.text)

    def comment_column(self, offset: int) -> int:
        """Return the column of the comment that is the next thing behind an offset, -1 where it is none."""
        mark = self.next_mark(offset)
        return self.column(mark) if self.text.startswith("#", mark) else -1

    def comments_above(self, offset: int, floor: int) -> int:
        """Return where the comments begin that stand directly above an offset and in its column."""
        column = self.column(offset)
        start = self.line_start(offset)
        while start > floor:
            above = self.line_start(self.previous_line_end(start))
            if above < floor or self.text[above : above + column + 1] != f"{' ' * column}#":
                break
            start = above
        return start

    def blank_lines(self, end: int, *, keep: bool) -> tuple[int, str]:
        """Make blank lines harmless that come to stand below a block scalar.

        Returns where they end, and what to put in their place: a text that keeps its blank lines would
        take them for its own, and any other the spaces in them.
        """
        mark = self.next_mark(end)
        # The last line break stays: it ends the line.
        below = mark if self.line_start(mark) < mark == len(self.text) else self.previous_line_end(mark)
        blank = self.text[end : max(below, end)]
        if keep:
            return max(below, end), ""
        return (below, without_spaces(blank)) if blank != without_spaces(blank) else (end, "")


def without_spaces(blank: str) -> str:
    """Return blank lines without what is in them."""
    return blank.translate(_NO_SPACES)
