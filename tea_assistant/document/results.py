"""Results of measures in a line: what was counted, and once for all that share it the day and the source."""

from collections.abc import Sequence
from itertools import groupby

from tea_assistant.document.dates import german_date
from tea_assistant.figures.german import NO_BREAK_SPACE, plain_number_text
from tea_assistant.model.evidence import Result


def results_text(results: Sequence[Result], *, sources: bool = True) -> str:
    """Return results one behind the other: „23 geänderte Vorlagen; 118 mit Check (31.12.2024, Ratsbüro)“."""
    alike = groupby(results, key=lambda result: (result.as_of, result.source if sources else ""))
    return "; ".join(_with_details(list(group), *details) for details, group in alike)


def counted(result: Result) -> str:
    """Return what a result says, without its day and its source."""
    number = "" if result.value is None else plain_number_text(result.value)
    counted = NO_BREAK_SPACE.join(part for part in (number, result.unit) if part) if number else ""
    return ": ".join(part for part in (counted, result.text.strip()) if part)


def _with_details(results: Sequence[Result], as_of: str, source: str) -> str:
    said = "; ".join(text for result in results if (text := counted(result).rstrip(".")))
    details = ", ".join(text for text in (german_date(as_of), source) if text)
    return f"{said} ({details})" if details else said
