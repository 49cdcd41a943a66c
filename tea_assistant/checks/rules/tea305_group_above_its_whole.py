"""TEA305: a group has more people than the group that it is usually a part of."""

from collections.abc import Iterator

from tea_assistant.checks.figure_rows import cell_text, count_name, placed_rows, row_name
from tea_assistant.checks.figure_sets import figures_part, printed_figures
from tea_assistant.checks.quotes import quoted
from tea_assistant.checks.rule import Rule
from tea_assistant.checks.wholes import wider_groups
from tea_assistant.model.application import Application
from tea_assistant.model.figures import COUNTS
from tea_assistant.model.finding import Finding, Severity


def _check(application: Application) -> Iterator[Finding]:
    for figures in printed_figures(application):
        for placed in placed_rows(figures):
            for wider in wider_groups(application, placed, figures):
                for count in COUNTS:
                    part, most = getattr(placed.row, count), wider.count(count)
                    if isinstance(part, int) and most is not None and part > most:
                        yield RULE.finding(
                            figures.where,
                            placed.path(count),
                            f"{quoted(row_name(application, placed.row))}, {count_name(application, count)}: "
                            f"{cell_text(part)}, mehr als in {quoted(row_name(application, wider.row))} "
                            f"({cell_text(most)}). Stimmt das?",
                            "Zählt die eine Gruppe anders als die andere, schreiben Sie es in die "
                            "Anmerkung und nehmen Sie den Befund mit diesem Grund an.",
                            figures_part(application),
                        )


RULE = Rule(
    code="TEA305",
    severity=Severity.WARNING,
    title="Gruppe größer als ihre Obergruppe",
    why=(
        "Es kann nicht mehr Führungskräfte als Beschäftigte geben. Zählen die Gruppen verschiedene Kreise "
        "oder Zeiträume, muss es dabeistehen."
    ),
    wrong="rows:\n  - {group: staff, total: 224}\n  - {group: leadership, total: 3345}",
    right="rows:\n  - {group: staff, total: 3345}\n  - {group: leadership, total: 224}",
    check=_check,
)
