"""A thing that is known of an old measure, text or wish, and the days by which it is judged."""

from datetime import date

from msgspec import Struct

from tea_assistant.model.dates import span_of


class Fact(Struct, frozen=True):
    """One thing that is known."""

    label: str
    text: str
    notable: bool = False
    """It speaks against taking the thing over as it is."""
    prose: bool = False
    """It is a text of the dossier, in which what ages is to be marked."""


class Facts(Struct, frozen=True):
    """Both sides of a thing."""

    before: tuple[Fact, ...]
    now: tuple[Fact, ...]


class Clock(Struct, frozen=True):
    """The days that old texts and proofs are judged by."""

    written: date
    """When the round before was handed in, or had to be."""
    today: date

    def is_fresh(self, text: str) -> bool:
        """Tell whether a date lies after the round before, as far as it is known."""
        span = span_of(text)
        return span is not None and span.last > self.written

    def age(self, text: str) -> str:
        """Say how long ago a date was, as exactly as it is known."""
        span = span_of(text)
        if span is None:
            return "ohne Datum"
        if span.last > self.today:
            return "laufend" if span.first <= self.today else "liegt in der Zukunft"
        months = (self.today.year - span.last.year) * 12 + self.today.month - span.last.month
        if months < 1:
            return "ganz neu"
        if months < 24:
            return "1 Monat alt" if months == 1 else f"{months} Monate alt"
        return f"{months // 12} Jahre alt"
