"""What a person says about a table: „Spalte B=Frauen“, „Zeile 7=Führungskräfte“, „Tabelle=Beschäftigte“."""

import re
from collections.abc import Iterable

from msgspec.structs import replace

from tea_assistant.errors import UsageError
from tea_assistant.importing.figures.layout import Layout
from tea_assistant.importing.figures.mapping import TableMapping
from tea_assistant.importing.figures.meaning import Meaning, Wording
from tea_assistant.patterns import regex

_PLACE = regex(
    r"\s*(?:(?:Spalte|column)\s+(?P<column>[A-Z]{1,3})|(?:Zeile|row)\s+(?P<row>\d{1,7})|(?P<whole>Tabelle|table))"
    r"\s*=(?P<meaning>.*)",
    re.IGNORECASE | re.DOTALL,
)
_HINT = 'Zum Beispiel: --map "Spalte B=Frauen", --map "Zeile 7=Führungskräfte", --map "Tabelle=Beschäftigte"'


def corrected(
    layout: Layout, wording: Wording, said: Iterable[str], given: TableMapping | None = None
) -> TableMapping:
    """Return what a person said about a table, added to what was `given` before.

    Raises `UsageError` where it names a place that the table does not have, or a meaning that is none.
    """
    mapping = given or TableMapping()
    for text in said:
        found = _PLACE.fullmatch(text)
        if found is None:
            raise UsageError(f"„{text}“ ist keine Zuordnung.", hint=_HINT)
        meaning = wording.read(found["meaning"])
        if found["whole"]:
            mapping = replace(mapping, whole=meaning)
        elif found["column"]:
            at = _column(layout, found["column"].upper())
            mapping = replace(mapping, columns={**mapping.columns, at: meaning})
        else:
            at = _row(layout, int(found["row"]))
            mapping = replace(mapping, rows={**mapping.rows, at: meaning})
    return mapping


def with_column(mapping: TableMapping, at: int, meaning: Meaning) -> TableMapping:
    """Return the mapping with another meaning of a column."""
    return replace(mapping, columns={**mapping.columns, at: meaning})


def with_row(mapping: TableMapping, at: int, meaning: Meaning) -> TableMapping:
    """Return the mapping with another meaning of a row."""
    return replace(mapping, rows={**mapping.rows, at: meaning})


def without_column(mapping: TableMapping, at: int) -> TableMapping:
    """Return the mapping without what was said of a column."""
    return replace(mapping, columns={key: value for key, value in mapping.columns.items() if key != at})


def without_row(mapping: TableMapping, at: int) -> TableMapping:
    """Return the mapping without what was said of a row."""
    return replace(mapping, rows={key: value for key, value in mapping.rows.items() if key != at})


def _column(layout: Layout, name: str) -> int:
    found = next((at for at in range(layout.width) if layout.column(at) == name), None)
    if found is None:
        raise UsageError(
            f"Die Tabelle hat keine Spalte {name}.",
            hint=f"Sie reicht von {layout.column(0)} bis {layout.column(layout.width - 1)}.",
        )
    return found


def _row(layout: Layout, line: int) -> int:
    found = next((at for at in layout.body if layout.line(at) == line), None)
    if found is None:
        raise UsageError(f"Die Tabelle hat keine Zeile {line} mit Zahlen.")
    return found
