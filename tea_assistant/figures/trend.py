"""The values of an indicator over the rounds, and how far two of them are apart."""

from tea_assistant.figures.rounding import half_up
from tea_assistant.figures.values import Value, value_of
from tea_assistant.model.application import Application

History = tuple[tuple[str, Value], ...]
"""(round, value), newest first."""


def current_value(application: Application, indicator_id: str) -> Value | None:
    """Return an indicator's value in this round; None where the indicator or its figures are unknown."""
    indicator = application.catalogue.indicators.get(indicator_id)
    if indicator is None or application.figures is None:
        return None
    return value_of(indicator, application.figures)


def history(application: Application, indicator_id: str) -> History:
    """Return an indicator's values in this and earlier rounds, newest first, leaving out unknown ones."""
    indicator = application.catalogue.indicators.get(indicator_id)
    if indicator is None:
        return ()
    return tuple(
        (cycle, value)
        for cycle, figures in application.figure_history
        if (value := value_of(indicator, figures)) is not None
    )


def delta(new: Value, old: Value) -> Value | None:
    """Return the difference of two values: percentage points of shares, a plain number of counts.

    Where one of them is known only as a printed percentage, the printed numbers are compared; a reader
    could not come to another result.
    """
    if new.is_share != old.is_share or new.number is None or old.number is None:
        return None
    digits = max(new.digits, old.digits)
    published = new.published or old.published
    if published:
        difference = half_up(new.number, new.digits) - half_up(old.number, old.digits)
    else:
        difference = new.number - old.number
    return Value(difference, digits, is_share=new.is_share, published=published)
