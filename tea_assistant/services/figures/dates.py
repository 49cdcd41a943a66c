"""The reference dates of the figures: begun anew, and taken as the one on which a round rests."""

from collections.abc import Mapping
from typing import Any

from tea_assistant.model.layout import Kind, cycle_file, figures_file
from tea_assistant.services.forms.plan import Control, FieldPlan, fields_of
from tea_assistant.services.forms.values import date_of, date_text
from tea_assistant.services.session import Session
from tea_assistant.store import schema
from tea_assistant.store.schema import Schema
from tea_assistant.store.yaml.writer import Change

GROUP = "group"


def splits_of(item: Schema) -> tuple[FieldPlan, ...]:
    """Return the fields of a row that say who was counted, beside the group; counts and notes are none."""
    beside = (Control.CELL, Control.TEXT, Control.PROSE)
    return tuple(p for p in fields_of(item, ()) if p.path[0] != GROUP and p.control not in beside)


def narrowing(item: Schema) -> tuple[FieldPlan, ...]:
    """Return those of the splits that narrow the group down; a time of its own does not."""
    return tuple(plan for plan in splits_of(item) if plan.control is not Control.GROUP)


def emptied(record: object, item: Schema) -> dict[str, Any]:
    """Return who is counted in a row, without its counts, its note and its own time."""
    keys = [GROUP, *(str(plan.path[0]) for plan in narrowing(item))]
    stored = record if isinstance(record, Mapping) else {}
    return {key: value for key in keys if (value := stored.get(key)) is not None}


def problem_with(session: Session, typed: str) -> str:
    """Return in German why a typed date cannot be begun; empty where it can."""
    as_of = date_of(typed)
    if not schema.is_valid(Kind.FIGURES, {"format": schema.FORMAT, "as_of": as_of, "rows": []}):
        return "Das ist kein Datum. Zum Beispiel: 31.12.2025 oder 2025."
    return "Diesen Stichtag gibt es schon." if str(as_of) in session.dossier.figures else ""


def begin(session: Session, typed: str) -> str:
    """Make the file of a date with the rows of the latest one, without their counts; return its id.

    Who is left out comes along too: a figure that is counted in another way can't be compared.
    """
    as_of = date_of(typed)
    latest = session.value(figures_file(max(session.dossier.figures, default="")))
    rows = latest.get("rows") if isinstance(latest, Mapping) else None
    item = schema.schema(Kind.FIGURES)["properties"]["rows"]["items"]
    counted = [emptied(row, item) for row in rows or () if isinstance(row, Mapping)]
    same = isinstance(latest, Mapping) and latest.get("basis") == "heads" and latest.get("excluded")
    left_out = {"excluded": same} if same else {}
    value = {"format": schema.FORMAT, "as_of": as_of, "basis": "heads", **left_out, "rows": counted}
    session.write(figures_file(str(as_of)), value, f"Stichtag {date_text(as_of)} anlegen")
    return str(as_of)


def is_ahead(session: Session, as_of: str) -> bool:
    """Tell whether a date is yet to come, so that nobody can have counted then."""
    return as_of > session.today().isoformat()[: len(as_of)]


def rest_on(session: Session, figures_id: str) -> None:
    """Let the round rest on the figures of a date."""
    file = session.application.cycle.where.file or cycle_file(session.cycle)
    # A year alone is a number in a file that people write by hand.
    change = Change(("figures",), date_of(figures_id))
    session.edit(file, [change], f"Stichtag {date_text(figures_id)} für die Runde nehmen")
