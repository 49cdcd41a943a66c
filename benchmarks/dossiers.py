"""Makes dossiers of any size: the same seed, the same files."""

import random
from collections.abc import Iterator
from pathlib import Path

from tea_assistant import resources

CATALOGUE = "verwaltung-2021"
_SENTENCES = (
    "Die Stadt fördert die Gleichstellung ihrer Mitarbeiter*innen und Bürger*innen seit vielen Jahren.",
    "Das Angebot richtet sich an Beschäftigte, die eine Führungsaufgabe übernehmen wollen.",
    "Im letzten Durchgang haben {n} Frauen und {m} Männer teilgenommen.",
    "Ein Jahr später wird gefragt, was sich „im Alltag“ verändert hat; das Ergebnis steht im Bericht.",
    "Wer Angehörige pflegt, kann die Arbeitszeit für {n} Monate verringern und danach zurückkehren.",
    "Die Gleichstellungsbeauftragte begleitet das Vorhaben und berichtet dem Ausschuss jährlich.",
    "Neu ist seit {y}, dass auch Auszubildende aus den Ämtern und Eigenbetrieben mitmachen.",
    "Der Personalrat hat zugestimmt, die Schwerbehindertenvertretung wurde angehört.",
)


def words(source: random.Random, size: int) -> str:
    """Return German prose of at least so many characters, in lines as people write them."""
    lines: list[str] = []
    while sum(map(len, lines)) < size:
        sentence = source.choice(_SENTENCES)
        values = {"n": source.randint(6, 40), "m": source.randint(6, 40), "y": source.randint(2015, 2024)}
        lines.append(sentence.format(**values))
    return "\n".join(lines)


def write(folder: Path, measures: int, *, size: int = 1400, seed: int = 2025) -> Path:
    """Write a dossier with one round, figures and so many measures; `size` characters are their summary."""
    source = random.Random(seed)  # noqa: S311 (nothing secret)
    criteria = list(_criteria())
    ids = [f"massnahme-{number:05d}" for number in range(measures)]
    linked: dict[str, list[str]] = {criterion: [] for _, criterion in criteria}
    files = {"dossier.yaml": _DOSSIER, "figures/2024-12-31.yaml": _FIGURES, "cycles/2025/cycle.yaml": _CYCLE}
    for number, measure in enumerate(ids):
        field, criterion = criteria[number % len(criteria)]
        linked[criterion].append(measure)
        files[f"evidence/{measure}.yaml"] = _measure(source, number, field, criterion, size)
    for field in dict.fromkeys(field for field, _ in criteria):
        of_field = [criterion for at, criterion in criteria if at == field]
        files[f"cycles/2025/fields/{field}.yaml"] = _field(source, of_field, linked)
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def criteria_titles() -> list[tuple[str, str]]:
    """Return the criteria that a city answers, as (id, title)."""
    return [(criterion, criterion.partition("-")[2].capitalize()) for _, criterion in _criteria()]


def _criteria() -> Iterator[tuple[str, str]]:
    for path in sorted((resources.folder("action_fields") / CATALOGUE).glob("af0[1-5].yaml")):
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith("  - id: "):
                yield path.stem, line.removeprefix("  - id: ").strip()


def _measure(source: random.Random, number: int, field: str, criterion: str, size: int) -> str:
    since = source.randint(2012, 2024)
    return f"""\
format: 1
title: Angebot {number} für Mitarbeiter*innen
summary: |
{_indented(words(source, size), 2)}
goal: Mehr Frauen in Bereichen, in denen sie unterrepräsentiert sind.
action_fields: [{field}]
criteria: [{criterion}]
audience: internal
target_groups: [Beschäftigte, Führungskräfte]
legal_character: voluntary
since: {since}
responsible: Büro für Gleichstellung
results:
  - {{value: {source.randint(6, 60)}, unit: Teilnehmerinnen, as_of: 2024-12-31, source: Teilnahmeliste}}
proofs:
  - {{title: Flyer {number}, dated: 2024-03-01, release: public}}
cycles:
  "2025": {{state: continued, confirmed: 2025-02-11, by: Büro für Gleichstellung}}
"""


def _field(source: random.Random, criteria: list[str], linked: dict[str, list[str]]) -> str:
    lines = ["format: 1", "opening: |", _indented(words(source, 600), 2), "criteria:"]
    for criterion in criteria:
        first = f" Dazu gehört [[{linked[criterion][0]}]]." if linked[criterion] else ""
        text = words(source, 700) + first + "\nDer Anteil der Frauen ist {{staff.women.share}}."
        lines += [f"  {criterion}:", "    applies: true", "    statement: |", _indented(text, 6)]
        lines += [f"    evidence: [{', '.join(linked[criterion])}]"]
    return "\n".join([*lines, "closing: |", _indented(words(source, 300), 2), ""])


def _indented(text: str, by: int) -> str:
    return "\n".join(" " * by + line for line in text.splitlines())


_DOSSIER = """\
format: 1
name: Stadt Musterstadt
state: NW
place: Musterstadt
sector: verwaltung
branch: Kommunalverwaltung
office: Büro für Gleichstellung
about: |
  Eine erfundene Stadt mit {{staff.total}} Mitarbeiter*innen, an der gemessen wird.
house_rules:
  gender_notation: star
  small_group: 5
"""

_CYCLE = f"""\
format: 1
catalogue: {CATALOGUE}
deadline: 2025-04-30
figures: 2024-12-31
page_budget: 25
understanding:
  verstaendnis: |
    Die Stadt versteht Chancengleichheit als Aufgabe aller Ämter.
"""

_FIGURES = """\
format: 1
as_of: 2024-12-31
basis: heads
source: Personalverwaltung
rows:
  - {group: staff, total: 3345, women: 1990, men: 1355}
  - {group: leadership, total: 200, women: 86, men: 114}
"""
