"""The lines beneath the table of figures: the cell at hand, its value before, and what is wrong with it."""

from collections.abc import Sequence

from textual import events
from textual.content import Content
from textual.widgets import Static

from tea_assistant.model.application import Application
from tea_assistant.model.figures import FigureSet
from tea_assistant.model.finding import Finding, Severity
from tea_assistant.tui.plain import plain
from tea_assistant.tui.severity import SIGNS, STYLES
from tea_assistant.tui.widgets.figure_grid import FigureGrid
from tea_assistant.tui.widgets.figure_priors import prior_text
from tea_assistant.tui.widgets.figure_sheet import FigureSheet, Kind

_APART = "   "
_TYPING = "Enter oder Tab übernimmt, Esc verwirft. 43 % heißt: nur so veröffentlicht."
_LABEL = "Enter ändert Gruppe und Merkmale der Zeile."


class FigureStatus(Static):
    """Says in two lines what there is to say of the cell under the cursor."""

    DEFAULT_CSS = """
    FigureStatus { height: 2; padding: 0 1; background: $surface; }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 (Textual's name)
        super().__init__(id=id, markup=False)
        self._lines = (Content(), Content(), Content())
        self.text = ""
        """What it says."""

    def show(
        self, grid: FigureGrid, application: Application, figures: FigureSet, findings: Sequence[Finding]
    ) -> None:
        """Show the cell at hand; `findings` are those of its row, heaviest first."""
        sheet = grid.shown
        if sheet is None or not sheet.rows:
            self._lines = (Content(), Content(), Content())
        else:
            before = prior_text(application, figures, sheet, grid.row, grid.column)
            here = plain(_what(sheet, grid), "bold")
            self._lines = (here, plain(before, "$text-accent"), _words(sheet, grid, findings))
        self._draw_lines()

    def on_resize(self, event: events.Resize) -> None:
        """Fit the lines to the new width."""
        del event
        self._draw_lines()

    def _draw_lines(self) -> None:
        here, before, words = self._lines
        width = max(self.content_size.width, 20)
        room = width - before.cell_length - len(_APART)
        # The value before matters more than the end of a long name.
        first = here.truncate(max(room, 10), ellipsis=True) + Content(_APART) + before
        content = Content("\n").join((first.truncate(width), words.truncate(width, ellipsis=True)))
        self.text = content.plain
        self.update(content)


def _what(sheet: FigureSheet, grid: FigureGrid) -> str:
    spec, cell = sheet.columns[grid.column], sheet.cell(grid.row, grid.column)
    if spec.kind is Kind.LABEL:
        return cell.text
    if grid.draft is not None:
        shown = grid.draft
    elif cell.derived and cell.text:
        shown = f"{cell.text} (ausgerechnet)"
    else:
        shown = f"{cell.text} (nur so veröffentlicht)" if cell.text.endswith("%") else cell.text or "–"
    return f"{spec.title}: {shown} · {sheet.title(grid.row)}"


def _words(sheet: FigureSheet, grid: FigureGrid, findings: Sequence[Finding]) -> Content:
    if grid.problem:
        return _signed(Severity.ERROR, grid.problem)
    spec = sheet.columns[grid.column]
    wrong = sorted(sheet.contradictions(grid.row), key=lambda c: spec.key not in c.counts)
    if wrong:
        return _signed(Severity.ERROR, wrong[0].text)
    if grid.draft is not None:
        return plain(_TYPING, "$text-muted")
    here = sorted(findings, key=lambda f: spec.key not in f.path)
    if here:
        return _signed(here[0].severity, here[0].message)
    if note := sheet.note(grid.row):
        return plain(f"Anmerkung: {note}", "$text-muted")
    return plain(_LABEL if spec.kind is Kind.LABEL else spec.help, "$text-muted")


def _signed(severity: Severity, text: str) -> Content:
    return plain(f"{SIGNS[severity]} {text}", STYLES[severity])
