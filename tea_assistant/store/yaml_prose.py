"""Where the text of a block scalar (`|`, `>`) stands in the file."""

from typing import Any

from tea_assistant.model.source import Position


def prose_position(text: str, event: Any) -> Position:
    """Return the place of a block scalar and of the first character of its text."""
    line, column = event.start_mark.line + 1, event.start_mark.column + 1
    value: str = event.value
    blank = len(value) - len(value.lstrip("\n"))
    start = text.find("\n", event.start_mark.index) + 1
    if blank == len(value) or not start:
        return Position(line, column, line, column, literal=False)
    first = start
    for _ in range(blank):
        first = text.find("\n", first) + 1
    end = text.find("\n", first)
    shown = text[first : end if end >= 0 else len(text)].removesuffix("\r")
    if event.style == ">":
        indent = len(shown) - len(shown.lstrip(" "))
        return Position(line, column, line + 1 + blank, indent + 1, literal=False)
    # What the value has less than its line is the indentation, whether told by an indicator or not.
    indent = len(shown) - len(value[blank:].partition("\n")[0])
    return Position(line, column, line + 1, indent + 1, literal=True)
