"""Bytes to text and back: UTF-8 with or without a byte order mark, UTF-16 with one, and others."""

import codecs
from typing import Final

from tea_assistant.model.source import Place
from tea_assistant.store.yaml.problems import Problem, wrong_encoding

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_UNLIKELY_ASCII: Final = 4
"""UTF-16 has a zero byte in two; one in so many, all at even or all at odd places, is proof enough."""


def decode(raw: bytes) -> tuple[str, tuple[Problem, ...]]:
    """Return the text without byte order mark, read with the likely encoding where it is not Unicode."""
    mark, encoding = _mark_of(raw)
    body = raw[len(mark) :]
    try:
        return body.decode(encoding), ()
    except UnicodeDecodeError as error:
        if encoding != "utf-8":
            text = body.decode(encoding, "replace")
            place = _place(body[: error.start].decode(encoding, "replace"))
            return text, (wrong_encoding(place, body[error.start], "beschädigtes UTF-16", ""),)
        return _guess(body, error.start)


def encode(text: str, like: bytes) -> bytes:
    """Return the bytes of a text, in the encoding and with the byte order mark of the bytes it came from."""
    mark, encoding = _mark_of(like)
    return mark + text.encode(encoding)


def _mark_of(raw: bytes) -> tuple[bytes, str]:
    return next(((mark, name) for mark, name in _MARKS if raw.startswith(mark)), (b"", "utf-8"))


def _guess(body: bytes, bad: int) -> tuple[str, tuple[Problem, ...]]:
    place = _place(body[:bad].decode("utf-8"))
    for start, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        if body[start::2].count(0) * _UNLIKELY_ASCII > len(body):
            text = body.decode(encoding, "replace")
            return text, (wrong_encoding(place, body[bad], "UTF-16", ""),)
    try:
        text = body.decode("cp1252")
    except UnicodeDecodeError:
        text = body.decode("latin-1")
    shown = text[bad] if text[bad].isprintable() else ""
    return text, (wrong_encoding(place, body[bad], "Windows-1252 / Latin-1", shown),)


def _place(before: str) -> Place:
    line_start = before.rfind("\n") + 1
    return Place(before.count("\n") + 1, len(before) - line_start + 1)
