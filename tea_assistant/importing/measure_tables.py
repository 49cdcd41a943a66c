"""Finds measures in tables that have a column for them, as many plans do: „Maßnahme | Zuständig | Frist“."""

import re
from collections.abc import Iterator, Mapping

from tea_assistant.importing.passages import Passage
from tea_assistant.importing.word_stems import words_of
from tea_assistant.model.grid import Grid
from tea_assistant.model.proposal import ProposalKind
from tea_assistant.model.source_document import Region, SourceDocument
from tea_assistant.patterns import regex

_COLUMNS = {
    "measure": regex(
        r"(?:einzel|konkrete )?maßnahmen?(?: \S{1,20}){0,3}|aktivität(?:en)?|handlungsschritte?",
        re.IGNORECASE,
    ),
    "responsible": regex(
        r"(?:zuständig|verantwortlich|federführ|umsetzung durch|beteiligt)\w*(?: \S+){0,3}", re.IGNORECASE
    ),
    "when": regex(
        r"(?:zeit\w*|termin\w*|frist|beginn|laufzeit|umsetzung bis|bis wann)(?: \S+){0,2}", re.IGNORECASE
    ),
    "target": regex(r"zielgruppen?", re.IGNORECASE),
}
_NUMBERED = regex(r"^\d{1,2}(?:\.\d{1,2})*[.)]?\s+")
_FEWEST_WORDS = 2


def tabled_passages(document: SourceDocument) -> Iterator[Passage]:
    """Give the measure of each row, with who does it and until when where the table has a column for that."""
    for number, block in enumerate(document.blocks):
        if block.region is not Region.BODY or block.grid is None:
            continue
        columns = _columns(block.grid)
        if not columns:
            continue
        for row in block.grid.rows[1:]:
            said = {name: "" if row[at].merged else row[at].text.strip() for name, at in columns.items()}
            text = _NUMBERED.sub("", said["measure"])
            if len(words_of(text)) >= _FEWEST_WORDS:
                yield Passage(
                    ProposalKind.MEASURE,
                    text,
                    (number,),
                    responsible=said.get("responsible", ""),
                    when=said.get("when", ""),
                    target=said.get("target", ""),
                )


def lists_measures(grid: Grid) -> bool:
    """Tell whether a table lists measures and not figures."""
    return bool(_columns(grid))


def _columns(grid: Grid) -> Mapping[str, int]:
    """Return which column says what; empty where the table is none of measures."""
    head = [" ".join(cell.text.split()) for cell in grid.rows[0]] if grid.rows else []
    found: dict[str, int] = {}
    for at, title in enumerate(head):
        for name, pattern in _COLUMNS.items():
            if pattern.fullmatch(title.rstrip(":")):
                found.setdefault(name, at)
    # „Maßnahmen“ alone may head a column of counts; who does it or until when is asked of measures only.
    return found if "measure" in found and len(found) > 1 else {}
