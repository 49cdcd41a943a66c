"""TEA357: found by the audit of a table, in `tea figures audit`."""

from tea_assistant.checks.rule import Rule
from tea_assistant.model.finding import Severity

RULE = Rule(
    code="TEA357",
    severity=Severity.WARNING,
    title="Tabelle: 0 % für eine leere Gruppe",
    why=(
        "Niemand von niemandem ist kein Anteil. „0 %“ liest sich, als gäbe es die Gruppe und in ihr keine "
        "Frau; „–“ sagt, dass es sie nicht gibt."
    ),
    wrong="| gesamt | Frauen | Frauenanteil |\n|      0 |      0 |        0,0 % |",
    right="| gesamt | Frauen | Frauenanteil |\n|      0 |      0 |            – |",
)
