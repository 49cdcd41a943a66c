"""All figures over the rounds, as people read them."""

from collections.abc import Iterator

from tea_assistant.figures.german import trend_text
from tea_assistant.figures.trend import history
from tea_assistant.services.session import Session


def as_text(session: Session) -> str:
    """Show every figure that has a value, with its earlier values."""
    return "\n".join(_lines(session)) + "\n"


def _lines(session: Session) -> Iterator[str]:
    for name, indicator in session.application.catalogue.indicators.items():
        if values := history(session.application, name):
            yield f"{indicator.title}: {trend_text(values)}"
