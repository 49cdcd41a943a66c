"""Asks Hunspell what may be meant, in a process of its own.

It thinks about a long German word for up to two seconds and lets no other thread of its program run
meanwhile. This file is that process, too: started by its path it reads words and answers each.
"""

import json
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from threading import Lock
from typing import Any


class Suggestions:
    """Knows what may be meant by a word; each word is thought about once."""

    def __init__(self, dictionary: Path) -> None:
        self._dictionary = dictionary
        self._lock = Lock()
        self._known: dict[str, tuple[str, ...]] = {}
        self._process: subprocess.Popen[str] | None = None
        self._closed = False

    def known(self, word: str) -> tuple[str, ...] | None:
        """Return what was found before; None where nobody has asked yet."""
        return self._known.get(word)

    def of(self, word: str, wanted: Callable[[], bool]) -> tuple[str, ...]:
        """Return words that may be meant, the likeliest first; it waits, and asks only if still wanted."""
        with self._lock:
            if word not in self._known and wanted() and not self._closed:
                self._known[word] = self._ask(word)
            return self._known.get(word, ())

    def close(self) -> None:
        """End the process, also while it thinks."""
        self._closed = True
        if process := self._process:
            process.kill()
            # Whoever waits for an answer is told that there is none.
            with self._lock, process:
                self._process = None

    def _ask(self, word: str) -> tuple[str, ...]:
        try:
            process = self._process = self._process or self._start()
            assert process.stdin is not None
            assert process.stdout is not None
            process.stdin.write(f"{json.dumps(word)}\n")
            process.stdin.flush()
            found = json.loads(process.stdout.readline() or "[]")
            # Hunspell also offers what ends a word: „-mal“.
            return tuple(other for other in found if other.strip("-") == other)
        except (OSError, ValueError):
            # Without suggestions one still can type.
            return ()

    def _start(self) -> "subprocess.Popen[str]":
        # Nothing is imported from the folder that one happens to be in.
        command = [sys.executable, "-P", "-X", "utf8", __file__, str(self._dictionary)]
        pipe = subprocess.PIPE
        # Under Windows no second window may flash up.
        quiet = getattr(subprocess, "CREATE_NO_WINDOW", 0)
        return subprocess.Popen(  # noqa: S603 (no shell, and the program is this Python)
            command,
            stdin=pipe,
            stdout=pipe,
            stderr=subprocess.DEVNULL,
            encoding="utf-8",
            creationflags=quiet,
        )


def _answer(dictionary: Path) -> None:
    library: Any = import_module("hunspell")
    opened = library.Hunspell(dictionary.stem, hunspell_data_dir=str(dictionary.parent))
    for line in sys.stdin:
        found: list[str] = []
        # A dictionary may be written in letters that lack those of the word.
        with suppress(UnicodeError):
            found = list(opened.suggest(json.loads(line)))
        sys.stdout.write(f"{json.dumps(found)}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    _answer(Path(sys.argv[1]))
