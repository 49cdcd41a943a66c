"""Makes an equality plan as cities write them: prose, and tables with many lines."""

import random
from pathlib import Path

from benchmarks.dossiers import words

SIZE = 130_000
"""Characters."""
LINES = 430
"""Of tables."""
_TABLE = 10
_GROUPS = (
    *(
        "Beschäftigte",
        "Beamt*innen",
        "Tarifbeschäftigte",
        "Führungskräfte",
        "Auszubildende",
        "Teilzeit",
        "Vollzeit",
    ),
    *("Einstellungen", "Beförderungen", "Elternzeit"),
)


def write(path: Path, seed: int = 2025) -> Path:
    """Write the plan; its sums and shares are right."""
    source = random.Random(seed)  # noqa: S311 (nothing secret)
    tables = LINES // _TABLE
    prose = SIZE // tables - 700
    parts = ["# Gleichstellungsplan der Stadt Musterstadt\n"]
    parts += [
        f"## {number}. Bereich\n\n{words(source, prose)}\n\n{_table(source)}"
        for number in range(1, tables + 1)
    ]
    path.write_text("\n".join(parts), encoding="utf-8")
    return path


def _table(source: random.Random) -> str:
    lines = ["| Gruppe | Gesamt | Frauen | Männer | Frauenanteil |", "|---|---:|---:|---:|---:|"]
    for group in _GROUPS[: _TABLE - 2]:
        women, men = source.randint(20, 900), source.randint(20, 900)
        share = f"{women * 100 / (women + men):.1f}".replace(".", ",")
        lines.append(f"| {group} | {women + men} | {women} | {men} | {share} % |")
    return "\n".join([*lines, ""])
