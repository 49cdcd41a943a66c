"""Writes plain text so that every Markdown reader shows it as it is."""

import re

from tea_assistant.patterns import regex

_MARKS = regex(r"[\\`*\[\]|~_<&{]")
_SOMETIMES = frozenset("_<&{")
"""Markup only beside certain characters."""
_SPACES = dict.fromkeys(map(ord, "\t\n\r\v\f\x1c\x1d\x1e\x1f\x85\u2028\u2029"), " ")
_LONGEST_ENTITY = 40


def escape(text: str) -> str:
    """Escape what could be markup inside a line: a gender star gets a backslash."""
    if not text.isprintable():
        text = text.translate(_SPACES)
    return _MARKS.sub(_escaped, text)


def escape_line(text: str) -> str:
    """Escape a text of one line for a heading, a cell or a link: its spaces are made single."""
    return escape(" ".join(text.split()))


def guard_line_start(line: str) -> str:
    """Keep a line from being read as a heading, a list, a quote or a rule because of how it begins."""
    line = line.strip(" \t")
    first = line[:1]
    if first.isdecimal():
        return _guard_number(line)
    if first == "#":
        heading = line[:7].lstrip("#")[:1] in ("", " ", "\t")
        return "\\" + line if heading else line
    if first == ">" or (first in ("-", "+") and line[1:2] in ("", " ", "\t")):
        return "\\" + line
    # A line of dashes or bars under another one would make that a heading or the head of a table.
    underlines = first in ("-", "=", ":") and not line.strip("=" if first == "=" else "-:|\\ \t")
    return "\\" + line if underlines else line


def _guard_number(line: str) -> str:
    rest = line.lstrip("0123456789")
    if rest[:1] in (".", ")") and rest[1:2] in ("", " ", "\t"):
        return line[: len(line) - len(rest)] + "\\" + rest
    return line


def _escaped(found: re.Match[str]) -> str:
    mark = found[0]
    if mark in _SOMETIMES and not _is_markup(found.string, found.start(), mark):
        return mark
    return "\\" + mark


def _is_markup(text: str, at: int, character: str) -> bool:
    following = text[at + 1 : at + 2]
    if character == "_":
        # Inside a word, as in `Mitarbeiter_innen`, CommonMark takes it as text.
        return not (following.isalnum() and at > 0 and text[at - 1].isalnum())
    if character == "<":
        return following not in (" ", "\u00a0", "=") and not following.isdecimal()
    if character == "&":
        name = text[at + 1 : at + _LONGEST_ENTITY].lstrip("#")
        end = name.find(";")
        return (name if end < 0 else name[:end]).isalnum() or not following
    return following == "{"
