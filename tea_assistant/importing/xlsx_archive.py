"""The parts of a workbook before anybody reads them: is it one at all, and does it stay small."""

from zipfile import ZipFile

from tea_assistant.errors import ForeignFileError
from tea_assistant.importing import limits
from tea_assistant.importing.zip_parts import TYPES, part_of
from tea_assistant.importing.zip_parts import opened as opened_parts
from tea_assistant.patterns import bytes_regex

BROKEN = "Die Excel-Datei ist beschädigt und lässt sich nicht lesen."
REPAIR = "Bitte die Datei in Excel öffnen und neu speichern."

_WORKBOOK = bytes_regex(
    rb"spreadsheetml\.(?:sheet|template)\.main|ms-excel\.(?:sheet|template)\.macroEnabled\.main"
)
_ROW_END = b"</row>"
_ROW_NUMBER = bytes_regex(rb'<row\b[^>]*?\br="(\d{1,7})"')
_VALUES = (b"<v>", b"<is>")
_MERGED = bytes_regex(rb'<(?:\w+:)?mergeCell\b[^>]*?\bref="([A-Z]{1,3}\d{1,7}(?::[A-Z]{1,3}\d{1,7})?)"')
_UNCOMPUTED = bytes_regex(
    rb'<(?:\w+:)?c\b[^>]*?\br="([A-Z]{1,3}\d{1,7})"[^>]*>'
    rb"<(?:\w+:)?f\b(?:[^>]*/>|[^>]*>[^<]*</(?:\w+:)?f>)"
    rb"(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v></(?:\w+:)?v>)?</(?:\w+:)?c>"
)


def opened(name: str, data: bytes) -> ZipFile:
    """Open the parts of a workbook; raises `ForeignFileError` where it is none, broken or a bomb."""
    broken = ForeignFileError(BROKEN, file=name, hint=REPAIR)
    archive = opened_parts(data, broken=broken, large=limits.too_many_bytes(name), locked=locked(name))
    types = part_of(archive, TYPES, broken)
    if not _WORKBOOK.search(types):
        raise ForeignFileError(
            "Das ist keine Excel-Arbeitsmappe.",
            file=name,
            hint="Gelesen werden .xlsx, .csv und Tabellen in .md; andere Programme können so speichern.",
        )
    return archive


def locked(name: str) -> ForeignFileError:
    """Word the refusal of a workbook that only opens with a password."""
    return ForeignFileError(
        "Die Excel-Datei ist mit einem Kennwort geschützt.",
        file=name,
        hint="Bitte in Excel öffnen und ohne Kennwort speichern: Datei, Arbeitsmappe schützen.",
    )


def row_beyond(sheet: bytes, limit: int) -> int:
    """Return the number of the first row with a value beyond so many of them; 0 where there is none."""
    filled = begin = line = 0
    while (end := sheet.find(_ROW_END, begin)) >= 0:
        line += 1
        if any(sheet.find(value, begin, end) >= 0 for value in _VALUES):
            filled += 1
            if filled > limit:
                said = _ROW_NUMBER.search(sheet, begin, end)
                return int(said[1]) if said else line
        begin = end + len(_ROW_END)
    return 0


def merged_ranges(sheet: bytes) -> list[str]:
    """Return the merged cells of a sheet, as in A1:A2; openpyxl tells them only where it loads everything."""
    # They stand behind the cells, and the cells are nearly all of the part.
    after = sheet.rfind(b"sheetData")
    return [found.decode() for found in _MERGED.findall(sheet, max(after, 0))]


def uncomputed(sheet: bytes) -> frozenset[str]:
    """Return the cells whose formula was saved without its result."""
    return frozenset(found.decode() for found in _UNCOMPUTED.findall(sheet))
