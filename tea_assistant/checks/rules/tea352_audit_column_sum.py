"""TEA352: found by the audit of a table, in `tea figures audit`."""

from tea_assistant.checks.rule import Rule
from tea_assistant.model.finding import Severity

RULE = Rule(
    code="TEA352",
    severity=Severity.ERROR,
    title="Tabelle: Summe unter der Spalte stimmt nicht",
    why=(
        "Zwischensummen und Summen prüft eine Jury als Erstes nach. Welche Zeilen eine Summe umfasst, "
        "wird daran erkannt, was die meisten ihrer Spalten bestätigen."
    ),
    wrong="| LG 1.1 |  24 |\n| LG 1.2 | 312 |\n| gesamt | 337 |",
    right="| LG 1.1 |  24 |\n| LG 1.2 | 312 |\n| gesamt | 336 |",
)
