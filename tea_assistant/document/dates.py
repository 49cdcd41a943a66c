"""Dates as the document prints them: as German prose does."""

from tea_assistant.prose.dates import german_date, german_period

__all__ = ["german_date", "german_period"]
