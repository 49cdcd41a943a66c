"""Pieces of the page: all that came from a dossier is text."""

from html import escape

from tea_assistant.prose.printable import printable


def safe(text: str) -> str:
    """Return text for a page; behind a slash a line may break."""
    return escape(" ".join(printable(text).split())).replace("/", "/<wbr>")


def attribute(text: str) -> str:
    """Return text for the value of an attribute."""
    return escape(" ".join(printable(text).split()))


def paragraph(text: str, kind: str = "") -> str:
    """Return a paragraph of text; empty where there is none."""
    return f"<p{f' class={chr(34)}{kind}{chr(34)}' if kind else ''}>{safe(text)}</p>\n" if text else ""


def section(name: str, title: str, content: str, *, count: int | None = None, level: int = 2) -> str:
    """Return a section under a heading."""
    number = "" if count is None else f' <span class="count">{count}</span>'
    return (
        f'<section id="{name}" aria-labelledby="{name}.title">\n'
        f'<h{level} id="{name}.title">{safe(title)}{number}</h{level}>\n{content}</section>\n'
    )


def scrolling(name: str, caption: str, table: str) -> str:
    """Return a table that only scrolls within itself."""
    return (
        f'<div class="scroll" role="group" aria-labelledby="{name}" tabindex="0">\n<table>\n'
        f'<caption id="{name}">{safe(caption)}</caption>\n{table}</table>\n</div>\n'
    )


def bar(share: float) -> str:
    """Draw a share; what it is stands beside it as a number."""
    width = int(share * 100 + 1e-9)
    return (
        '<svg class="bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">'
        f'<rect class="rail" width="100" height="8"/><rect class="done" width="{width}" height="8"/></svg>'
    )
