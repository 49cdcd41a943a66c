"""Imports modules in a fresh process, and tells what came along."""

import json
import subprocess
import sys
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

_PROBE = """
import importlib, json, sys
opened = []
sys.addaudithook(lambda event, given: event == "open" and opened.append(str(given[0])))
for name in sys.argv[1:]:
    importlib.import_module(name)
files = [path for path in opened if not path.endswith((".py", ".pyc", ".so"))]
print(json.dumps([sorted({name.partition(".")[0] for name in sys.modules}), files]))
"""


@dataclass(frozen=True)
class Imported:
    """What came along with modules."""

    packages: frozenset[str]
    opened: tuple[str, ...]
    """Files other than code."""


def modules_of(room: str) -> list[str]:
    """Return the modules of a room, found on disk."""
    folder = PACKAGE / room
    paths = sorted(folder.rglob("*.py")) if folder.is_dir() else [folder.with_suffix(".py")]
    names = [".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts) for path in paths]
    return [name.removesuffix(".__init__") for name in names]


def imported(*modules: str) -> Imported:
    """Import modules, and nothing else."""
    done = subprocess.run(
        [sys.executable, "-B", "-c", _PROBE, *modules],
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=True,
    )
    packages, opened = json.loads(done.stdout)
    return Imported(frozenset(packages), tuple(opened))
