"""How the program in a window speaks with the server: packets on its standard input and output."""

import asyncio
import json
from collections.abc import AsyncIterator
from typing import Any

READY = b"__GANGLION__\n"
"""The line after which Textual's web driver writes packets."""
DATA = b"D"
"""What a terminal is to show, or what was typed."""
META = b"M"
"""A message as JSON."""
_LARGEST = 64 * 1024 * 1024


def data(text: str) -> bytes:
    """Pack what was typed; half a pair of surrogates, which no program can take, becomes a question mark."""
    return _packed(DATA, text.encode("utf-8", "replace"))


def meta(kind: str, **values: object) -> bytes:
    """Pack a message."""
    return _packed(META, json.dumps({"type": kind, **values}).encode())


async def packets(stream: asyncio.StreamReader) -> AsyncIterator[tuple[bytes, bytes]]:
    """Yield kind and content of each packet a program writes, until it ends."""
    try:
        while (line := await stream.readline()) != READY:
            if not line:
                return
        while True:
            head = await stream.readexactly(5)
            size = int.from_bytes(head[1:], "big")
            if size > _LARGEST:
                return
            yield head[:1], await stream.readexactly(size)
    except asyncio.IncompleteReadError:
        return


def message(content: bytes) -> dict[str, Any]:
    """Return a message that a program sent; an empty one where it is none."""
    try:
        value = json.loads(content)
    except ValueError:
        return {}
    return value if isinstance(value, dict) else {}


def _packed(kind: bytes, content: bytes) -> bytes:
    return kind + len(content).to_bytes(4, "big") + content
