"""TEA302: the groups into which a figure is divided hold more people than there are."""

from collections.abc import Iterator

from tea_assistant.checks.figure_rows import Split, cell_text, count_name, row_name, splits, sum_text
from tea_assistant.checks.figure_sets import figures_part, printed_figures
from tea_assistant.checks.overlaps import may_overlap
from tea_assistant.checks.quotes import quoted
from tea_assistant.checks.rule import Rule
from tea_assistant.model.application import Application
from tea_assistant.model.figures import COUNTS
from tea_assistant.model.finding import Finding, Severity


def _check(application: Application) -> Iterator[Finding]:
    for figures in printed_figures(application):
        for split in splits(figures):
            if len(split.parts) < 2 or may_overlap([getattr(part.row, split.key) for part in split.parts]):
                continue
            for count, problem in _problems(application, split):
                yield RULE.finding(
                    figures.where,
                    split.whole.path(count),
                    problem,
                    "Prüfen Sie die Zahlen. Zählen Zeilen dieselben Personen mehrfach, nehmen Sie den "
                    "Befund mit diesem Grund an.",
                    figures_part(application),
                )


def _problems(application: Application, split: Split) -> Iterator[tuple[str, str]]:
    key = application.labels.key("figures", "rows", split.key)
    for count in COUNTS:
        said = split.whole.count(count)
        known = [number for part in split.parts if (number := part.count(count)) is not None]
        # A single part that is too large is told by itself.
        if said is None or sum(known) <= said or max(known) > said:
            continue
        yield (
            count,
            (
                f"{quoted(row_name(application, split.whole.row))}, {count_name(application, count)}: Die "
                f"Zeilen je {key} ergeben {sum_text(known)}, insgesamt sind es aber nur {cell_text(said)}."
            ),
        )


RULE = Rule(
    code="TEA302",
    severity=Severity.ERROR,
    title="Aufteilung größer als das Ganze",
    why="Teilgruppen können zusammen nicht mehr Personen haben als die Gruppe, die sie aufteilen.",
    wrong=(
        "rows:\n"
        "  - {group: leadership, total: 224}\n"
        '  - {group: leadership, age: "30–50", total: 120}\n'
        '  - {group: leadership, age: "über 50", total: 134}    # 120 + 134 = 254'
    ),
    right=(
        "rows:\n"
        "  - {group: leadership, total: 224}\n"
        '  - {group: leadership, age: "30–50", total: 120}\n'
        '  - {group: leadership, age: "über 50", total: 104}'
    ),
    check=_check,
)
