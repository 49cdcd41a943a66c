"""Pages of a PDF file, one after the other, as PDFium sees them: the only file that knows the library."""

import ctypes
import threading
import time
from collections.abc import Iterator
from typing import Any

from tea_assistant.errors import ForeignFileError
from tea_assistant.importing import limits
from tea_assistant.importing.document_lines import Progress
from tea_assistant.importing.pdf_print import Box, PrintedPage, Rule, Word

_LOCK = threading.Lock()
"""PDFium does one thing at a time."""
_PASSWORD = 4
_BOLD = 600
_BOLD_NAMES = ("bold", "black", "heavy", "semibold", "demi")
_GAP = 0.18
"""Of the size of the letters: a wider gap parts two words where no blank stands."""
_HALF = 0.5
_THIN = 1.5
_SHORTEST = 4.0
_MOST_RULES = 6_000
_MOST_SEGMENTS = 40_000
_BROKEN_HYPHENS = "\x02\ufffe\u00ad"
"""What PDFium makes of a hyphen at the end of a line."""
_FIRST_PRINTED = " "


class PdfPages:
    """The pages of a file; raises `ForeignFileError` where it cannot be opened."""

    def __init__(self, name: str, data: bytes, progress: Progress | None = None) -> None:
        self._name = name
        self._data = data
        self._progress = progress
        self.count = 0
        self.read = 0
        self.stopped = ""
        """German: why the last pages were not read."""

    def __iter__(self) -> Iterator[PrintedPage]:
        import pypdfium2  # type: ignore[import-untyped]  # noqa: PLC0415 (costs 60 ms)

        with _LOCK:
            try:
                document = pypdfium2.PdfDocument(self._data)
            except pypdfium2.PdfiumError as error:
                raise _refused(self._name, error) from error
            try:
                yield from self._pages(document, pypdfium2)
            finally:
                document.close()

    def _pages(self, document: Any, library: Any) -> Iterator[PrintedPage]:
        self.count = len(document)
        begin, letters = time.monotonic(), 0
        for at in range(self.count):
            if at >= limits.MAX_PAGES or letters > limits.MAX_LETTERS:
                self.stopped = (
                    f"Die Datei ist sehr lang: Gelesen wurden die ersten {at} von {self.count} Seiten."
                )
                return
            if time.monotonic() - begin > limits.MAX_SECONDS:
                self.stopped = f"Das Lesen dauerte zu lang: Gelesen wurden {at} von {self.count} Seiten."
                return
            try:
                page = _page(document, at, library.raw)
            except (library.PdfiumError, ctypes.ArgumentError, ValueError):
                # One broken page is no reason to refuse the others.
                page = PrintedPage(at + 1, 0, 0, (), ())
            letters += sum(len(word.text) for word in page.words)
            self.read = at + 1
            yield page
            if self._progress is not None:
                self._progress(at + 1, min(self.count, limits.MAX_PAGES))


def _refused(name: str, error: Any) -> ForeignFileError:
    if getattr(error, "err_code", None) == _PASSWORD:
        return ForeignFileError(
            "Die PDF-Datei ist mit einem Kennwort geschützt.",
            file=name,
            hint="Bitte öffnen, ohne Kennwort speichern („Drucken als PDF“) und noch einmal versuchen.",
        )
    return ForeignFileError(
        "Die PDF-Datei ist beschädigt und lässt sich nicht lesen.",
        file=name,
        hint="Bitte in einem PDF-Programm öffnen und neu speichern.",
    )


def _page(document: Any, at: int, raw: Any) -> PrintedPage:
    page = document[at]
    try:
        text = page.get_textpage()
        try:
            words = tuple(_words(text.raw, raw, text.count_chars()))
        finally:
            text.close()
        rules, pictures = _rules(page, raw)
        return PrintedPage(at + 1, page.get_width(), page.get_height(), words, rules, pictures)
    finally:
        page.close()


def _words(text: Any, raw: Any, count: int) -> Iterator[Word]:
    rect = raw.FS_RECTF()
    fonts: dict[tuple[str, int], bool] = {}
    letters: list[str] = []
    box: Box | None = None
    before = Box(0, 0, 0, 0)
    size, bold = 0.0, False
    for at in range(min(count, limits.MAX_LETTERS)):
        code = raw.FPDFText_GetUnicode(text, at)
        letter = chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else ""
        if letter in _BROKEN_HYPHENS and letter:
            letter = "-"
        if not letter or letter <= _FIRST_PRINTED or letter.isspace():
            if letters and box:
                yield Word("".join(letters), box, size, bold)
            letters, box = [], None
            continue
        # The loose box has the blanks of the font around the letter, and the same height for all letters.
        if not raw.FPDFText_GetLooseCharBox(text, at, rect):
            continue
        this = Box(rect.left, rect.bottom, rect.right, rect.top)
        if letters and box and not _touches(box, before, this, size):
            yield Word("".join(letters), box, size, bold)
            letters, box = [], None
        before = this
        if not letters or box is None:
            size = _size(text, at, raw)
            bold = _is_bold(text, at, raw, fonts)
            letters, box = [letter], this
        else:
            letters.append(letter)
            box = Box(
                min(box.left, this.left),
                min(box.bottom, this.bottom),
                max(box.right, this.right),
                max(box.top, this.top),
            )
    if letters and box:
        yield Word("".join(letters), box, size, bold)


def _touches(box: Box, before: Box, this: Box, size: float) -> bool:
    # Loose boxes of two lines may overlap, so only the lower edges tell whether it is the same one.
    same_line = abs(this.bottom - box.bottom) < max(size * _HALF, 1)
    # The letters of a ligature have one and the same box.
    return same_line and this.left >= before.left - 1 and this.left - box.right < max(size * _GAP, 1)


def _size(text: Any, at: int, raw: Any) -> float:
    size = float(raw.FPDFText_GetFontSize(text, at))
    matrix = raw.FS_MATRIX()
    if raw.FPDFText_GetMatrix(text, at, matrix):
        size *= (matrix.b**2 + matrix.d**2) ** 0.5 or 1.0
    return round(size, 1)


def _is_bold(text: Any, at: int, raw: Any, known: dict[tuple[str, int], bool]) -> bool:
    if raw.FPDFText_GetFontWeight(text, at) >= _BOLD:
        return True
    flags = ctypes.c_int()
    name = ctypes.create_string_buffer(96)
    raw.FPDFText_GetFontInfo(text, at, name, len(name), flags)
    key = (name.value.decode("utf-8", "replace").lower(), flags.value)
    if key not in known:
        known[key] = any(word in key[0] for word in _BOLD_NAMES) or bool(key[1] & (1 << 18))
    return known[key]


def _rules(page: Any, raw: Any) -> tuple[tuple[Rule, ...], bool]:
    rules: list[Rule] = []
    pictures, segments = False, 0
    for drawn in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_IMAGE], max_depth=4):
        if drawn.type == raw.FPDF_PAGEOBJ_IMAGE:
            pictures = True
            continue
        segments += raw.FPDFPath_CountSegments(drawn.raw)
        if segments > _MOST_SEGMENTS or len(rules) > _MOST_RULES:
            # A map or a chart, not a table.
            return (), pictures
        rules += _of_path(drawn, raw)
    return tuple(rules), pictures


def _of_path(drawn: Any, raw: Any) -> Iterator[Rule]:
    matrix = drawn.get_matrix()
    x, y = ctypes.c_float(), ctypes.c_float()
    first = last = (0.0, 0.0)
    for number in range(raw.FPDFPath_CountSegments(drawn.raw)):
        segment = raw.FPDFPath_GetPathSegment(drawn.raw, number)
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        point = (
            matrix.a * x.value + matrix.c * y.value + matrix.e,
            matrix.b * x.value + matrix.d * y.value + matrix.f,
        )
        kind = raw.FPDFPathSegment_GetType(segment)
        if kind == raw.FPDF_SEGMENT_MOVETO:
            first = point
        elif kind == raw.FPDF_SEGMENT_LINETO:
            yield from _rule(last, point)
        last = point
        if raw.FPDFPathSegment_GetClose(segment):
            yield from _rule(last, first)
            last = first


def _rule(one: tuple[float, float], other: tuple[float, float]) -> Iterator[Rule]:
    wide, high = abs(one[0] - other[0]), abs(one[1] - other[1])
    if wide <= _THIN and high >= _SHORTEST:
        yield Rule(True, (one[0] + other[0]) / 2, min(one[1], other[1]), max(one[1], other[1]))
    elif high <= _THIN and wide >= _SHORTEST:
        yield Rule(False, (one[1] + other[1]) / 2, min(one[0], other[0]), max(one[0], other[0]))
