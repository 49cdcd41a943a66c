"""TEA303: the groups into which a figure is divided leave somebody out."""

from collections.abc import Iterator

from tea_assistant.checks.figure_rows import (
    PlacedRow,
    Split,
    cell_text,
    count_name,
    placed_rows,
    row_name,
    splits,
    sum_text,
)
from tea_assistant.checks.figure_sets import figures_part, printed_figures
from tea_assistant.checks.overlaps import may_overlap
from tea_assistant.checks.quotes import quoted
from tea_assistant.checks.rule import Rule
from tea_assistant.model.application import Application
from tea_assistant.model.figures import COUNTS
from tea_assistant.model.finding import Finding, Severity
from tea_assistant.model.source import Path


def _check(application: Application) -> Iterator[Finding]:
    for figures in printed_figures(application):
        found = [_without_diverse(application, placed) for placed in placed_rows(figures)]
        found += [
            _left_out(application, split)
            for split in splits(figures)
            if len(split.parts) > 1
            and not may_overlap([getattr(part.row, split.key) for part in split.parts])
        ]
        for problem in found:
            if problem:
                path, message, hint = problem
                yield RULE.finding(figures.where, path, message, hint, figures_part(application))


_Problem = tuple[Path, str, str] | None


def _without_diverse(application: Application, placed: PlacedRow) -> _Problem:
    row = placed.row
    if not isinstance(row.total, int) or not isinstance(row.women, int) or not isinstance(row.men, int):
        return None
    added = row.women + row.men
    if row.diverse is not None or added >= row.total:
        return None
    return (
        placed.path("total"),
        (
            f"{quoted(row_name(application, row))}: {count_name(application, 'women')} + "
            f"{count_name(application, 'men')} ergibt {sum_text([row.women, row.men])}, insgesamt sind es "
            f"{cell_text(row.total)}; es bleiben {cell_text(row.total - added)}."
        ),
        (
            "Sind das Personen mit dem Eintrag divers, tragen Sie sie so ein; sonst stimmt eine der Zahlen "
            "nicht."
        ),
    )


def _left_out(application: Application, split: Split) -> _Problem:
    key = application.labels.key("figures", "rows", split.key)
    for count in COUNTS:
        said, known = split.whole.count(count), [part.count(count) for part in split.parts]
        counts = [number for number in known if number is not None]
        if said is None or len(counts) < len(known) or sum(counts) >= said:
            continue
        # What is missing from the total is missing from women and men too: once is enough.
        return (
            split.whole.path(count),
            (
                f"{quoted(row_name(application, split.whole.row))}, {count_name(application, count)}: Die "
                f"Zeilen je {key} ergeben {sum_text(counts)}, insgesamt sind es {cell_text(said)}; "
                f"{cell_text(said - sum(counts))} sind keiner Zeile zugeordnet."
            ),
            (
                "Fehlt eine Zeile, tragen Sie sie nach. Sonst nennen Sie in der Anmerkung, wer nicht "
                "aufgeteilt ist."
            ),
        )
    return None


RULE = Rule(
    code="TEA303",
    severity=Severity.HINT,
    title="Rest nicht ausgewiesen",
    why=(
        "Wer nachrechnet, findet eine Lücke. Ist sie gewollt, genügt eine Anmerkung; sonst fehlt eine "
        "Zeile oder eine Zahl ist falsch."
    ),
    wrong=(
        "rows:\n"
        "  - {group: staff, total: 3345}\n"
        "  - {group: staff, status: Beamt*innen, total: 900}\n"
        "  - {group: staff, status: Tarifbeschäftigte, total: 2400}    # 45 fehlen"
    ),
    right=(
        "rows:\n"
        "  - {group: staff, total: 3345}\n"
        "  - {group: staff, status: Beamt*innen, total: 900}\n"
        "  - {group: staff, status: Tarifbeschäftigte, total: 2445}"
    ),
    check=_check,
)
