"""TEA356: found by the audit of a table, in `tea figures audit`."""

from tea_assistant.checks.rule import Rule
from tea_assistant.model.finding import Severity

RULE = Rule(
    code="TEA356",
    severity=Severity.ERROR,
    title="Tabelle: Anteil in der Zeile einer anderen Gruppe",
    why=(
        "Beim Übertragen rutschen Anteile leicht in die nächste Zeile. Jeder für sich ist richtig "
        "gerechnet, nur steht er bei der falschen Gruppe."
    ),
    wrong="| A 11 | 49 | 25 | 18,18 % |\n| A 12 | 22 |  4 |         |",
    right="| A 11 | 49 | 25 | 51,02 % |\n| A 12 | 22 |  4 | 18,18 % |",
)
