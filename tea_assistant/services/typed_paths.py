"""Paths as people type or paste them into a box."""

from pathlib import Path


def meant(text: str) -> Path:
    """Return the path that a text means: without quotation marks, ~ as one's own folder."""
    path = Path(text.strip().strip("\"'"))
    try:
        return path.expanduser()
    except RuntimeError:
        # A person of that name is not known here.
        return path


def found(text: str) -> Path | None:
    """Return the file or folder that a text means; None where there is none, or can be none."""
    path = meant(text)
    try:
        path.stat()
    except (OSError, ValueError):
        return None
    return path
