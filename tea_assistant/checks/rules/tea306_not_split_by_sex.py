"""TEA306: a group is counted without saying how many of them are women and men."""

from collections.abc import Iterator

from tea_assistant.checks.figure_rows import SEXES, cell_text, placed_rows, row_name
from tea_assistant.checks.figure_sets import figures_part
from tea_assistant.checks.quotes import quoted
from tea_assistant.checks.required_figures import unanswered
from tea_assistant.checks.rule import Rule
from tea_assistant.figures.cells import row_of
from tea_assistant.model.application import Application
from tea_assistant.model.catalogue import CellSelector
from tea_assistant.model.figures import FigureRow, FigureSet
from tea_assistant.model.finding import Finding, Severity


def _check(application: Application) -> Iterator[Finding]:
    figures = application.figures
    if figures is None:
        return
    missed = {path for _, path in unanswered(application, figures)}
    asked = list(_rows_asked_by_sex(application, figures))
    for placed in placed_rows(figures):
        row = placed.row
        if row.total is None or any(getattr(row, sex) is not None for sex in SEXES):
            continue
        # A figure that every application must have already says that its count is missing.
        if any(path[:2] == placed.path() for path in missed):
            continue
        if row.employment.startswith("part") or any(row is other for other in asked):
            yield RULE.finding(
                figures.where,
                placed.path(),
                f"{quoted(row_name(application, row))}: Insgesamt {cell_text(row.total)}, aber ohne Frauen "
                "und Männer.",
                "Tragen Sie eines von beiden ein; das andere rechnet das Programm aus.",
                figures_part(application),
            )


def _rows_asked_by_sex(application: Application, figures: FigureSet) -> Iterator[FigureRow]:
    for indicator in application.catalogue.indicators.values():
        cell: CellSelector = indicator.numerator
        if cell.count in SEXES and (row := row_of(cell, figures)):
            yield row


RULE = Rule(
    code="TEA306",
    severity=Severity.WARNING,
    title="Nicht nach Geschlecht aufgeteilt",
    why=(
        "Führung und Teilzeit sind gerade deshalb gefragt, weil sie sich zwischen Frauen und Männern "
        "unterscheiden. Eine Gesamtzahl zeigt das nicht."
    ),
    wrong="rows:\n  - {group: staff, employment: part, total: 1100}",
    right="rows:\n  - {group: staff, employment: part, total: 1100, women: 940}",
    check=_check,
)
