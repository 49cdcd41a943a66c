"""Lines of a PDF file: words in rows, without running heads, with the page each stands on."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from tea_assistant.errors import ForeignFileError
from tea_assistant.importing.documents.lines import Line, Lines, Progress, Role
from tea_assistant.importing.heading_numbers import numbered
from tea_assistant.importing.pdf.long_tables import continued, whole_table
from tea_assistant.importing.pdf.pages import PdfPages
from tea_assistant.importing.pdf.rows import Row, rows_of
from tea_assistant.importing.pdf.running_heads import without_running_heads
from tea_assistant.patterns import regex

_LARGER = 1.12
"""Of the size of most letters: what is larger is a heading."""
_FURTHER = 1.25
"""Of the usual distance of two lines: what is further apart are two paragraphs."""
_ITEM = regex(r"(?:[-–—*+•▪■●◦○►➢➤✓✔·\uf000-\uf0ff]|(?:\d{1,2}|[a-z])\))(?:\s+\S|$)")
_SMALL = 0.15
_MARGIN = 40.0
_BLANK = 0.3
_HYPHENS = ("-", "\u2010", "\u2011")
_ENDED = regex(r"[.!?:]$")
_NEAR = 4.0


def read(name: str, data: bytes, progress: Progress | None = None) -> Lines:
    """Read a file page by page; raises `ForeignFileError` where it cannot be opened or holds no text."""
    pages = PdfPages(name, data, progress)
    rows: list[Row] = []
    blank: list[int] = []
    for page in pages:
        found = rows_of(page)
        rows += found
        if not found:
            blank.append(page.number)
    if not rows:
        raise ForeignFileError(
            "Die PDF-Datei enthält keinen Text, nur Bilder, wie nach dem Einscannen.",
            file=name,
            hint="Bitte mit Texterkennung (OCR) speichern oder das Original als Word-Datei einlesen.",
        )
    kept, head = without_running_heads(rows, pages.read)
    return Lines(tuple(_lines(kept, name)), head, pages.count, tuple(_remarks(pages, blank)))


def _remarks(pages: PdfPages, blank: Sequence[int]) -> Iterator[str]:
    if pages.stopped:
        yield pages.stopped
    if blank:
        first = ", ".join(map(str, blank[:8])) + (" …" if len(blank) > 8 else "")
        yield (
            f"Ohne Text, vielleicht eingescannt, und darum nicht gelesen: Seite {first}."
            if len(blank) == 1
            else f"Ohne Text, vielleicht eingescannt, und darum nicht gelesen: {len(blank)} Seiten ({first})."
        )


class _Usual(Struct):
    """What most lines of the document have in common."""

    size: float
    pitch: float
    """From one line to the next, as a multiple of the size."""


def _usual(rows: Sequence[Row]) -> _Usual:
    sizes: Counter[float] = Counter()
    for row in rows:
        sizes[row.size] += len(row.text)
    size = sizes.most_common(1)[0][0] if sizes else 10.0
    steps = [
        (before.bottom - row.bottom) / size
        for before, row in pairwise(rows)
        if before.page == row.page
        and before.size == row.size == size
        and 0 < before.bottom - row.bottom < 3 * size
    ]
    # Where lines are long, most steps are those between paragraphs; those inside them are the smallest.
    return _Usual(size or 10.0, sorted(steps)[int(len(steps) * _SMALL)] if steps else 1.3)


def _lines(rows: Sequence[Row], name: str) -> Iterator[Line]:
    usual = _usual([row for row in rows if row.table is None])
    margins = _margins(rows)
    items = _Items()
    before: Row | None = None
    for at, row in enumerate(rows):
        if row.table is not None:
            if before is not None and before.table is not None and at in continued(rows, at):
                continue
            yield whole_table(rows, at, name)
            before, items = row, _Items()
            continue
        hard = before is not None and before.table is None and _is_hard(before, row, margins)
        if (
            before is not None
            and before.size == row.size
            and _is_strong(before, usual)
            and _is_strong(row, usual)
        ):
            # A title of two lines is one title, wherever it was broken.
            hard = numbered(row.text) is not None
        begins = before is None or before.table is not None or _begins(before, row, hard, usual)
        level = 0
        if _ITEM.match(row.text) and (begins or hard or row.text[0] not in "-–—*+"):
            level, begins = items.level_of(row), True
        elif before is not None and before.page != row.page and items.goes_on(row):
            # It stands under the text of the item that the page before ended with.
            begins = row.bold != before.bold
        elif begins and items.ends_before(row):
            items = _Items()
        yield Line(
            row.text,
            Role.BULLET if level else Role.TEXT,
            page=row.page,
            level=level,
            begins=begins,
            hard=hard,
            strong=_is_strong(row, usual),
            size=row.size,
        )
        before = row


class _Items:
    """How far from the left edge the items of a list stand, one inside the other."""

    def __init__(self) -> None:
        self._steps: list[float] = []

    def level_of(self, row: Row) -> int:
        """Take in an item and return how deep it lies."""
        while self._steps and row.left < self._steps[-1] - _NEAR:
            self._steps.pop()
        if not self._steps or row.left > self._steps[-1] + _NEAR:
            self._steps.append(row.left)
        return len(self._steps)

    def goes_on(self, row: Row) -> bool:
        """Tell whether a row stands under the text of the last item."""
        return bool(self._steps) and row.left > self._steps[-1] + _NEAR

    def ends_before(self, row: Row) -> bool:
        """Tell whether a row stands no further in than the outermost items, so that the list is over."""
        return bool(self._steps) and row.left < self._steps[0] + _NEAR


def _is_strong(row: Row, usual: _Usual) -> bool:
    return row.bold or row.size > usual.size * _LARGER


def _begins(before: Row, row: Row, hard: bool, usual: _Usual) -> bool:
    if row.bold != before.bold and (row.bold or hard):
        return True
    if abs(row.size - before.size) > 0.1 * usual.size:
        return True
    if row.page != before.page or row.bottom > before.bottom:
        # A new page or column: only a line that was full goes on there.
        return (
            hard
            or numbered(row.text) is not None
            or (not row.text[:1].islower() and _ENDED.search(before.text) is not None)
        )
    return before.bottom - row.bottom > usual.pitch * max(row.size, 1.0) * _FURTHER


def _is_hard(before: Row, row: Row, margins: dict[int, list[tuple[float, float]]]) -> bool:
    if before.text.endswith(_HYPHENS) or row.text[:1].islower():
        return False
    margin = max(right for left, right in margins[before.page] if abs(left - before.left) < _MARGIN)
    return before.right + row.first + _BLANK * before.size < margin


def _margins(rows: Sequence[Row]) -> dict[int, list[tuple[float, float]]]:
    margins: dict[int, list[tuple[float, float]]] = {}
    for row in rows:
        if row.table is None:
            margins.setdefault(row.page, []).append((row.left, row.right))
    return margins
