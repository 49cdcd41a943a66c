"""Text of others as Markdown shows it: as it is written, and nothing more."""

from tea_assistant.prose.escape import escape_line, guard_line_start
from tea_assistant.prose.printable import printable


def safe(text: str) -> str:
    """Return a text for the middle of a line."""
    return escape_line(printable(text))


def line(text: str) -> str:
    """Return a text that begins a line or an item of a list."""
    return guard_line_start(safe(text)) or "–"
