"""Puts the same items into the native forms of programs that do similar work, each in its own environment."""

import json
import random
import shutil
import subprocess
import sys
import uuid
from pathlib import Path

from benchmarks.dossiers import criteria_titles, words

ITEMS = 1000
SIZE = 1100
"""Characters of the text of an item."""
CRITERIA = 40
VERSIONS = {"doorstop": "3.2", "strictdoc": "0.30.0", "compliance-trestle": "5.2.0"}


def installed(name: str, folder: Path) -> Path:
    """Install a program in an environment of its own; return the folder of its commands."""
    commands = folder / name / "bin"
    if not (commands / "pip").exists():
        run([sys.executable, "-m", "venv", folder / name])
    wanted = f"{name}=={VERSIONS[name]}"
    run([commands / "python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check", wanted])
    return commands


def run(command: list[str | Path], folder: Path | None = None) -> None:
    """Run a command to its end; it must not fail."""
    subprocess.run([str(word) for word in command], cwd=folder, check=True, capture_output=True)  # noqa: S603 (our own)


def _items() -> list[tuple[str, str, str]]:
    """Return id, criterion and text of each item."""
    source = random.Random(2025)  # noqa: S311 (nothing secret)
    return [(f"{at:05d}", f"{at % CRITERIA + 1:05d}", words(source, SIZE)) for at in range(1, ITEMS + 1)]


def _criteria() -> list[tuple[str, str]]:
    titles = [title for _, title in criteria_titles()]
    return [(f"{at:05d}", titles[(at - 1) % len(titles)]) for at in range(1, CRITERIA + 1)]


def doorstop(folder: Path) -> Path:
    """Write two documents of doorstop, one file an item."""
    for prefix, parent in (("CRIT", ""), ("EV", "CRIT")):
        settings = f"settings:\n  digits: 5\n  itemformat: yaml\n  prefix: {prefix}\n  sep: ''\n"
        _write(folder / prefix / ".doorstop.yml", settings + (f"  parent: {parent}\n" if parent else ""))
    for at, (name, title) in enumerate(_criteria()):
        _write(folder / "CRIT" / f"CRIT{name}.yml", _doorstop_item(at, title, ""))
    for at, (name, criterion, text) in enumerate(_items()):
        _write(folder / "EV" / f"EV{name}.yml", _doorstop_item(at, text, f"- CRIT{criterion}: null\n"))
    run(["git", "init", "--quiet"], folder)
    return folder


def _doorstop_item(at: int, text: str, links: str) -> str:
    prose = "".join(f"  {line}\n" for line in text.splitlines())
    return (
        f"active: true\nderived: false\nheader: ''\nlevel: 1.1.{at + 1}\n"
        f"links:{'' if links else ' []'}\n{links}"
        f"normative: true\nref: ''\nreviewed: null\ntext: |\n{prose}"
    )


def strictdoc(folder: Path) -> Path:
    """Write two documents of StrictDoc."""
    heads = [
        f"[REQUIREMENT]\nUID: CRIT-{name}\nTITLE: {title}\nSTATEMENT: {title}\n"
        for name, title in _criteria()
    ]
    items = [
        f"[REQUIREMENT]\nUID: EV-{name}\nTITLE: Angebot {name}\nSTATEMENT: >>>\n{text}\n<<<\n"
        f"RELATIONS:\n- TYPE: Parent\n  VALUE: CRIT-{criterion}\n"
        for name, criterion, text in _items()
    ]
    _write(folder / "criteria.sdoc", "\n".join(["[DOCUMENT]\nTITLE: Kriterien\n", *heads]))
    _write(folder / "evidence.sdoc", "\n".join(["[DOCUMENT]\nTITLE: Angebote\n", *items]))
    return folder


def trestle(folder: Path, commands: Path) -> Path:
    """Write a catalogue of OSCAL: criteria as groups, items as their controls."""
    folder.mkdir(parents=True)
    run([commands / "trestle", "init", "--local"], folder)
    groups = [
        {
            "id": f"crit-{name}",
            "title": title,
            "controls": [_control(item, text) for item, criterion, text in _items() if criterion == name],
        }
        for name, title in _criteria()
    ]
    version = _oscal_version(commands)
    metadata = {"title": "Kriterien", "last-modified": "2025-01-01T00:00:00+00:00", "version": "1"}
    catalog = {
        "uuid": str(uuid.UUID(int=4 << 76 | 2 << 62)),
        "metadata": {**metadata, "oscal-version": version},
    }
    _write(
        folder / "catalogs" / "tea" / "catalog.json", json.dumps({"catalog": {**catalog, "groups": groups}})
    )
    return folder


def _control(item: str, text: str) -> dict[str, object]:
    part = {"id": f"ev-{item}_smt", "name": "statement", "prose": text}
    return {"id": f"ev-{item}", "title": f"Angebot {item}", "parts": [part]}


def _oscal_version(commands: Path) -> str:
    told = subprocess.run(  # noqa: S603 (our own)
        [commands / "python", "-c", "from trestle.oscal import OSCAL_VERSION; print(OSCAL_VERSION)"],
        check=True,
        capture_output=True,
        encoding="ascii",
    )
    return told.stdout.strip()


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def without(folder: Path) -> None:
    """Remove what a run before has left, so that the next one begins cold."""
    shutil.rmtree(folder, ignore_errors=True)
