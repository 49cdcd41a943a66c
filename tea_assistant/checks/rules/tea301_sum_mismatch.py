"""TEA301: the parts of a figure do not add up to their whole."""

from collections.abc import Iterator
from fractions import Fraction

from tea_assistant.checks.figure_rows import (
    SEXES,
    PlacedRow,
    cell_text,
    count_name,
    placed_rows,
    row_name,
    row_with,
    sum_text,
)
from tea_assistant.checks.figure_sets import figures_part, printed_figures
from tea_assistant.checks.quotes import quoted
from tea_assistant.checks.rule import Rule
from tea_assistant.model.application import Application
from tea_assistant.model.figures import FigureSet, PublishedPercent
from tea_assistant.model.finding import Finding, Severity
from tea_assistant.model.source import Path

_HINT = (
    "Prüfen Sie die Zahlen in der Personalstatistik. Eine davon darf fehlen: Das Programm rechnet sie aus "
    "den anderen aus."
)
_EMPLOYMENT = (("", ("full", "part")), ("part", ("part_above_half", "part_below_half")))
"""What every kind of employment consists of, where all of it is counted."""


def _check(application: Application) -> Iterator[Finding]:
    for figures in printed_figures(application):
        for placed in placed_rows(figures):
            name = quoted(row_name(application, placed.row))
            for path, problem in _of_sexes(application, placed):
                yield _finding(application, figures, path, f"{name}: {problem}")
            for path, problem in _of_employment(application, placed, figures):
                yield _finding(application, figures, path, f"{name}, {problem}")


def _finding(application: Application, figures: FigureSet, path: Path, message: str) -> Finding:
    return RULE.finding(figures.where, path, message, _HINT, figures_part(application))


def _of_sexes(application: Application, placed: PlacedRow) -> Iterator[tuple[Path, str]]:
    row = placed.row
    given = {sex: getattr(row, sex) for sex in SEXES if getattr(row, sex) is not None}
    named = " + ".join(count_name(application, sex) for sex in given)
    if len(given) > 1 and all(isinstance(cell, PublishedPercent) for cell in given.values()):
        yield from _of_percents(placed, named, list(given.values()))
        return
    total = row.total
    if not isinstance(total, int) or not all(isinstance(cell, int) for cell in given.values()):
        return
    # A part that is larger than its whole is a finding of its own.
    if not {"women", "men"} <= given.keys() or any(cell > total for cell in given.values()):
        return
    added = sum(given.values())
    # Without „divers“, those who are missing are taken to be just that.
    if added > total or ("diverse" in given and added < total):
        calculation = sum_text(list(given.values()))
        yield (
            placed.path("total"),
            f"{named} ergibt {calculation}, insgesamt steht da aber {cell_text(total)}.",
        )


def _of_percents(placed: PlacedRow, named: str, cells: list[PublishedPercent]) -> Iterator[tuple[Path, str]]:
    # Each was rounded by itself, so their sum may be off by half a digit for each.
    slack = sum(Fraction(1, 2 * 10**cell.digits) for cell in cells)
    added = sum(cell.percent for cell in cells)
    if added > 100 + slack or (len(cells) == len(SEXES) and added < 100 - slack):
        shares = " + ".join(map(cell_text, cells))
        yield placed.path("women"), f"{named} ergibt {shares}, zusammen also nicht 100\u00a0%."


def _of_employment(
    application: Application, placed: PlacedRow, figures: FigureSet
) -> Iterator[tuple[Path, str]]:
    for whole, parts in _EMPLOYMENT:
        found = [row_with(figures, placed.row, "employment", part) for part in parts]
        present = [part for part in found if part]
        if placed.row.employment != whole or len(present) < len(parts):
            continue
        for count in ("total", *SEXES):
            added = [part.count(count) for part in present]
            known = [number for number in added if number is not None]
            said = getattr(placed.row, count)
            if not isinstance(said, int) or len(known) < len(parts) or max(known) > said:
                continue
            if sum(known) != said:
                names = " + ".join(
                    application.labels.value("figures", "rows", "employment", part) for part in parts
                )
                yield (
                    placed.path(count),
                    (
                        f"{count_name(application, count)}: {names} ergibt {sum_text(known)}, "
                        f"hier steht aber {cell_text(said)}."
                    ),
                )


RULE = Rule(
    code="TEA301",
    severity=Severity.ERROR,
    title="Summe stimmt nicht",
    why=(
        "Jurys rechnen nach. Eine Summe, die nicht aufgeht, weckt Zweifel an allen anderen Zahlen, und das "
        "Programm weiß nicht, welche Zahl gilt."
    ),
    wrong="rows:\n  - {group: staff, total: 3345, women: 1990, men: 1455}    # 1.990 + 1.455 = 3.445",
    right="rows:\n  - {group: staff, total: 3345, women: 1990, men: 1355}",
    check=_check,
)
