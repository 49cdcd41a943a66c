"""TEA362: found by the audit of a table, in `tea figures audit`."""

from tea_assistant.checks.rule import Rule
from tea_assistant.model.finding import Severity

RULE = Rule(
    code="TEA362",
    severity=Severity.ERROR,
    title="Tabelle: unmögliche Zahl",
    why=(
        "Eine Anzahl von Personen liegt nie unter null, ein Anteil an einer Gruppe nie über 100 %. Meist "
        "fehlt ein Komma oder ein Minuszeichen ist zu viel."
    ),
    wrong="| Frauenanteil | 594 % |",
    right="| Frauenanteil | 59,4 % |",
)
