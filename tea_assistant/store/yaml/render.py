"""Plain values as new YAML text in the style of the house."""

import re
from typing import Any, Final

from msgspec import Struct

from tea_assistant.patterns import regex
from tea_assistant.store.yaml.scalars import is_safe_unquoted

_SHORT: Final = 80
"""Characters up to which a list of scalars goes on one line."""


class Style(Struct, frozen=True):
    """How far things stand to the right of what holds them."""

    step: int = 2
    """A mapping's keys, and the lines of a text."""
    list_step: int = 2
    """The dashes under a key; 0 where a file does not indent its lists."""
    dash: int = 2
    """What follows a dash, seen from the dash."""
    prose: bool = True
    """Texts of several lines as `|` blocks; else in quotation marks."""


class Block(Struct, frozen=True):
    """Lines of new text; the first goes behind a key or a dash, the rest below it."""

    first: str
    rest: tuple[str, ...] = ()
    """Indented as seen from the column of the entry that holds the value."""
    header: str = ""
    """Of the block scalar that ends the text, if one does: `|`, `|-` or `|+`."""
    depth: int = 0
    """How far the lines of that block scalar are indented, seen as `rest` is."""

    def under(self, first: str) -> "Block":
        """Put another first line in front of the same lines below."""
        return Block(first, self.rest, self.header, self.depth)

    def shifted(self, step: int) -> "Block":
        """Indent the lines below further; empty ones stay empty."""
        rest = tuple(f"{' ' * step}{line}" if line else "" for line in self.rest)
        return Block(self.first, rest, self.header, self.depth + step)

    def below(self, step: int) -> "Block":
        """Let the first line go below as well."""
        return Block("", (self.first, *self.rest), self.header, self.depth).shifted(step)


def render(value: Any, style: Style) -> Block:
    """Write what stands behind a key: on its line, or on the lines below."""
    if isinstance(value, dict) and value:
        return entries(value, style).below(style.step)
    if isinstance(value, list) and value:
        return entries(value, style).below(style.list_step)
    if isinstance(value, str) and style.prose and needs_lines(value):
        return literal(value, style.step)
    return Block("" if value is None else inline(value))


def entries(value: dict[str, Any] | list[Any], style: Style) -> Block:
    """Write the entries of a mapping or list that is not empty, the first one as `first`."""
    blocks = [
        entry(key, item, style)
        for key, item in (value.items() if isinstance(value, dict) else ((None, item) for item in value))
    ]
    lines = [line for block in blocks for line in (block.first, *block.rest)]
    return Block(lines[0], tuple(lines[1:]), blocks[-1].header, blocks[-1].depth)


def entry(key: str | None, value: Any, style: Style) -> Block:
    """Write one key with its value, or one item of a list."""
    if key is not None:
        block = render(value, style)
        colon = f"{write_key(key)}:"
        return block.under(f"{colon} {block.first}" if block.first else colon)
    block = _item(value, style)
    return block.under(f"-{' ' * (style.dash - 1)}{block.first}")


def _item(value: Any, style: Style) -> Block:
    if isinstance(value, dict | list) and value:
        return entries(value, style).shifted(style.dash)
    if isinstance(value, str) and style.prose and needs_lines(value):
        return literal(value, style.dash)
    return Block(inline(value))


def write_key(key: str) -> str:
    """Write a key, in quotation marks where it would not be read as text, or looks like a year or date."""
    is_plain = is_safe_unquoted(key, flow=True) and not key[0].isdigit()
    return key if is_plain else _double_quoted(key)


def inline(value: Any, *, flow: bool = False, quote: str = "") -> str:
    """Write a value on one line; `quote` is what the text before it was quoted with."""
    if isinstance(value, dict):
        pairs = (f"{write_key(key)}: {inline(item, flow=True)}" for key, item in value.items())
        return f"{{{', '.join(pairs)}}}"
    if isinstance(value, list):
        return f"[{', '.join(inline(item, flow=True) for item in value)}]"
    if isinstance(value, str):
        return _scalar(value, flow=flow, quote=quote)
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    number = repr(value)
    # YAML 1.1 takes 1e+16 for text.
    return number.replace("e", ".0e") if "e" in number and "." not in number else number


def fits_on_line(value: Any) -> bool:
    """Tell whether a list is one of a few short scalars, such as tags."""
    return (
        isinstance(value, list)
        and not any(isinstance(item, dict | list) or needs_lines(item) for item in value)
        and len(inline(value)) <= _SHORT
    )


def _scalar(text: str, *, flow: bool, quote: str) -> str:
    if quote == "'" and not _UNQUOTABLE.search(text):
        return "'" + text.replace("'", "''") + "'"
    if not quote and is_safe_unquoted(text, flow=flow):
        return text
    return _double_quoted(text)


_UNQUOTABLE: Final = regex(
    r"[^\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
_ESCAPED: Final = regex(rf'{_UNQUOTABLE.pattern}|["\\]')
_SHORT_ESCAPES: Final = {
    '"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r", "\0": "\\0",
    "\x1b": "\\e", "\x85": "\\N", "\u2028": "\\L", "\u2029": "\\P",
}  # fmt: skip


def _double_quoted(text: str) -> str:
    return f'"{_ESCAPED.sub(_escape, text)}"'


def _escape(match: re.Match[str]) -> str:
    character = match[0]
    code = ord(character)
    if short := _SHORT_ESCAPES.get(character):
        return short
    return f"\\x{code:02X}" if code < 0x100 else f"\\u{code:04X}" if code < 0x10000 else f"\\U{code:08X}"


_NOT_LITERAL: Final = regex(
    r"[^\t\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)


def can_be_literal(text: str) -> bool:
    """Tell whether a text survives in a `|` block: it has words and needs no escapes."""
    # Editors take blank space at the end of a line for rubbish; as a last line it would be lost with them.
    return (
        bool(text.strip())
        and not _NOT_LITERAL.search(text)
        and bool(text.rpartition("\n")[2].strip()) == (not text.endswith("\n"))
    )


def needs_lines(value: Any) -> bool:
    """Tell whether a value is a text of several lines that can stand in a `|` block."""
    return isinstance(value, str) and "\n" in value and can_be_literal(value)


def literal(text: str, indent: int) -> Block:
    """Write a text as a `|` block whose lines are indented by so many spaces."""
    lines = text.split("\n")
    lead = next(line for line in lines if line)
    # The first line tells a reader the indentation, unless it begins with blank space itself.
    header = f"|{indent}" if lead[0] in " \t" else "|"
    if lines[-1]:
        header += "-"
    else:
        lines.pop()
        header += "+" if not lines[-1] else ""
    return Block(header, tuple(lines), header).shifted(indent)


def document(value: Any) -> str:
    """Write a whole file."""
    style = Style()
    if isinstance(value, dict | list) and value:
        block = entries(value, style)
    elif needs_lines(value):
        block = literal(value, style.step)
    else:
        block = Block(inline(value))
    return "".join(f"{line}\n" for line in (block.first, *block.rest))
