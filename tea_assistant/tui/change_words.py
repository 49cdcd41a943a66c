"""What changed in one item, as people see it; removed and added words have signs, not colours alone."""

from collections.abc import Iterator
from itertools import pairwise

from textual.content import Content

from tea_assistant.prose.difference import Kind, Piece
from tea_assistant.services.compare import FieldChange, FileChange
from tea_assistant.services.compare_text import KINDS, excerpt
from tea_assistant.tui.plain import plain

SIGNS = {"added": "+", "removed": "−", "changed": "~"}
"""What stands before a changed item in a list."""
STYLES = {"added": "$text-success", "removed": "$text-error", "changed": "$text-warning"}
_WORD_STYLES: dict[Kind, str] = {"removed": "$text-error strike", "added": "$text-success underline"}
_WORD_SIGNS: dict[Kind, str] = {"removed": "−", "added": "+"}
_MOST_FIELDS = 200
"""So many changed fields of one item are shown; nobody reads more of them."""


def heading(change: FileChange) -> Content:
    """Name an item and say what became of it."""
    sign = plain(f"{SIGNS[change.kind]} ", f"bold {STYLES[change.kind]}")
    return sign + plain(change.title, "bold") + plain(f"  {KINDS[change.kind]}", "$text-muted")


def fields(change: FileChange) -> Content:
    """Tell field by field what changed in an item."""
    shown = [_field(field) for field in change.fields[:_MOST_FIELDS]]
    if left := len(change.fields) - len(shown):
        shown.append(plain(f"… und {left} weitere Felder", "$text-muted"))
    return Content("\n\n").join(shown)


def legend(change: FileChange) -> str:
    """Explain the signs where they are used."""
    return "−so− ist weggefallen, +so+ ist dazugekommen" if change.kind == "changed" else ""


def _field(field: FieldChange) -> Content:
    label = plain(field.label, "$text-primary") + "\n"
    if field.old is None or field.new is None:
        kind: Kind = "added" if field.old is None else "removed"
        return label + plain(
            (field.new if field.old is None else field.old) or "", _plain_style(kind), lines=True
        )
    return label + Content.assemble(*_pieces(excerpt(field)))


def _plain_style(kind: Kind) -> str:
    # A whole text that came or went stands in an item that says so: signs around it would say it twice.
    return "$text-muted strike" if kind == "removed" else ""


def _pieces(pieces: tuple[Piece, ...]) -> Iterator[Content]:
    for before, piece in pairwise((None, *pieces)):
        assert piece is not None
        if before and before.kind == "removed" and piece.kind == "added":
            yield Content(" ")
        if piece.kind == "same":
            yield plain(piece.text, lines=True)
            continue
        sign = _WORD_SIGNS[piece.kind]
        yield plain(f"{sign}{piece.text}{sign}", _WORD_STYLES[piece.kind], lines=True)
