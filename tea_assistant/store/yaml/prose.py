"""Where the text of a block scalar (`|`, `>`) stands in the file."""

from tea_assistant.model.source import Position


def prose_position(text: str, offset: int, place: tuple[int, int], value: str, style: str) -> Position:
    """Return the place of a block scalar and of the first character of its text."""
    line, column = place
    blank = len(value) - len(value.lstrip("\n"))
    start = text.find("\n", offset) + 1
    if blank == len(value) or not start:
        return Position(line, column, line, column, literal=False)
    first = start
    for _ in range(blank):
        first = text.find("\n", first) + 1
    end = text.find("\n", first)
    shown = text[first : end if end >= 0 else len(text)].removesuffix("\r")
    if style == ">":
        indent = len(shown) - len(shown.lstrip(" "))
        return Position(line, column, line + 1 + blank, indent + 1, literal=False)
    # What the value has less than its line is the indentation, whether told by an indicator or not.
    indent = len(shown) - len(value[blank:].partition("\n")[0])
    return Position(line, column, line + 1, indent + 1, literal=True)
