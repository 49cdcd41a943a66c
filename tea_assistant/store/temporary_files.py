"""The files beside others in which this program writes, before they take the others' place."""

import contextlib
import os
import time
from collections.abc import Iterator
from pathlib import Path

_TEMPORARY = (".~", ".tmp")
_STALE_AFTER = 3600
"""Seconds: a temporary file lives for milliseconds, so an hour is safe on any drive."""
_BEGINNING = 50
"""So many characters of a name are in that of its temporary file; none of them takes over four bytes."""


@contextlib.contextmanager
def temporary_for(path: Path) -> Iterator[Path]:
    """Give a place beside a file where it is written first; nothing is left there when that fails."""
    beginning, end = _TEMPORARY
    # Of a long name only the beginning: what is added must not make it too long.
    temporary = path.with_name(f"{beginning}{path.name[:_BEGINNING]}.{os.getpid()}{end}")
    temporary.unlink(missing_ok=True)
    try:
        yield temporary
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise


def is_temporary(path: str) -> bool:
    """Tell from its name whether a file is one that this program is still writing."""
    beginning, end = _TEMPORARY
    name = path.rpartition("/")[2]
    return name.startswith(beginning) and name.endswith(end)


def remove_stale_temporaries(folder: Path) -> None:
    """Remove temporary files that a crashed run of this program left below a folder."""
    beginning, end = _TEMPORARY
    now = time.time()
    for path in folder.rglob(f"{beginning}*.*{end}"):
        if not path.name.removesuffix(end).rpartition(".")[2].isdigit():
            continue
        with contextlib.suppress(OSError):
            if now - path.stat().st_mtime > _STALE_AFTER:
                path.unlink()
