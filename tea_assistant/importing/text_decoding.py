"""Text of files that say nothing about their encoding."""

import codecs

from tea_assistant.errors import ForeignFileError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 4_000


def decoded(name: str, data: bytes) -> str:
    """Return the text of a file in UTF-8, UTF-16 or what Windows writes; raises `ForeignFileError`."""
    for encoding in _candidates(data):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise ForeignFileError(
        "Die Datei enthält keinen lesbaren Text.",
        file=name,
        hint="Bitte die Tabelle als Excel-Arbeitsmappe (.xlsx) oder als CSV in UTF-8 speichern.",
    )


def _candidates(data: bytes) -> tuple[str, ...]:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return (encoding,)
    sample = data[:_SAMPLE]
    # Half of the bytes of plain letters in UTF-16 are zero, and no other text holds one.
    if b"\0" in sample:
        return ("utf-16-le",) if sample[1:2] == b"\0" else ("utf-16-be",)
    return ("utf-8", "cp1252")
