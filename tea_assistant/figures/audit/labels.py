"""Labels that contradict their numbers: „überhälftig (< 50 %)“, a share of women over the shares of men."""

import re
from collections.abc import Iterator

from tea_assistant.figures.audit.finding import CONTRARY_LABEL, AuditFinding, of_head
from tea_assistant.figures.audit.share_columns import ShareRelation
from tea_assistant.figures.audit.table import Table
from tea_assistant.figures.audit.words import ABOVE_HALF, BELOW_HALF, Sex, cleaned, role_of
from tea_assistant.model.grid import GridCell
from tea_assistant.patterns import regex

_HALF = 50
_UP_TO = regex(r"(?:<|≤|<=|=<|unter|bis(?: zu)?|weniger als|kleiner(?: als)?)\s*(\d{1,3})\s*%", re.IGNORECASE)
_FROM = regex(r"(?:>|≥|>=|=>|über|ab|mehr als|mindestens|größer(?: als)?)\s*(\d{1,3})\s*%", re.IGNORECASE)
_BETWEEN = regex(r"(\d{1,3})\s*%?\s*(?:-|–|bis)\s*(?:unter\s*)?(\d{1,3})\s*%")
_NAMES = {Sex.WOMEN: "Frauen", Sex.MEN: "Männer", Sex.DIVERSE: "diversen Personen"}


def audit_labels(table: Table, relations: tuple[ShareRelation, ...]) -> Iterator[AuditFinding]:
    """Yield every label that says the opposite of its own range or of its numbers."""
    told = set[GridCell]()
    for cell in _label_cells(table):
        if cell not in told and (right := _contradiction(cell.text)):
            told.add(cell)
            yield of_head(
                CONTRARY_LABEL,
                table,
                cell,
                recomputed=right,
                message=f"Die Beschriftung widerspricht sich selbst: Gemeint ist wohl „{right}“.",
                hint="Überhälftig arbeitet, wer mindestens die Hälfte der vollen Zeit arbeitet.",
            )
    for relation in relations:
        yield from _of_other_sex(table, relation)


def _label_cells(table: Table) -> Iterator[GridCell]:
    for column in table.columns:
        yield from column.head
    for row in table.grid.rows:
        yield row[0]


def _contradiction(text: str) -> str:
    """Return what a label about half of the working time should say; empty where it says so."""
    if "%" not in text:
        return ""
    limits = role_of(cleaned(text)).limits & {BELOW_HALF, ABOVE_HALF}
    if len(limits) != 1:
        return ""
    low, high = _range(text)
    if ABOVE_HALF in limits and high is not None and high <= _HALF:
        return "überhälftig (≥ 50 %)"
    if BELOW_HALF in limits and low is not None and low >= _HALF:
        return "unterhälftig (< 50 %)"
    return ""


def _range(text: str) -> tuple[int | None, int | None]:
    if between := _BETWEEN.search(text):
        return int(between[1]), int(between[2])
    high, low = _UP_TO.search(text), _FROM.search(text)
    return (int(low[1]) if low else None), (int(high[1]) if high else None)


def _of_other_sex(table: Table, relation: ShareRelation) -> Iterator[AuditFinding]:
    """Report a share that is named after one sex and computed from the other."""
    said, counted = relation.share.role, relation.part.role
    if not (said.names_sex and counted.names_sex) or said.sex is counted.sex or not relation.share.head:
        return
    if relation.whole.role.sex is not Sex.TOTAL:
        return
    name = _NAMES[counted.sex]
    yield of_head(
        CONTRARY_LABEL,
        table,
        relation.share.head[-1],
        recomputed=f"Anteil der {name}",
        message=f"Die Spalte heißt „{relation.share.label}“, ihre Werte sind aber der Anteil der {name}.",
        hint="Ändern Sie die Überschrift oder die Werte.",
    )
