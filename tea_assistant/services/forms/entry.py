"""What a field shows of a value, what is meant by what is typed into it, and what emptying it takes away."""

from collections.abc import Mapping
from typing import Any

from tea_assistant.model.source import Path
from tea_assistant.patterns import regex
from tea_assistant.services.forms.choices import YES
from tea_assistant.services.forms.plan import Control, FieldPlan
from tea_assistant.services.forms.values import (
    cell_of,
    cell_text,
    date_of,
    date_text,
    lines_of,
    lines_text,
    number_of,
    text_of,
)
from tea_assistant.store.yaml.writer import REMOVE, Change

_FIRST_LINES = regex(r"\A(?:[^\S\n]*\n)+")


def shown(plan: FieldPlan, value: object) -> str:
    """Write a value as it is typed into its field; a choice is the value that stands in the file."""
    match plan.control:
        case Control.DATE:
            return date_text(value)
        case Control.CELL:
            return cell_text(value)
        case Control.LINES:
            return lines_text(value)
        case Control.CHOICE | Control.SWITCH | Control.REFERENCE:
            return str(value).lower() if isinstance(value, bool) else text_of(value)
        case Control.TEXT | Control.PROSE:
            return text_of(value).removesuffix("\n")
    return text_of(value)


def entered(plan: FieldPlan, text: str) -> Any:
    """Read what was typed into a field as it is stored; None where nothing is to stand there."""
    if not text.strip():
        return None
    match plan.control:
        case Control.NUMBER:
            return _whole(number_of(text), plan)
        case Control.CELL:
            return cell_of(text)
        case Control.DATE:
            return date_of(text, year_as_number=_takes_number(plan))
        case Control.LINES:
            return lines_of(text) or None
        case Control.SWITCH:
            return text == YES.value
        case Control.PROSE:
            # Empty lines before and behind a text are no part of it.
            return f"{_FIRST_LINES.sub('', text.rstrip())}\n"
        case Control.CHOICE | Control.REFERENCE if text.isdecimal() and _takes_number(plan):
            # A year alone is a number in a file that people write by hand.
            return int(text)
    return text.rstrip()


def value_in(root: object, path: Path) -> Any:
    """Return the value at a path below another; None where there is none."""
    value: Any = root
    for step in path:
        if isinstance(step, int):
            value = value[step] if isinstance(value, list) and step < len(value) else None
        else:
            value = value.get(step) if isinstance(value, Mapping) else None
    return value


def removal(root: object, path: Path) -> Change | None:
    """Return what takes a value away; None where there is nothing to take.

    A group of which nothing is left goes too; an item of a list stays, so that none moves up.
    """
    if value_in(root, path) is None:
        return None
    while len(path) > 1 and isinstance(path[-2], str) and _is_alone(root, path):
        path = path[:-1]
    return Change(path, REMOVE)


def _is_alone(root: object, path: Path) -> bool:
    parent = value_in(root, path[:-1])
    return isinstance(parent, Mapping) and len(parent) == 1


def _takes_number(plan: FieldPlan) -> bool:
    return "integer" in plan.node.get("type", ())


def _whole(number: float | str, plan: FieldPlan) -> float | str:
    """Return 12,0 as 12 where only whole numbers are allowed."""
    if isinstance(number, float) and plan.node.get("type") == "integer" and number.is_integer():
        return int(number)
    return number
