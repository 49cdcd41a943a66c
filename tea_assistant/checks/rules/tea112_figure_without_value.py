"""TEA112: a figure that every application must have has no value."""

from collections.abc import Iterator

from tea_assistant.checks.parts import part_id
from tea_assistant.checks.quotes import quoted
from tea_assistant.checks.required_figures import unanswered
from tea_assistant.checks.rule import Rule
from tea_assistant.model.application import Application
from tea_assistant.model.catalogue import PartKind
from tea_assistant.model.finding import Finding, Severity


def _check(application: Application) -> Iterator[Finding]:
    figures = application.figures
    if figures is None:
        return
    part = part_id(application, PartKind.FIGURES)
    for indicator, path in unanswered(application, figures):
        yield RULE.finding(
            figures.where,
            path,
            f"{quoted(indicator.title)} hat in den Kennzahlen dieser Runde keinen Wert.",
            indicator.definition or "Tragen Sie die Zahlen ein, aus denen sich diese Kennzahl ergibt.",
            part,
        )


RULE = Rule(
    code="TEA112",
    severity=Severity.WARNING,
    title="Geforderte Kennzahl fehlt",
    why=(
        "Diese Kennzahl gehört in jede Bewerbung: Jurys vergleichen sie über die Runden. Das Programm "
        "rechnet Anteile selbst, wenn die Zahlen eingetragen sind."
    ),
    wrong="rows:\n  - {group: staff, total: 3345}    # der Frauenanteil ist gefordert",
    right="rows:\n  - {group: staff, total: 3345, women: 1990}",
    check=_check,
)
