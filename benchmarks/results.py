"""Writes the table of results."""

import json
import os
import platform
from collections.abc import Sequence
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

from benchmarks.peers import VERSIONS
from benchmarks.row import Row

PATH = Path(__file__).parent / "RESULTS.md"
_LIBRARIES = ("tea-assistant", "PyYAML", "markdown-it-py", "textual", "typst", "jsonschema-rs")
_KEPT = Path(__file__).parents[1] / "build" / "benchmarks.json"
_HEAD = ("job", "against", "ratio", "computing", "target", "verdict", "runs")
_VERDICT = _HEAD.index("verdict")
_HOW = """\
Every figure is the median (least–most) of so many runs in turn with what it is compared with, as a ratio of
the two; “computing” is the same for processor time alone, which others at work on the machine change less.
"""
_MORE_OR_LESS = """\
**What the others do.** All have the same 1,000 items of 1.1 KB, each linked to one of 40 criteria, in
their own form. `doorstop -q -F` reads one file an item, checks links, levels and fingerprints, and
rewrites nothing, which is the fair check; `doorstop -q` also writes files anew. Its items have their
fingerprints when the runs that count begin; to make them takes it four times as long. It looks at no
prose. `trestle validate` reads one file of JSON and checks ids and references. `tea check` reads one
file an item with the place of each value, holds it against its schema, and runs all rules, those on
language, figures and rounds as well. `doorstop publish` and `strictdoc export` write one page a document
with an index and, StrictDoc, pages of search and traceability; `tea build` writes one document with
contents, figures, charts and registers, and the list of its gaps, which takes a check.
"""


def write(group: str, rows: Sequence[Row], runs: int, order: Sequence[str]) -> Path:
    """Put the rows of a group into the table; those of other groups stay as they were measured."""
    known: dict[str, list[Any]] = json.loads(_KEPT.read_text(encoding="utf-8")) if _KEPT.exists() else {}
    known[group] = [[*row.cells, str(runs)] for row in rows]
    _KEPT.parent.mkdir(exist_ok=True)
    _KEPT.write_text(json.dumps(known), encoding="utf-8")
    shown = [cells for name in order for cells in known.get(name, ())]
    verdicts = [cells[_VERDICT] for cells in shown if cells[_VERDICT]]
    lines = [
        "# Results of the benchmark",
        "",
        f"Measured on {datetime.now(UTC):%Y-%m-%d} with `make bench`: {_machine()}; {_versions()}.",
        _HOW,
        f"{verdicts.count('met')} of {len(verdicts)} targets are met.",
        "",
        _line(_HEAD),
        _line(["---"] * len(_HEAD)),
        *map(_line, shown),
        "",
        _MORE_OR_LESS,
    ]
    PATH.write_text("\n".join(lines), encoding="utf-8")
    return PATH


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _machine() -> str:
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    load = os.getloadavg()[2]
    return (
        f"{os.cpu_count()} cores ({platform.machine()}), {memory:.0f} GB, {platform.system()}, "
        f"Python {platform.python_version()}, {load:.1f} processes at work in the last quarter of an hour"
    )


def _versions() -> str:
    ours = [f"{name} {version(name)}" for name in _LIBRARIES]
    return ", ".join([*ours, *(f"{name} {number}" for name, number in VERSIONS.items())])
