"""Pages of a PDF file, one after the other, as PDFium sees them: the only file that knows the library."""

import ctypes
import threading
import time
from collections.abc import Iterator
from typing import Any

from tea_assistant.errors import ForeignFileError
from tea_assistant.importing import limits
from tea_assistant.importing.documents.lines import Progress
from tea_assistant.importing.pdf.print import Box, PrintedPage, Rule, Word

_LOCK = threading.Lock()
"""PDFium does one thing at a time."""
_PASSWORD = 4
_BOLD = 600
_FORCED_BOLD = 1 << 18
_BOLD_NAMES = ("bold", "black", "heavy", "semibold", "demi")
_GAP = 0.18
"""Of the size of the letters: a wider gap parts two words where no blank stands."""
_HALF = 0.5
_THIN = 1.5
_SHORTEST = 4.0
_MOST_RULES = 6_000
_MOST_SEGMENTS = 40_000
_BROKEN_HYPHENS = frozenset((0x02, 0xFFFE, 0xAD))
"""What PDFium makes of a hyphen at the end of a line."""
_BLANK = 0x20


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
        return PrintedPage(at + 1, page.get_width(), page.get_height(), words, _rules(page, raw))
    finally:
        page.close()


def _words(text: Any, raw: Any, count: int) -> Iterator[Word]:
    """Yield the words of a page; a document has a million letters, so nothing is made for each of them."""
    rect = raw.FS_RECTF()
    fonts = _Fonts(text, raw)
    letters: list[str] = []
    left = bottom = right = top = before = size = 0.0
    bold = False
    for at in range(min(count, limits.MAX_LETTERS)):
        letter = _letter(raw.FPDFText_GetUnicode(text, at))
        # The loose box has the blanks of the font around the letter, and the same height for all letters.
        if letter and not raw.FPDFText_GetLooseCharBox(text, at, rect):
            continue
        # Boxes of two lines may overlap, so only the lower edges tell whether it is the same one; the letters
        # of a ligature have one and the same box.
        if letters and not (
            letter
            and abs(rect.bottom - bottom) < max(size * _HALF, 1)
            and rect.left >= before - 1
            and rect.left - right < max(size * _GAP, 1)
        ):
            yield Word("".join(letters), Box(left, bottom, right, top), size, bold)
            letters = []
        if not letter:
            continue
        before = rect.left
        if letters:
            letters.append(letter)
            left, bottom = min(left, rect.left), min(bottom, rect.bottom)
            right, top = max(right, rect.right), max(top, rect.top)
        else:
            letters = [letter]
            left, bottom, right, top = rect.left, rect.bottom, rect.right, rect.top
            size, bold = _size(text, at, raw), fonts.is_bold(at)
    if letters:
        yield Word("".join(letters), Box(left, bottom, right, top), size, bold)


def _letter(code: int) -> str:
    """Return what a code prints; empty for blanks and whatever prints nothing."""
    if code in _BROKEN_HYPHENS:
        return "-"
    if code <= _BLANK or 0xD800 <= code < 0xE000 or code >= 0x110000:
        return ""
    letter = chr(code)
    return "" if letter.isspace() else letter


def _size(text: Any, at: int, raw: Any) -> float:
    size = float(raw.FPDFText_GetFontSize(text, at))
    matrix = raw.FS_MATRIX()
    if raw.FPDFText_GetMatrix(text, at, matrix):
        size *= (matrix.b**2 + matrix.d**2) ** 0.5 or 1.0
    return round(size, 1)


class _Fonts:
    """Which fonts of a page are bold."""

    def __init__(self, text: Any, raw: Any) -> None:
        self._text = text
        self._raw = raw
        self._known: dict[tuple[bytes, int], bool] = {}
        self._flags = ctypes.c_int()
        self._name = ctypes.create_string_buffer(96)

    def is_bold(self, at: int) -> bool:
        """Tell whether a letter is printed in bold."""
        if self._raw.FPDFText_GetFontWeight(self._text, at) >= _BOLD:
            return True
        self._raw.FPDFText_GetFontInfo(self._text, at, self._name, len(self._name), self._flags)
        key = (self._name.value, self._flags.value)
        if key not in self._known:
            name = key[0].decode("utf-8", "replace").lower()
            self._known[key] = any(word in name for word in _BOLD_NAMES) or bool(key[1] & _FORCED_BOLD)
        return self._known[key]


def _rules(page: Any, raw: Any) -> tuple[Rule, ...]:
    rules: list[Rule] = []
    segments = 0
    for drawn in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=4):
        segments += raw.FPDFPath_CountSegments(drawn.raw)
        if segments > _MOST_SEGMENTS or len(rules) > _MOST_RULES:
            # A map or a chart, not a table.
            return ()
        rules += _of_path(drawn, raw)
    return tuple(rules)


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
