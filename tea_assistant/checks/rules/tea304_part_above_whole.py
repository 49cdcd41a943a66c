"""TEA304: a part is larger than the whole that it belongs to."""

from collections.abc import Iterator

from tea_assistant.checks.figure_rows import SEXES, PlacedRow, cell_text, count_name, placed_rows, row_name
from tea_assistant.checks.figure_sets import figures_part, printed_figures
from tea_assistant.checks.quotes import quoted
from tea_assistant.checks.rule import Rule
from tea_assistant.checks.wholes import wholes_of
from tea_assistant.model.application import Application
from tea_assistant.model.figures import COUNTS, FigureSet
from tea_assistant.model.finding import Finding, Severity
from tea_assistant.model.source import Path


def _check(application: Application) -> Iterator[Finding]:
    for figures in printed_figures(application):
        for placed in placed_rows(figures):
            for path, message in (*_in_row(application, placed), *_in_whole(application, placed, figures)):
                yield RULE.finding(
                    figures.where,
                    path,
                    message,
                    "Eine der beiden Zahlen stimmt nicht, oder sie steht in der falschen Zeile oder Spalte.",
                    figures_part(application),
                )


def _in_row(application: Application, placed: PlacedRow) -> Iterator[tuple[Path, str]]:
    total = placed.row.total
    for sex in SEXES:
        part = getattr(placed.row, sex)
        if isinstance(part, int) and isinstance(total, int) and part > total:
            yield (
                placed.path(sex),
                (
                    f"{quoted(row_name(application, placed.row))}: {count_name(application, sex)} "
                    f"{cell_text(part)}, insgesamt aber nur {cell_text(total)}."
                ),
            )


def _in_whole(application: Application, placed: PlacedRow, figures: FigureSet) -> Iterator[tuple[Path, str]]:
    for whole in wholes_of(placed, figures):
        for count in COUNTS:
            part, most = getattr(placed.row, count), whole.count(count)
            if isinstance(part, int) and most is not None and part > most:
                yield (
                    placed.path(count),
                    (
                        f"{quoted(row_name(application, placed.row))}, {count_name(application, count)}: "
                        f"{cell_text(part)}, in {quoted(row_name(application, whole.row))} aber nur "
                        f"{cell_text(most)}."
                    ),
                )


RULE = Rule(
    code="TEA304",
    severity=Severity.ERROR,
    title="Teil größer als das Ganze",
    why="Ein Anteil über 100 % ist unmöglich; meist ist eine Zahl in die falsche Zeile oder Spalte geraten.",
    wrong="rows:\n  - {group: leadership, total: 81, women: 224}",
    right="rows:\n  - {group: leadership, total: 224, women: 81}",
    check=_check,
)
