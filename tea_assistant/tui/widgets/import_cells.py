"""What becomes of the cells of a table: what is wrong, what goes where, what stays out."""

from collections.abc import Iterator

from textual.content import Content

from tea_assistant.importing.figures.meaning import Meaning, Wording
from tea_assistant.patterns import regex
from tea_assistant.services.figures.takeover import Move, Plan
from tea_assistant.services.figures.takeover_text import (
    fate_text,
    left_out_line,
    problem_line,
    target_text,
    value_text,
)
from tea_assistant.tui.plain import plain
from tea_assistant.tui.widgets.import_parts import WHOLE
from tea_assistant.tui.widgets.pick_list import PickList

_PLACE = regex(r"(?:Zelle|Spalte) (?P<column>[A-Z]+)|Zeile (?P<line>\d+)")
_CELL, _VALUE = 5, 7


class ImportCells(PickList):
    """Lists the cells of a table, the wrong ones first; Enter changes how a cell is read."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 (Textual's name)
        super().__init__(self._cell, empty="Noch keine Zahl findet einen Platz.", id=id)
        self._plan: Plan | None = None
        self._words: Wording | None = None

    def show_plan(self, plan: Plan | None, words: Wording) -> None:
        """Show what an import would do now."""
        self._plan, self._words = plan, words
        self.show(list(_keys(plan)) if plan else [])

    @property
    def part(self) -> str:
        """The part of the table that explains the cell under the cursor, as `ImportParts` calls it."""
        found = _PLACE.match(self._place)
        if found is None or self._plan is None:
            return WHOLE
        layout = self._plan.table.layout
        columns = [f"column:{at}" for at in range(layout.width) if layout.column(at) == found["column"]]
        rows = [f"row:{at}" for at in layout.body if str(layout.line(at)) == found["line"]]
        return next(iter([*columns, *rows]), WHOLE)

    @property
    def _place(self) -> str:
        if self._plan is None or self.key is None:
            return ""
        kind, _, number = self.key.partition(":")
        at = int(number)
        if kind == "problem":
            return f"Zelle {self._plan.problems[at].cell}"
        return (
            f"Zelle {self._plan.moves[at].placed.cell}" if kind == "move" else self._plan.left_out[at].place
        )

    @property
    def detail(self) -> str:
        """All that is to be said of the cell under the cursor."""
        if self._plan is None or self._words is None or self.key is None:
            return ""
        kind, _, number = self.key.partition(":")
        at = int(number)
        if kind == "problem":
            return problem_line(self._plan.problems[at])
        if kind == "out":
            return left_out_line(self._plan.left_out[at])
        placed = self._plan.moves[at].placed
        target = target_text(placed.target, self._words)
        fate = fate_text(self._plan.moves[at])
        return f"Zelle {placed.cell} „{placed.text}“: {target}: {value_text(placed.value)} ({fate})"

    def _cell(self, key: str, width: int) -> list[Content]:
        del width
        if self._plan is None or self._words is None:
            return []
        kind, _, number = key.partition(":")
        at = int(number)
        if kind == "problem":
            return [plain(f"✗ {problem_line(self._plan.problems[at])}", "$text-error")]
        if kind == "out":
            return [plain(f"– {left_out_line(self._plan.left_out[at])}", "$text-muted")]
        return [_move(self._plan.moves[at], self._words)]


def _keys(plan: Plan) -> Iterator[str]:
    yield from (f"problem:{at}" for at in range(len(plan.problems)))
    yield from (f"move:{at}" for at in range(len(plan.moves)))
    yield from (f"out:{at}" for at in range(len(plan.left_out)))


def _move(move: Move, words: Wording) -> Content:
    target = move.placed.target
    splits = [words.employment(value) if name == "employment" else value for name, value in target.splits]
    # The group comes last: it is mostly the same for all cells.
    named = [words.count(target.count), *splits, words.text(Meaning(group=target.group))]
    sign, style = (
        ("=", "$text-muted") if move.is_same else ("+", "") if move.is_new else ("≠", "$text-warning")
    )
    fate = "" if move.is_new or move.is_same else f"{fate_text(move)}  "
    head = f"{sign} {move.placed.cell:<{_CELL}} {value_text(move.placed.value):>{_VALUE}}  {fate}"
    return plain(head, style) + plain(" · ".join(named))
