"""What a table shows of records: the keys that are filled in, with their values as people read them."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from functools import partial
from typing import Any

from tea_assistant.figures.german import plain_number_text
from tea_assistant.model.application import Application
from tea_assistant.services.forms.choices import listed, referable, title_of
from tea_assistant.services.forms.plan import Control, FieldPlan, fields_of
from tea_assistant.services.forms.values import cell_text, date_text, text_of
from tea_assistant.tui.widgets.table_columns import Column

_YEAR_FROM = 1900


def columns_of(
    item: Mapping[str, Any], records: Sequence[object], application: Application
) -> tuple[Column, ...]:
    """Return a column for each key that at least one record has."""
    return tuple(
        Column(
            plan.title,
            partial(_cell, plan, application),
            right=plan.control in (Control.NUMBER, Control.CELL),
        )
        for plan in fields_of(item, ())
        if any(isinstance(record, Mapping) and record.get(plan.path[0]) is not None for record in records)
    )


def _cell(plan: FieldPlan, application: Application, record: object) -> str:
    value = record.get(plan.path[0]) if isinstance(record, Mapping) else None
    return shown(plan, application, value)


def shown(plan: FieldPlan, application: Application, value: object) -> str:
    """Write a value as a table shows it."""
    if value is None:
        return ""
    match plan.control:
        case Control.CHOICE:
            return title_of(listed(plan.node), text_of(value))
        case Control.REFERENCE:
            return title_of(referable(application, plan.node["x-refers-to"]), text_of(value))
        case Control.DATE:
            return date_text(value)
        case Control.NUMBER | Control.CELL:
            return count_text(value, grouped=plan.node.get("minimum", 0) < _YEAR_FROM)
        case Control.GROUP:
            return " – ".join(_inner(plan, application, value))
        case Control.BY_ROUND:
            return ", ".join(_by_round(plan, application, value))
        case Control.LINES if isinstance(value, list):
            return ", ".join(map(text_of, value))
        case Control.REFERENCES if isinstance(value, list):
            choices = referable(application, plan.node["items"]["x-refers-to"])
            return ", ".join(title_of(choices, text_of(each)) for each in value)
    return text_of(value)


def _inner(plan: FieldPlan, application: Application, value: object) -> Iterator[str]:
    if isinstance(value, Mapping):
        for inner in fields_of(plan.node, ()):
            if text := shown(inner, application, value.get(inner.path[0])):
                yield text


def _by_round(plan: FieldPlan, application: Application, value: object) -> Iterator[str]:
    """Yield what each round says in short: „2025: läuft“."""
    if isinstance(value, Mapping):
        for cycle, said in value.items():
            for inner in fields_of(plan.node["additionalProperties"], ()):
                if inner.control is Control.CHOICE and isinstance(said, Mapping):
                    yield f"{cycle}: {shown(inner, application, said.get(inner.path[0]))}"


def count_text(value: object, *, grouped: bool = True) -> str:
    """Write a number with points for thousands, and a published percentage as such."""
    if (
        isinstance(value, int | float)
        and not isinstance(value, bool)
        and grouped
        and abs(value) < float("inf")
    ):
        return plain_number_text(Fraction(str(value)))
    return cell_text(value)
