"""TEA351: found by the audit of a table, in `tea figures audit`."""

from tea_assistant.checks.rule import Rule
from tea_assistant.model.finding import Severity

RULE = Rule(
    code="TEA351",
    severity=Severity.ERROR,
    title="Tabelle: Teile ergeben nicht das Ganze",
    why=(
        "Frauen und Männer, Vollzeit und Teilzeit müssen zusammen das Ganze ergeben. Stimmt eine Zeile "
        "nicht, ist mindestens eine ihrer Zahlen falsch, und alle Anteile daneben sind zweifelhaft."
    ),
    wrong="| Ebene   | Frauen | Männer | gesamt |\n| Leitung |     20 |     27 |     48 |",
    right="| Ebene   | Frauen | Männer | gesamt |\n| Leitung |     20 |     27 |     47 |",
)
