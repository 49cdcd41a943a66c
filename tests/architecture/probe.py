"""Imports modules, each in a fresh process, and tells what came along."""

import json
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import tea_assistant

PACKAGE = Path(tea_assistant.__file__).parent
ROOMS = frozenset(
    path.stem for path in PACKAGE.iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()
)
ABOVE = frozenset({"__init__", "__main__", "cli", "tui"})
FILE_ROOMS = frozenset({"importing", "services", "store"})
PURE_ROOMS = ROOMS - ABOVE - FILE_ROOMS
"""Whatever room is added has to be pure, unless it is named here."""

# A fork of an empty interpreter is as fresh as a new one, and thirty times cheaper.
_PROBE = """
import importlib, json, os, sys
for name in sys.argv[1:]:
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        opened = []
        sys.addaudithook(lambda event, given: event == "open" and opened.append(str(given[0])))
        importlib.import_module(name)
        files = [path for path in opened if not path.endswith((".py", ".pyc", ".so"))]
        with os.fdopen(writing, "w") as pipe:
            json.dump([name, sorted({m.partition(".")[0] for m in sys.modules}), files], pipe)
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as pipe:
        print(pipe.read())
    os.waitpid(child, 0)
"""


@dataclass(frozen=True)
class Imported:
    """What came along with a module."""

    packages: frozenset[str]
    opened: tuple[str, ...]
    """Files other than code."""


def modules_of(room: str) -> list[str]:
    """Return the modules of a room, found on disk."""
    folder = PACKAGE / room
    paths = sorted(folder.rglob("*.py")) if folder.is_dir() else [folder.with_suffix(".py")]
    names = [".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts) for path in paths]
    return [name.removesuffix(".__init__") for name in names]


def imported(modules: Sequence[str]) -> Mapping[str, Imported]:
    """Import each module by itself."""
    done = subprocess.run(
        [sys.executable, "-c", _PROBE, *modules],
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=True,
    )
    told = [json.loads(line) for line in done.stdout.splitlines() if line]
    return {name: Imported(frozenset(packages), tuple(opened)) for name, packages, opened in told}
