"""Makes the largest dossier that is promised to work: the same files each time."""

import random
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.dossiers import criteria_titles, words

MEASURES = 10_000
ATTACHMENTS = 500
ROUNDS = 20
PROSE = 5_000_000
"""Characters in all texts together."""
_LAST = 2025
_ATTACHED = 20_000
"""Bytes of one attachment."""
_FIELDS = 5
_TEXTS = 600
"""Characters of each text of a round."""


def write(
    folder: Path,
    *,
    measures: int = MEASURES,
    rounds: int = ROUNDS,
    prose: int = PROSE,
    linked: int = MEASURES,
) -> Path:
    """Write a dossier of so many measures, spread over so many rounds, and return its folder.

    Of those of a round so many stand in its document.
    """
    source = random.Random(2025)  # noqa: S311 (nothing secret)
    years = list(range(_LAST - rounds + 1, _LAST + 1))
    criteria = [criterion for criterion, _ in criteria_titles()]
    of_rounds = rounds * (len(criteria) + _FIELDS) * _TEXTS
    size = max(80, (prose - of_rounds) // measures)
    told: dict[int, dict[str, list[str]]] = {year: {} for year in years}
    for number in range(measures):
        name, year = f"massnahme-{number:05d}", years[number % rounds]
        criterion = criteria[number // rounds % len(criteria)]
        if number // rounds < linked:
            told[year].setdefault(criterion, []).append(name)
        _put(folder / "evidence" / f"{name}.yaml", _measure(source, number, year, criterion, size))
    for number in range(ATTACHMENTS):
        _put(folder / "attachments" / f"nachweis-{number:03d}.txt", source.randbytes(_ATTACHED // 2).hex())
    for year in years:
        for file, text in _round(source, year, criteria, told[year]):
            _put(folder / file, text)
    _put(folder / "dossier.yaml", "format: 1\nname: Stadt Musterstadt\nstate: NW\n")
    return folder


def _put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def _measure(source: random.Random, number: int, year: int, criterion: str, size: int) -> str:
    return f"""\
format: 1
title: Angebot {number} für Mitarbeiter*innen und Bürger*innen
summary: |
{_indented(words(source, size), 2)}
action_fields: [{criterion.partition("-")[0]}]
criteria: [{criterion}]
since: {year - 2}
results:
  - {{value: {source.randint(6, 60)}, unit: Teilnehmerinnen, as_of: {year - 1}-12-31, source: Teilnahmeliste}}
proofs:
  - {{title: Nachweis {number}, file: attachments/nachweis-{number % ATTACHMENTS:03d}.txt, release: public}}
cycles:
  "{year}": {{state: new}}
"""


def _round(
    source: random.Random, year: int, criteria: Sequence[str], linked: dict[str, list[str]]
) -> Iterator[tuple[str, str]]:
    cycle = f"format: 1\ncatalogue: verwaltung-2021\ndeadline: {year}-04-30\nfigures: {year - 1}-12-31\n"
    yield f"cycles/{year}/cycle.yaml", cycle
    yield f"figures/{year - 1}-12-31.yaml", f"format: 1\nas_of: {year - 1}-12-31\nrows:\n{_ROWS}"
    for field in sorted({criterion.partition("-")[0] for criterion in criteria}):
        lines = ["format: 1", "opening: |", _indented(words(source, _TEXTS), 2), "criteria:"]
        for criterion in criteria:
            if criterion.startswith(field):
                own = linked.get(criterion, [])
                text = words(source, _TEXTS) + (f" Dazu gehört [[{own[0]}]]." if own else "")
                lines += [f"  {criterion}:", "    applies: true", "    statement: |", _indented(text, 6)]
                lines += [f"    evidence: [{', '.join(own)}]"]
        yield f"cycles/{year}/fields/{field}.yaml", "\n".join([*lines, ""])


def _indented(text: str, by: int) -> str:
    return "\n".join(" " * by + line for line in text.splitlines())


_ROWS = """\
  - {group: staff, total: 3345, women: 1990, men: 1355}
  - {group: leadership, total: 200, women: 86, men: 114}
"""
