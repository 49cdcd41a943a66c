"""TEA354: found by the audit of a table, in `tea figures audit`."""

from tea_assistant.checks.rule import Rule
from tea_assistant.model.finding import Severity

RULE = Rule(
    code="TEA354",
    severity=Severity.ERROR,
    title="Tabelle: Anteil passt nicht zu seinen Zahlen",
    why=(
        "Ein Anteil, der sich aus den Zahlen daneben nicht ergibt, macht alle anderen Anteile "
        "unglaubwürdig. Nachgerechnet wird mit der gedruckten Genauigkeit, ab der Hälfte wird "
        "aufgerundet."
    ),
    wrong="| gesamt | Frauen | Frauenanteil |\n|      8 |      3 |         50 % |",
    right="| gesamt | Frauen | Frauenanteil |\n|      8 |      3 |         38 % |",
)
