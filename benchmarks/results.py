"""Writes the table of results."""

import os
import platform
from collections.abc import Sequence
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from benchmarks.peers import VERSIONS
from benchmarks.row import Row

PATH = Path(__file__).parent / "RESULTS.md"
_LIBRARIES = ("tea-assistant", "PyYAML", "markdown-it-py", "textual", "typst", "jsonschema-rs")
_HEAD = ("job", "against", "ratio", "computing", "target", "")
_HOW = """\
Every figure is the median (least–most) of {runs} runs in turn with what it is compared with, as a ratio of
the two; “computing” is the same for processor time alone, which others at work on the machine change less.
"""
_MORE_OR_LESS = """\
**What the others do.** All have the same 1,000 items of 1.1 KB, each linked to one of 40 criteria, in
their own form. `doorstop -q -F` reads one file an item, checks links, levels and fingerprints, and
rewrites nothing, which is the fair check; `doorstop -q` also writes files anew. It looks at no prose.
`trestle validate` reads one file of JSON and checks ids and references. `tea check` reads one file an
item with the place of each value, holds it against its schema, and runs all rules, those on language,
figures and rounds as well. `doorstop publish` and `strictdoc export` write one page a document with an
index and, StrictDoc, pages of search and traceability; `tea build` writes one document with contents,
figures, charts and registers, and the list of its gaps, which takes a check.
"""


def write(rows: Sequence[Row], runs: int) -> Path:
    """Write the table and say under which circumstances it came about."""
    met = [row.is_met for row in rows if row.is_met is not None]
    lines = [
        "# Results of the benchmark",
        "",
        f"Measured on {datetime.now(UTC):%Y-%m-%d} with `make bench`: {_machine()}; {_versions()}.",
        _HOW.format(runs=runs),
        "",
        f"{sum(met)} of {len(met)} targets are met.",
        "",
        _line(_HEAD),
        _line(["---"] * len(_HEAD)),
        *(_line(row.cells) for row in rows),
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
