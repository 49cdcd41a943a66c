"""TEA361: found by the audit of a table, in `tea figures audit`."""

from tea_assistant.checks.rule import Rule
from tea_assistant.model.finding import Severity

RULE = Rule(
    code="TEA361",
    severity=Severity.WARNING,
    title="Tabelle: Komma und Punkt vertauscht",
    why=(
        "Auf Deutsch ist 1,990 knapp zwei und 1.990 fast zweitausend. Stehen beide Schreibweisen in einer "
        "Tabelle, ist nicht mehr sicher, was gemeint ist."
    ),
    wrong="| Beschäftigte | 1,990 |\n| davon Frauen | 1.174 |",
    right="| Beschäftigte | 1.990 |\n| davon Frauen | 1.174 |",
)
