"""How much of somebody else's document is read: a table of figures is small, and a bomb is not."""

from tea_assistant.errors import ForeignFileError

MAX_BYTES = 30_000_000
MAX_UNPACKED = 120_000_000
"""Bytes of all parts of a workbook together, once unpacked."""
MAX_PARTS = 5_000
MAX_ROWS = 20_000
MAX_COLUMNS = 500
MAX_CELLS = 200_000

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
