"""All rounds side by side, as sections of the document."""

from collections.abc import Mapping
from types import MappingProxyType

from tea_assistant.document.blocks import Section, Table
from tea_assistant.figures.german import value_text
from tea_assistant.model.evidence import EvidenceState
from tea_assistant.model.labels import Labels
from tea_assistant.renewal.overview import Overview

_PART = "rounds"
_SHORT: Mapping[EvidenceState, str] = MappingProxyType(
    {
        EvidenceState.NEW: "neu",
        EvidenceState.CONTINUED: "fortgef.",
        EvidenceState.EXPANDED: "ausgeb.",
        EvidenceState.PLANNED: "geplant",
        EvidenceState.ENDED: "beendet",
        EvidenceState.OPEN: "offen",
    }
)
"""For the columns of a terminal, where the full words leave no room for the titles."""


def overview_sections(found: Overview, labels: Labels, *, short: bool = False) -> tuple[Section, ...]:
    """Lay out the tables of measures and figures by round; an empty one is left out."""

    def state(of: EvidenceState | None) -> str:
        if of is None:
            return ""
        return _SHORT[of] if short else labels.value("evidence", "cycles", "state", of.value)

    measures = [
        (row.title, *(state(row.states.get(cycle)) for cycle in found.rounds)) for row in found.measures
    ]
    figures = [
        (row.title, *(value_text(row.values[cycle]) if cycle in row.values else "" for cycle in found.rounds))
        for row in found.figures
    ]
    tables = (("measures", "Maßnahmen", "Maßnahme", measures), ("figures", "Kennzahlen", "Kennzahl", figures))
    below = [
        Section(f"{_PART}/{name}", _PART, heading, 3, (Table((first, *found.rounds), tuple(rows)),))
        for name, heading, first, rows in tables
        if rows
    ]
    return (Section(_PART, _PART, "Alle Runden", 2), *below)
