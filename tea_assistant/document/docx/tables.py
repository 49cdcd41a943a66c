"""Lays out tables of the Word file: heads that repeat, rows that stay whole, columns with room."""

from collections.abc import Iterable, Iterator, Sequence

from markdown_it.token import Token
from msgspec import Struct
from msgspec.structs import replace

from tea_assistant.document.docx.runs import Writing, runs
from tea_assistant.document.docx.xml import NOTHING, Markup, joined, w
from tea_assistant.document.leaf import words

MOST_COLUMNS = 63
"""Word refuses files with wider tables; what is beyond comes to stand in the last column."""
_SIDES = {"text-align:right": "right", "text-align:center": "center"}
_LETTER = 108
"""How wide a letter of running text is, in twips, rather more than less."""
_PADDING = 190
_LEAST = 6
"""No column is narrower than so many letters."""
_LONG, _LONG_NUMBER = 14, 24
"""A column whose texts are all shorter is as wide as its widest cell; numbers do not break well."""
_MOST = 60
"""Beyond so many letters a column needs more lines, not more room."""

_WHOLE = 20
"""Up to so many rows a table stays on one page."""
_ENDS = 2
"""Of a longer one at least so many rows stand on a page."""


class Cell(Struct, frozen=True):
    """A cell with its tokens."""

    tokens: Sequence[Token]
    side: str = ""
    """CSS, as markdown-it-py has it."""


def table(rows: Sequence[Sequence[Cell]], title: str, width: int, indent: int, writing: Writing) -> Markup:
    """Write a table; its first row is the head, and `title` says what it shows to those who do not see it."""
    count = min(len(rows[0]), MOST_COLUMNS)
    style, scale = _size(count)
    widths = _widths([row[:count] for row in rows], width, scale)
    head = w("pStyle", val=f"Tabellenkopf{style}")
    return w(
        "tbl",
        w(
            "tblPr",
            w("tblStyle", val="Bewerbungstabelle"),
            w("tblW", w=sum(widths), type="dxa"),
            w("tblInd", w=indent, type="dxa") if indent else NOTHING,
            w("tblLayout", type="fixed"),
            # The first row is a head, and nothing is striped.
            w("tblLook", val="0620", firstRow=1, firstColumn=0, noHBand=1, noVBand=1),
            w("tblCaption", val=title) if title else NOTHING,
        ),
        w("tblGrid", *(w("gridCol", w=each) for each in widths)),
        _row(rows[0], widths, head, replace(writing, notes=False), w("tblHeader")),
        *(
            _row(row, widths, joined([w("pStyle", val=f"Tabellentext{style}"), kept]), writing)
            for row, kept in zip(rows[1:], _kept(len(rows) - 1), strict=True)
        ),
    )  # fmt: skip


def _kept(count: int) -> Iterator[Markup]:
    """Keep each row of a short table with the next one, and of a long one those at its ends."""
    for left in range(count - 1, -1, -1):
        inside = count > _WHOLE and _ENDS <= left < count - _ENDS
        yield NOTHING if inside or not left else w("keepNext")


def _row(
    row: Sequence[Cell], widths: Sequence[int], layout: Markup, writing: Writing, head: Markup = NOTHING
) -> Markup:
    *first, last = [[cell] for cell in row[: len(widths)]]
    columns = [*first, last + list(row[len(widths) :])]
    cells = (_cell(*each, layout, writing) for each in zip(columns, widths, strict=True))
    return w("tr", w("trPr", w("cantSplit"), head), *cells)


def _cell(cells: Iterable[Cell], width: int, layout: Markup, writing: Writing) -> Markup:
    return w("tc", w("tcPr", w("tcW", w=width, type="dxa")), *_paragraphs(cells, layout, writing))


def _paragraphs(cells: Iterable[Cell], layout: Markup, writing: Writing) -> Iterator[Markup]:
    for cell in cells:
        side = _SIDES.get(cell.side)
        yield w("p", w("pPr", layout, w("jc", val=side) if side else NOTHING), runs(cell.tokens, writing))


def _size(columns: int) -> tuple[str, float]:
    """Return which size a table of so many columns is set in."""
    return ("", 0.9) if columns <= 6 else ("klein", 0.8) if columns <= 10 else ("winzig", 0.6)


def _shown(cell: Cell) -> str:
    return "".join(map(words, cell.tokens))


def _widths(rows: Sequence[Sequence[Cell]], width: int, scale: float) -> list[int]:
    """Share out the room: columns of numbers and short texts get what they need, the others the rest."""
    needs: list[int] = []
    weights: list[int] = []
    for head, *column in zip(*rows, strict=True):
        longest = max((len(_shown(cell)) for cell in column), default=0)
        # The head of a narrow column breaks, unless one of its words is long.
        letters = max([longest, _LEAST, *map(len, _shown(head).split())])
        short = bool(needs) and letters < (_LONG_NUMBER if head.side in _SIDES else _LONG)
        needs.append(round(_LETTER * scale * letters) + _PADDING if short else 0)
        weights.append(0 if short else min(letters, _MOST) + 1)
    rest = width - sum(needs)
    if rest < width // 4:
        # Too much for the page as it is: all give way alike.
        return [width // len(needs)] * len(needs)
    return [need or rest * weight // sum(weights) for need, weight in zip(needs, weights, strict=True)]
