"""What the catalogue computes from the figures of a date, beside the values of earlier rounds."""

from textual import events
from textual.content import Content
from textual.widgets import Static

from tea_assistant.figures.german import value_text
from tea_assistant.figures.trend import history
from tea_assistant.figures.values import value_of
from tea_assistant.model.application import Application
from tea_assistant.model.catalogue import Indicator
from tea_assistant.model.figures import FigureSet
from tea_assistant.tui.plain import plain
from tea_assistant.tui.widgets.table_columns import Column, fitted, row, widths_of

_COLUMNS = (
    Column("Kennzahl", str),
    Column("Wert", str, right=True),
    Column("Früher", str),
)


class IndicatorTable(Static):
    """The indicators of the catalogue; where one is missing that every application needs, it says so."""

    DEFAULT_CSS = """
    IndicatorTable { height: auto; margin-bottom: 1; }
    """

    def __init__(self) -> None:
        super().__init__(markup=False)
        self._rows: list[tuple[Content, ...]] = []
        self.text = ""
        """What the table says."""

    def show(self, application: Application, figures: FigureSet) -> None:
        """Show the values at one reference date."""
        of_round = application.figures is not None and application.figures.id == figures.id
        indicators = application.catalogue.indicators.values()
        self._rows = [_row(indicator, application, figures, of_round=of_round) for indicator in indicators]
        self._draw_rows()

    def on_resize(self, event: events.Resize) -> None:
        """Fit the columns to the new width."""
        del event
        self._draw_rows()

    def _draw_rows(self) -> None:
        widths = fitted(widths_of(self._rows, _COLUMNS), max(self.size.width, 20))
        titles = [plain(column.title, "bold") for column in _COLUMNS]
        lines = [row(cells, widths, _COLUMNS) for cells in ([titles, *self._rows] if self._rows else [])]
        content = (
            Content("\n").join(lines)
            if lines
            else plain("Der Katalog nennt keine Kennzahlen.", "$text-muted")
        )
        if content.plain != self.text:
            self.text = content.plain
            self.update(content)


def _row(
    indicator: Indicator, application: Application, figures: FigureSet, *, of_round: bool
) -> tuple[Content, ...]:
    value = value_of(indicator, figures)
    title = plain(indicator.title or indicator.id, "" if value else "$text-muted")
    if value is not None:
        shown = plain(value_text(value))
    else:
        shown = (
            plain("✗ fehlt", "$text-error") if indicator.required and of_round else plain("–", "$text-muted")
        )
    return title, shown, plain(_earlier(application, indicator, of_round=of_round), "$text-muted")


def _earlier(application: Application, indicator: Indicator, *, of_round: bool) -> str:
    # Only the figures of the round have earlier rounds beside them, as in the document.
    values = history(application, indicator.id) if of_round else ()
    before = (f"{cycle}: {value_text(value)}" for cycle, value in values if cycle != application.cycle.id)
    return ", ".join(before)
