"""Keeps what broke: one input for each place, the shortest that was found."""

import traceback
from pathlib import Path

_OWN = ("tea_assistant", "reliability")


class Findings:
    """The breaks that were found, as files in a folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._shortest: dict[str, int] = {}

    def __len__(self) -> int:
        return len(self._shortest)

    def note(self, error: BaseException, data: bytes) -> None:
        """Keep an input, unless a shorter one broke in the same place."""
        key = key_of(error)
        if len(data) >= self._shortest.get(key, len(data) + 1):
            return
        self._shortest[key] = len(data)
        self._folder.mkdir(parents=True, exist_ok=True)
        (self._folder / f"{key}.input").write_bytes(data)
        report = "".join(traceback.format_exception(error))
        (self._folder / f"{key}.txt").write_text(report, encoding="utf-8", errors="backslashreplace")


def key_of(error: BaseException) -> str:
    """Name a break by its kind and the innermost line of our own that it came through."""
    frames = traceback.extract_tb(error.__traceback__)
    own = [frame for frame in frames if any(room in Path(frame.filename).parts for room in _OWN)]
    place = own[-1] if own else frames[-1]
    called = [frame for frame in own if "fuzzing" not in Path(frame.filename).parts]
    outer = f"-{called[-1].name}" if called and called[-1] is not place else ""
    return f"{type(error).__name__}-{Path(place.filename).stem}-{place.lineno}{outer}"
