"""How the parts of a table are read: the whole, its columns, its rows."""

from collections.abc import Iterator

from textual.content import Content

from tea_assistant.importing.figures.layout import holds_number
from tea_assistant.importing.figures.meaning import Wording
from tea_assistant.importing.figures.memory import row_label
from tea_assistant.services.figures.takeover import Plan
from tea_assistant.tui.plain import plain
from tea_assistant.tui.widgets.pick_list import PickList

WHOLE = "table"
_PLACE = 10
"""Cells for „Spalte AA“ or „Zeile 99“."""
_SHORTEST = 12
"""Of a name that gives way to what it means."""


class ImportParts(PickList):
    """Lists the parts of a table with what each is taken for; Enter changes it."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 (Textual's name)
        super().__init__(self._part, id=id)
        self._plan: Plan | None = None
        self._words: Wording | None = None

    def show_plan(self, plan: Plan | None, words: Wording) -> None:
        """Show how a table is read now."""
        self._plan, self._words = plan, words
        self.show(list(_keys(plan)) if plan else [])

    def _part(self, key: str, width: int) -> list[Content]:
        if self._plan is None or self._words is None:
            return []
        layout, mapping = self._plan.table.layout, self._plan.mapping
        kind, _, number = key.partition(":")
        at = int(number or 0)
        if kind == WHOLE:
            clear = not mapping.unclear
            text = self._words.text(mapping.whole) or ("wie ihre Zeilen und Spalten sagen" if clear else "")
            return [
                _line(
                    "Tabelle",
                    layout.title,
                    text if clear else "",
                    width,
                    given=self._plan.given.whole.is_known,
                )
            ]
        if kind == "column":
            is_label = at < layout.labels
            known = mapping.columns.get(at)
            text = self._words.text(known) if known else "nennt die Zeilen" if is_label else ""
            text = text or ("wie die Zeilen sagen" if known is not None else "")
            place = f"Spalte {layout.column(at)}"
            return [_line(place, layout.heads[at], text, width, given=at in self._plan.given.columns)]
        known = mapping.rows.get(at)
        text = "" if known is None else self._words.text(known) or "alle"
        return [
            _line(
                f"Zeile {layout.line(at)}",
                row_label(layout, at),
                text,
                width,
                given=at in self._plan.given.rows,
            )
        ]


def _keys(plan: Plan) -> Iterator[str]:
    layout = plan.table.layout
    yield WHOLE
    yield from (f"column:{at}" for at in range(layout.width))
    yield from (f"row:{at}" for at in layout.body if any(map(holds_number, layout.values(at))))


def _line(place: str, name: str, text: str, width: int, *, given: bool) -> Content:
    sign = plain("● ", "$text-primary") if given else plain("  ")
    said = text or "? nicht erkannt"
    # What it means must stay in sight, so the name gives way.
    room = max(width - _PLACE - len(said) - 6, _SHORTEST)
    shown = name if len(name) <= room else f"{name[: room - 1]}…"
    head = sign + plain(f"{place:<{_PLACE}} ", "$text-muted") + plain(shown)
    if not text:
        return head + plain(f" → {said}", "$text-warning")
    return head + plain(" → ", "$text-muted") + plain(said)
