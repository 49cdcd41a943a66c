"""The forms in which a text may ask for a figure."""

from collections.abc import Mapping

from tea_assistant.figures.comparability import asides
from tea_assistant.figures.german import delta_text, rounds_text, trend_text, value_text
from tea_assistant.figures.trend import History, current_value, delta, history
from tea_assistant.model.application import Application

FORMS = ("", "trend", "history", "rounds", "delta")
"""Alone; with the value before it; with all before it; from the first round on; the change since the last."""


def figure_text(application: Application, indicator_id: str, form: str = "") -> str | None:
    """Print a figure of this round in a form; None where there is nothing to print.

    A value without an earlier one prints alone as trend, history or rounds, and has no delta. An earlier
    value that is not quite comparable says why in a few words.
    """
    value = current_value(application, indicator_id)
    if value is None or form not in FORMS:
        return None
    if not form:
        return value_text(value)
    values, said = history(application, indicator_id), asides(application, indicator_id)
    if form == "delta":
        return _change(values, said)
    if form == "rounds":
        return rounds_text(values, said)
    return trend_text(values, prior=1 if form == "trend" else None, asides=said)


def _change(values: History, said: Mapping[str, str]) -> str | None:
    if len(values) <= 1:
        return None
    (_, new), (cycle, old), *_ = values
    change = delta(new, old)
    if change is None:
        return None
    return f"{delta_text(change)} ({cycle} {said[cycle]})" if cycle in said else delta_text(change)
