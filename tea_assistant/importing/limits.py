"""How much of somebody else's document is read: a table of figures is small, and a bomb is not."""

from tea_assistant.errors import ForeignFileError

MAX_BYTES = 30_000_000
MAX_DOCUMENT = 100_000_000
"""Bytes of a document; most of a PDF are pictures."""
MAX_UNPACKED = 120_000_000
"""Bytes of all parts of a workbook together, once unpacked."""
MAX_PARTS = 5_000
MAX_ROWS = 20_000
MAX_COLUMNS = 500
MAX_CELLS = 200_000
MAX_TEXT_PART = 60_000_000
"""Bytes of the text of a Word file, once unpacked; 500 pages have five."""
MAX_PAGES = 1_000
MAX_LETTERS = 4_000_000
"""Of a document; the Bible has as many."""
MAX_LINES = 60_000
"""Of a document; 500 pages have 20 000."""
MAX_LINE = 50_000
"""Characters of a line in which Markdown is looked for."""
MAX_SECONDS = 60
"""For which pages are read."""

_MEANT = (
    "Gemeint ist eine Auswertung mit Summen, keine Liste mit einer Zeile je Person. "
    "Bitte nur die Tabelle mit den Kennzahlen in einer eigenen Datei speichern."
)


def too_many_rows(name: str, cell: str, sheet: str = "") -> ForeignFileError:
    """Word the refusal of a table that goes on beyond what is read."""
    where = f"Das Blatt „{sheet}“" if sheet else "Die Tabelle"
    return ForeignFileError(
        f"{where} ist zu groß: Ab Zelle {cell} würde nichts mehr gelesen "
        f"(höchstens {_grouped(MAX_ROWS)} Zeilen, {MAX_COLUMNS} Spalten, {_grouped(MAX_CELLS)} Zellen).",
        file=name,
        hint=_MEANT,
    )


def too_many_bytes(name: str) -> ForeignFileError:
    """Word the refusal of a file that is too large, or becomes so once unpacked."""
    return ForeignFileError("Die Datei ist zu groß.", file=name, hint=_MEANT)


def _grouped(number: int) -> str:
    return f"{number:,}".replace(",", ".")
