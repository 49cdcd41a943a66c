"""Makes text from users and files safe to show: no markup, no control characters."""

from textual.content import Content

from tea_assistant.prose.printable import printable


def clean(text: str, *, lines: bool = False) -> str:
    """Return text without control characters and what turns it round; line breaks only where asked for."""
    return printable(text, lines=lines)


def plain(text: str, style: str = "", *, lines: bool = False) -> Content:
    """Return text as content in which nothing is markup."""
    return Content.styled(clean(text, lines=lines), style) if style else Content(clean(text, lines=lines))
