"""Shows the text of a file in the words of its users: the keys are English, the screens are not."""

from collections.abc import Callable

from tea_assistant.model.labels import Labels
from tea_assistant.model.layout import role_of

_BLOCKS = frozenset(("|", "|-", "|+", ">", ">-", ">+"))
"""How a text of several lines begins in a file; it says nothing to a reader."""


def in_german(text: str, file: str, labels: Labels) -> str:
    """Return the text of a file, or of an example of one, with German names for its keys and values."""
    translate = _translator(file, labels)
    return "\n".join(translate(line) for line in text.splitlines())


def _translator(file: str, labels: Labels) -> Callable[[str], str]:
    role = role_of(file)
    kind = role.kind.value if role else ""
    keys: dict[str, str] = {}
    values: dict[tuple[str, str], str] = {}
    for path, title in labels.keys.items():
        if path[0] == kind and len(path) > 1:
            keys.setdefault(path[-1], title)
    for path, title in labels.values.items():
        if path[0] == kind:
            values.setdefault((path[-2], path[-1]), title)

    def translated(text: str) -> str:
        body = text.lstrip(" -{[")
        key, colon, rest = body.partition(":")
        if not colon or key not in keys:
            return text
        value = rest.strip()
        if value.startswith(("{", "[")):
            value = ", ".join(translated(piece) for piece in value.split(", "))
        shown = "" if value in _BLOCKS else values.get((key, value), value)
        return f"{text[: len(text) - len(body)]}{keys[key]}: {shown}".rstrip()

    def line(text: str) -> str:
        pieces = text.split(", ") if text.lstrip(" -").startswith("{") else [text]
        return ", ".join(translated(piece) for piece in pieces)

    return line
