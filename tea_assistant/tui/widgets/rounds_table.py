"""All rounds side by side: the state of each measure and the value of each figure."""

from collections.abc import Iterator, Sequence

from textual import events
from textual.content import Content
from textual.widgets import Static

from tea_assistant.figures.german import value_text
from tea_assistant.model.evidence import EvidenceState
from tea_assistant.model.labels import Labels
from tea_assistant.renewal.overview import Overview
from tea_assistant.tui.plain import plain
from tea_assistant.tui.widgets.table_columns import Column, fitted, row, widths_of

_Rows = Sequence[Sequence[Content]]
_NARROWEST = 30


class RoundsTable(Static):
    """Two tables below each other, with a column a round."""

    DEFAULT_CSS = """
    RoundsTable { height: auto; }
    """

    def __init__(self) -> None:
        super().__init__(markup=False)
        self._tables: list[tuple[Sequence[Column], _Rows]] = []

    def show(self, found: Overview, labels: Labels) -> None:
        """Show what the rounds say."""
        states = [
            [plain(measure.title), *(_state(measure.states.get(cycle), labels) for cycle in found.rounds)]
            for measure in found.measures
        ]
        values = [
            [
                plain(figure.title),
                *(plain(value_text(v) if (v := figure.values.get(cycle)) else "") for cycle in found.rounds),
            ]
            for figure in found.figures
        ]
        rounds = found.rounds
        self._tables = [
            ([Column("Maßnahme", str), *(Column(cycle, str) for cycle in rounds)], states),
            ([Column("Kennzahl", str), *(Column(cycle, str, right=True) for cycle in rounds)], values),
        ]
        self._draw()

    def on_resize(self, event: events.Resize) -> None:
        """Fit the columns to the new width."""
        del event
        self._draw()

    def _draw(self) -> None:
        if self.content_size.width:
            self.update(Content("\n").join(self._lines(max(self.content_size.width, _NARROWEST))))

    def _lines(self, width: int) -> Iterator[Content]:
        for columns, rows in self._tables:
            if not rows:
                continue
            widths = fitted(widths_of(rows, columns), width)
            yield row([plain(column.title, "bold $text-primary") for column in columns], widths, columns)
            for cells in rows:
                yield row(cells, widths, columns)
            yield Content()


def _state(state: EvidenceState | None, labels: Labels) -> Content:
    match state:
        case None:
            return plain("–", "$text-muted")
        case EvidenceState.OPEN:
            # In full it would take the room that the titles need.
            return plain("offen", "$text-warning")
    return plain(labels.value("evidence", "cycles", "state", state.value))
