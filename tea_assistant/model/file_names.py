"""What systems make of file names: case, umlauts in two pieces, and what Windows keeps to itself."""

import unicodedata

from tea_assistant.model.ids import RESERVED

_NEVER_ON_WINDOWS = frozenset('<>:"|?*\\')


def folded(name: str) -> str:
    """Return a name as the most careless system sees it: two names of one such form are one file there."""
    if name.isascii():
        return name.lower().rstrip(". ")
    # Windows and macOS know neither case nor how an umlaut is put together.
    return unicodedata.normalize("NFC", name).casefold().rstrip(". ")


def composed(name: str) -> str:
    """Return a name with its umlauts in one piece, as keyboards write them."""
    return name if name.isascii() else unicodedata.normalize("NFC", name)


def is_everywhere(name: str) -> bool:
    """Tell whether every system can store a file of this name."""
    stem = name.partition(".")[0].rstrip(" ").casefold()
    return not (_NEVER_ON_WINDOWS & set(name) or name.endswith((".", " ")) or stem in RESERVED)
