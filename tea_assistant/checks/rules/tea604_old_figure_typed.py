"""TEA604: a text of this round names a figure by the value that it had in an earlier one."""

from collections.abc import Iterator

from tea_assistant.checks.old_figures import old_figures_typed
from tea_assistant.checks.quotes import quoted
from tea_assistant.checks.rule import Rule
from tea_assistant.model.application import Application
from tea_assistant.model.finding import Finding, Severity


def _check(application: Application) -> Iterator[Finding]:
    for text, typed, meant in old_figures_typed(application):
        title, indicator = quoted(meant.indicator.title), meant.indicator.id
        yield RULE.finding(
            text.where,
            text.path,
            f"{typed.raw} ist von Hand geschrieben und der Wert von {title} aus der Runde {meant.cycle}.",
            f"{{{{{indicator}|trend}}}} setzt den heutigen Wert ein und den früheren dazu.",
            text.part,
            place=text.where.prose_place(text.path, typed.line, typed.column),
        )


RULE = Rule(
    code="TEA604",
    severity=Severity.HINT,
    title="Alte Kennzahl im Text",
    why=(
        "Eine getippte Zahl bleibt stehen, wenn die Kennzahlen längst neue sind, und widerspricht dann der "
        "Tabelle. Eingesetzte Kennzahlen stimmen immer und bringen den früheren Wert mit."
    ),
    wrong="opening: In der Führung liegt der Frauenanteil bei 36 %.    # Stand der letzten Runde",
    right="opening: In der Führung liegt der Frauenanteil bei {{leadership.women.share|trend}}.",
    check=_check,
)
