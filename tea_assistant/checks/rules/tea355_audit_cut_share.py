"""TEA355: found by the audit of a table, in `tea figures audit`."""

from tea_assistant.checks.rule import Rule
from tea_assistant.model.finding import Severity

RULE = Rule(
    code="TEA355",
    severity=Severity.WARNING,
    title="Tabelle: Anteil abgeschnitten statt gerundet",
    why=(
        "Abgeschnittene Anteile sind um weniger als eine Stelle falsch, widersprechen aber jeder anderen "
        "Tabelle, die richtig rundet."
    ),
    wrong="| gesamt | Frauen | Frauenanteil |\n|    643 |    382 |      59,40 % |",
    right="| gesamt | Frauen | Frauenanteil |\n|    643 |    382 |      59,41 % |",
)
