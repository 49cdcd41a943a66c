"""Names keys in texts as they are in force: somebody may have chosen others, and a browser keeps some."""

import re
from collections.abc import Mapping
from functools import partial
from typing import Protocol, runtime_checkable

from textual.dom import DOMNode


@runtime_checkable
class KnowsKeys(Protocol):
    """An app that knows which keys are in force."""

    def keyed(self, text: str) -> str:
        """Return a text with the names of those keys."""


def keyed(node: DOMNode, text: str) -> str:
    """Return a text of a widget or screen with the names of keys as they are in force there."""
    app = node.app
    # A widget can stand in an app that knows no other keys.
    return app.keyed(text) if isinstance(app, KnowsKeys) else text


def renamed(text: str, names: Mapping[str, str]) -> str:
    """Return a text with the names of keys replaced; `names` has the usual ones with those in force.

    Strg+N and F6 mean a key wherever they stand; a letter or Entf only in bold, and behind „Taste“.
    """
    if not names:
        return text
    clear = [name for name in names if _is_clear(name)]
    other = [name for name in names if not _is_clear(name)]
    by_name = {name.casefold(): now for name, now in names.items()}
    swap = partial(_swapped, names=by_name)
    if clear:
        text = re.sub(rf"(?<![\w+])(?:{_any(clear)})(?!\w)", swap, text)
    if other:
        text = re.sub(
            rf"(?i)(?:(?<=\*\*)(?:{_any(other)})(?=\*\*)|(?<=Taste )(?:{_any(other)})\b)", swap, text
        )
    return text


def _is_clear(name: str) -> bool:
    return "+" in name[:-1] or (name[:1] == "F" and name[1:].isdecimal())


def _any(names: list[str]) -> str:
    # The longest first: Strg+Umschalt+V is not Strg+U.
    return "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))


def _swapped(found: re.Match[str], names: Mapping[str, str]) -> str:
    now = names[found[0].casefold()]
    # Texts write letters as they are typed.
    return now.lower() if found[0].islower() and len(now) == 1 else now
