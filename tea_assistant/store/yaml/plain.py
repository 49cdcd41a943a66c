"""Reads the plain forms of YAML that nearly all files are written in, and gives up at anything else."""

import re
from functools import lru_cache
from typing import Any, Final

from tea_assistant.patterns import regex
from tea_assistant.store.yaml.scalars import resolve

_DEEPEST: Final = 12
"""Levels inside each other; far below what a file may have."""
_WIDEST: Final = 60
"""Spaces in front of a text of several lines."""
_REFUSED: Final = regex(
    r"[^\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
_GAP: Final = regex(r"(?: *+(?:#[^\n]*+)?\n)*+( *+)")
"""Blank lines and comments up to the next line, and how far that stands to the right."""
_KEY: Final = regex(r"""(?:(\w[\w-]{0,99}+)|"([^"\\\n]{0,99}+)"|'([^'\n]{0,99}+)'):(?:(?=\n)| ++)""")
_DASH: Final = regex(r"-(?: ++|(?=\n))")
_FIRST: Final = r"""-?+[^- \n?:,\[\]{}#&*!|>'"%@`]"""
"""What an unquoted text can begin with."""
_PLAIN: Final = regex(rf"({_FIRST}[^:#\n]*+(?:(?:(?<! )#|:(?![ \n]))[^:#\n]*+)*+)(?:#[^\n]*+)?\n")
_QUOTED: Final = regex(r""""([^"\\\n]*+)"|'((?:[^'\n]|'')*+)'""")
_LINE_END: Final = regex(r" *+(?:(?<= )#[^\n]*+)?\n")
_CLOSED: Final = frozenset("\"'[{")
_HEADER: Final = regex(r"([|>])([1-9]?)([-+]?)\n")
_LEAD: Final = regex(r"\n*+( *+)")
_BLANK: Final = regex(r" ++\n")
_FOLD: Final = regex(r"\n(\n*)")
_OPENING: Final = regex(r"[\[{][ \n]*+([]}])?+")
_AFTER: Final = r"[ \n]*+(?:(,)[ \n]*+|([]}]))"
_AFTER_ITEM: Final = regex(_AFTER)
# Dots at the beginning of a line could end the document.
_WORD: Final = regex(rf"((?!\.){_FIRST}[^\n?:,\[\]{{}}#]*+){_AFTER}")


class _Unsure(Exception):
    """Something stands in the text that libyaml has to read."""


class PlainReader:
    """Reads one text from its beginning to its end."""

    def __init__(self, text: str) -> None:
        self.text = text.replace("\r\n", "\n")
        self.marks: list[int] = []
        """Where each key and each value begins, in the order of the file."""
        self._at = 0
        """Where the next line's content begins; the length of the text at its end."""
        self._column = 0
        """How far that stands to the right; -1 at the end of the text."""

    def read(self) -> Any:
        """Return the value of the text; None where it is not certain."""
        text = self.text
        if text[-1:] != "\n" or (not text.replace("\n", "").isprintable() and _REFUSED.search(text)):
            return None
        try:
            self._go_on(0)
            if self._column:
                return None
            value = self._block(0)
        except (_Unsure, IndexError):  # a bracket that is open at the end of the text
            return None
        return value if self._column < 0 else None

    def _go_on(self, at: int) -> None:
        """Go to the next line that says something."""
        if self.text[at : at + 1] > "#":
            self._at, self._column = at, 0
            return
        gap = _GAP.match(self.text, at)
        assert gap is not None
        self._at = gap.end()
        self._column = self._at - gap.start(1) if self._at < len(self.text) else -1

    def _block(self, depth: int) -> Any:
        if depth > _DEEPEST:
            raise _Unsure
        self.marks.append(self._at)
        dashed = _DASH.match(self.text, self._at)
        return self._list(self._column, depth) if dashed else self._mapping(self._column, depth)

    def _mapping(self, column: int, depth: int) -> dict[str, Any]:
        found: dict[str, Any] = {}
        text, note = self.text, self.marks.append
        while self._column == column:
            key = _KEY.match(text, self._at)
            if not key or (name := key[key.lastindex or 0]) in found:
                raise _Unsure
            note(self._at)
            found[name] = self._value(key.end(), column, depth, listed=False)
        if self._column > column:
            raise _Unsure
        return found

    def _list(self, column: int, depth: int) -> list[Any]:
        found: list[Any] = []
        while self._column == column and (dash := _DASH.match(self.text, self._at)):
            at = dash.end()
            if self.text[at] not in "[{" and (_KEY.match(self.text, at) or _DASH.match(self.text, at)):
                self._column += at - self._at
                self._at = at
                found.append(self._block(depth + 1))
            else:
                found.append(self._value(at, column, depth, listed=True))
        if self._column > column:
            raise _Unsure
        return found

    def _value(self, at: int, column: int, depth: int, *, listed: bool) -> Any:
        """Read what stands behind a colon or a dash; the next line is the next content then."""
        text = self.text
        if plain := _PLAIN.match(text, at):
            self.marks.append(at)
            self._go_on(plain.end())
            return resolve(plain[1].rstrip(" "))
        first = text[at]
        if first in "\n#":
            return self._below(at, column, depth, listed=listed)
        self.marks.append(at)
        if first in "|>":
            return self._lines(at, column)
        if first in _CLOSED:
            value, at = self._closed(at, depth + 1)
            end = _LINE_END.match(text, at)
            if not end:
                raise _Unsure
            self._go_on(end.end())
            return value
        raise _Unsure

    def _below(self, at: int, column: int, depth: int, *, listed: bool) -> Any:
        """Read what stands below a key or a dash that has nothing beside it."""
        self._go_on(at)
        if self._column > column or (
            self._column == column and not listed and _DASH.match(self.text, self._at)
        ):
            return self._block(depth + 1)
        while self.text[at - 1] == " ":
            at -= 1
        self.marks.append(at)
        return None

    def _lines(self, at: int, column: int) -> str:
        """Read a text of several lines."""
        text = self.text
        header = _HEADER.match(text, at)
        if not header:
            raise _Unsure
        style, digit, keep = header.groups()
        start = header.end()
        lead = _LEAD.match(text, start)
        assert lead is not None
        width = column + int(digit) if digit else lead.end() - lead.start(1)
        if not column < width < _WIDEST or text[lead.end()] == "\n":
            raise _Unsure
        body = _indented(width).match(text, start)
        assert body is not None
        if _BLANK.match(text, body.end()):
            raise _Unsure
        whole = f"\n{body[0]}".replace("\n" + " " * width, "\n")[1:]
        shown = whole.rstrip("\n")
        if not shown:
            raise _Unsure
        self._go_on(body.end())
        ends = whole[len(shown) :] if keep == "+" else "" if keep else "\n"
        if style == ">":
            if shown[0] in " \n" or "\n " in shown:
                raise _Unsure
            shown = _FOLD.sub(lambda breaks: breaks[1] or " ", shown)
        return shown + ends

    def _closed(self, at: int, depth: int) -> tuple[Any, int]:
        """Read something in quotation marks or brackets; return also where it ends."""
        first = self.text[at]
        if first in "[{":
            return self._bracketed(at, depth)
        quoted = _QUOTED.match(self.text, at)
        if not quoted:
            raise _Unsure
        return quoted[1] if first == '"' else quoted[2].replace("''", "'"), quoted.end()

    def _bracketed(self, at: int, depth: int) -> tuple[Any, int]:
        text, note = self.text, self.marks.append
        opening = _OPENING.match(text, at)
        if not opening or depth > _DEEPEST:
            raise _Unsure
        is_list = text[at] == "["
        found: dict[Any, Any] = {}
        at = opening.end()
        end = "," if not opening[1] else opening[1]
        while end == ",":
            name: Any = len(found)
            if not is_list:
                key = _KEY.match(text, at)
                if not key or (name := key[key.lastindex or 0]) in found:
                    raise _Unsure
                note(at)
                at = key.end()
            note(at)
            if text[at] in _CLOSED:
                found[name], at = self._closed(at, depth + 1)
                after = _AFTER_ITEM.match(text, at)
            else:
                after = _WORD.match(text, at)
                if after:
                    found[name] = resolve(after[1].rstrip(" "))
            if not after:
                raise _Unsure
            at, end = after.end(), after[after.lastindex or 0]
        if (end == "]") != is_list:
            raise _Unsure
        return list(found.values()) if is_list else found, at


@lru_cache(maxsize=32)
def _indented(width: int) -> re.Pattern[str]:
    """Return what matches all lines that are empty or stand so far to the right."""
    return regex(rf"(?:(?: {{{width}}}[^\n]*+)?\n)*+")
