"""A drive that knows no case, laid over the one of the machine: what Windows and macOS answer for a name."""

import io
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

_CALLS = ("stat", "lstat", "open", "scandir", "listdir", "access", "mkdir", "unlink", "readlink", "chmod")


def lay_over(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every name below a folder be found in any case, as it was first written."""
    list_names = os.listdir

    def found(path: Any) -> Any:
        text = os.fspath(path) if isinstance(path, str | os.PathLike) else path
        if not isinstance(text, str) or not text.startswith(f"{folder}{os.sep}"):
            return path
        place = str(folder)
        for part in Path(text).relative_to(folder).parts:
            try:
                names = list_names(place)
            except OSError:
                names = []
            name = next((n for n in names if n.casefold() == part.casefold()), part)
            place = f"{place}{os.sep}{name}"
        return place

    def careless(call: Callable[..., Any], paths: int = 1) -> Callable[..., Any]:
        def answer(*arguments: Any, **options: Any) -> Any:
            return call(*map(found, arguments[:paths]), *arguments[paths:], **options)

        return answer

    for name in _CALLS:
        monkeypatch.setattr(os, name, careless(getattr(os, name)))
    monkeypatch.setattr(os, "replace", careless(os.replace, 2))
    monkeypatch.setattr(io, "open", careless(open))
    monkeypatch.setattr("builtins.open", careless(open))
