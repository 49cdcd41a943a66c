"""TEA312: the figures of the round tell of so few people that they can be recognised."""

from collections.abc import Iterator

from tea_assistant.checks.figure_rows import PlacedRow, count_name, placed_rows, row_name
from tea_assistant.checks.figure_sets import figures_part
from tea_assistant.checks.quotes import quoted
from tea_assistant.checks.rule import Rule
from tea_assistant.checks.small_groups import is_small
from tea_assistant.model.application import Application
from tea_assistant.model.figures import COUNTS
from tea_assistant.model.finding import Finding, Severity


def _check(application: Application) -> Iterator[Finding]:
    figures = application.figures
    if figures is None or figures.public:
        return
    for placed in placed_rows(figures):
        if small := list(_small_counts(application, placed)):
            cells = ", ".join(f"{count_name(application, count)} {number}" for count, number in small)
            given = [count for count, _ in small if getattr(placed.row, count) is not None]
            yield RULE.finding(
                figures.where,
                placed.path(given[0] if given else ""),
                f"{quoted(row_name(application, placed.row))}: {cells}. Das sind weniger als "
                f"{application.organisation.house_rules.small_group} Personen, die man erkennen könnte.",
                "Alles, was veröffentlicht wird, lässt diese Zahl weg, die Mappe behält sie. Fassen Sie "
                "Gruppen zusammen, oder nehmen Sie den Befund mit dem Grund an.",
                figures_part(application),
            )


def _small_counts(application: Application, placed: PlacedRow) -> Iterator[tuple[str, int]]:
    for count in COUNTS:
        number = placed.count(count)
        if number is not None and is_small(application, number):
            yield count, number


RULE = Rule(
    code="TEA312",
    severity=Severity.WARNING,
    title="Kleine Gruppe in den Kennzahlen",
    why=(
        "Wer das Haus kennt, erkennt in einer sehr kleinen Gruppe einzelne Menschen. Ab wie vielen Personen "
        "Zahlen veröffentlicht werden, steht in den Hausregeln der Mappe."
    ),
    wrong="rows:\n  - {group: leadership, employment: part, women: 21, men: 4}",
    right="rows:\n  - {group: leadership, employment: part, total: 25}    # ohne Aufteilung",
    check=_check,
)
