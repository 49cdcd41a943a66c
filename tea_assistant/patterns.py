"""Regular expressions that are compiled when they are first asked.

Compiling the three hundred of the program takes longer than checking an application; a command asks a few.
"""

import re
from typing import Any, cast


class _Uncompiled:
    def __init__(self, source: str | bytes, flags: int) -> None:
        self.pattern = source
        """Known without compiling: others are made of it."""
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        # What is found is kept, so that the next question costs no more than any attribute.
        found = getattr(re.compile(self.pattern, self._flags), name)
        setattr(self, name, found)
        return found


def regex(source: str, flags: int = 0) -> re.Pattern[str]:
    """Return what answers as `re.compile(source, flags)` does; a mistake shows with the first question."""
    return cast("re.Pattern[str]", _Uncompiled(source, flags))


def bytes_regex(source: bytes, flags: int = 0) -> re.Pattern[bytes]:
    """Return the same for bytes."""
    return cast("re.Pattern[bytes]", _Uncompiled(source, flags))
