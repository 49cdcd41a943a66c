"""Writes a number that a text tells into the figures of its round, as it was published."""

from fractions import Fraction

from tea_assistant.errors import EditError
from tea_assistant.figures.german import plain_number_text
from tea_assistant.model.catalogue import CellSelector, Indicator
from tea_assistant.model.decoding import decode
from tea_assistant.model.figures import COUNTS, SPLITS, FigureRow, row_key
from tea_assistant.model.layout import Kind, figures_file
from tea_assistant.model.proposal import Proposal
from tea_assistant.services.figures.edits import cell_changes
from tea_assistant.services.figures.takeover import figures_at
from tea_assistant.services.session import Session
from tea_assistant.store import schema
from tea_assistant.store.yaml.writer import Change

_HINT = "Von Hand lässt sie sich bei den Kennzahlen eintragen."


def write_figure(session: Session, proposal: Proposal, label: str) -> str:
    """Put a told number into the figures of its round and return the file; raises `EditError`.

    A share is kept as the percentage that was published; where counts stand already, it follows from them.
    """
    indicator = session.application.catalogue.indicators.get(proposal.indicator)
    if indicator is None or not proposal.results:
        raise EditError("Welche Kennzahl gemeint ist, ist nicht erkannt.", hint=_HINT)
    if not proposal.cycle:
        raise EditError("Zu welcher Runde die Zahl gehört, ist nicht erkannt.", hint=_HINT)
    cell, value = _cell(indicator), _value(proposal)
    file = _file(session, proposal.cycle)
    standing = session.value(file)
    rows = standing.get("rows") if isinstance(standing, dict) else None
    rows = rows if isinstance(rows, list) else []
    wanted = {"group": cell.group} | {name: getattr(cell, name) for name in SPLITS if getattr(cell, name)}
    at = next((n for n, row in enumerate(rows) if _is_row(row, cell)), None)
    if at is not None and rows[at].get(cell.count) is not None:
        raise EditError(_refusal(rows[at][cell.count], value))
    text = session.text(file) or ""
    if at is None:
        changes = cell_changes(text, rows, {}, [{**wanted, cell.count: value}])
    else:
        changes = cell_changes(text, rows, {(at, cell.count): value})
    with session.together():
        session.edit(file, [*([] if standing else _beginning(proposal)), *changes], label)
        if not schema.is_valid(Kind.FIGURES, session.value(file)):
            raise EditError("Das Ergebnis wäre keine gültige Kennzahlendatei; es wurde nichts geändert.")
    return file


def _cell(indicator: Indicator) -> CellSelector:
    """Return the cell of an indicator; a share stands in that of its part where the whole is the same row."""
    cell, whole = indicator.numerator, indicator.denominator
    same = whole is None or all(getattr(cell, name) == getattr(whole, name) for name in ("group", *SPLITS))
    if not same or cell.count not in COUNTS[1 if whole else 0 :]:
        raise EditError("Diese Kennzahl lässt sich nicht als Prozentzahl festhalten.", hint=_HINT)
    return cell


def _value(proposal: Proposal) -> object:
    number = proposal.results[0].value
    if number is None:
        raise EditError("Die Zahl ist nicht erkannt.", hint=_HINT)
    if proposal.digits is None:
        return int(number)
    percent = int(number) if number.denominator == 1 else float(number)
    return {"percent": percent, "digits": proposal.digits, "published": True}


def _file(session: Session, cycle: str) -> str:
    """Return the file whose reference date is the year of the round; a jury names no day."""
    found = figures_at(session, cycle)
    return found.where.file if found else figures_file(cycle)


def _is_row(row: object, cell: CellSelector) -> bool:
    decoded = decode(FigureRow, row)
    return isinstance(row, dict) and not decoded.period and row_key(decoded) == row_key(cell)


def _refusal(standing: object, value: object) -> str:
    if standing == value:
        return "Diese Zahl steht schon in den Kennzahlen."
    if isinstance(standing, int) and isinstance(value, dict):
        return "Dort steht schon die Anzahl; der Anteil ergibt sich daraus."
    printed = standing.get("percent") if isinstance(standing, dict) else standing
    said = plain_number_text(Fraction(str(printed))) if isinstance(printed, int | float) else str(printed)
    return f"In den Kennzahlen steht dort schon ein anderer Wert: {said}."


def _beginning(proposal: Proposal) -> list[Change]:
    origin = proposal.origin
    source = ", ".join(filter(None, (origin.document, origin.heading))) if origin else ""
    as_of = int(proposal.cycle) if proposal.cycle.isdecimal() else proposal.cycle
    told = [Change(("source",), source)] if source else []
    note = "Der Stichtag ist nicht genannt; es steht das Jahr der Runde.\n"
    return [
        Change(("format",), schema.FORMAT),
        Change(("as_of",), as_of),
        Change(("basis",), "heads"),
        *told,
        Change(("note",), note),
    ]
