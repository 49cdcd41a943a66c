"""Keys that open a screen: the app takes them itself, so that the keys behind them reach that screen.

A key that no box wants goes up from the focus to the app. Meanwhile the next ones go to the same focus, and
on a busy machine whoever types ahead would be typing into the screen that is about to go.
"""

import asyncio
from collections.abc import Mapping
from contextlib import suppress

from textual.dom import DOMNode

from tea_assistant.tui.keys import EVERYWHERE

_OPENING = tuple(command for command in EVERYWHERE if command.action.startswith("open("))
_PATIENCE = 2.0
"""Seconds after which one goes on in any case."""


def opened_by(key: str, chosen: Mapping[str, str]) -> str:
    """Return the action of the command that opens a screen with this key; empty for all other keys."""
    return next((c.action for c in _OPENING if key in chosen.get(c.id, c.key).split(",")), "")


async def caught_up(node: DOMNode) -> None:
    """Wait until a widget has dealt with what was typed so far."""
    done = asyncio.Event()
    if node.call_later(done.set):
        with suppress(TimeoutError):
            async with asyncio.timeout(_PATIENCE):
                await done.wait()
