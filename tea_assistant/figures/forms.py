"""The forms in which a text may ask for a figure."""

from tea_assistant.figures.german import delta_text, rounds_text, trend_text, value_text
from tea_assistant.figures.trend import current_value, delta, history
from tea_assistant.model.application import Application

FORMS = ("", "trend", "history", "rounds", "delta")
"""Alone; with the value before it; with all before it; from the first round on; the change since the last."""


def figure_text(application: Application, indicator_id: str, form: str = "") -> str | None:
    """Print a figure of this round in a form; None where there is nothing to print.

    A value without an earlier one prints alone as trend, history or rounds, and has no delta.
    """
    value = current_value(application, indicator_id)
    if value is None or form not in FORMS:
        return None
    if not form:
        return value_text(value)
    values = history(application, indicator_id)
    if form == "delta":
        change = delta(value, values[1][1]) if len(values) > 1 else None
        return None if change is None else delta_text(change)
    if form == "rounds":
        return rounds_text(values)
    return trend_text(values, prior=1 if form == "trend" else None)
