"""TEA353: found by the audit of a table, in `tea figures audit`."""

from tea_assistant.checks.rule import Rule
from tea_assistant.model.finding import Severity

RULE = Rule(
    code="TEA353",
    severity=Severity.ERROR,
    title="Tabelle: Teil größer als sein Ganzes",
    why=(
        "In einer Gruppe kann es nicht mehr Frauen als Menschen geben und nicht mehr Teilzeitkräfte als "
        "Beschäftigte. Meist ist eine Zahl in die falsche Spalte geraten."
    ),
    wrong="| Teilzeit | davon Frauen |\n|        1 |            2 |",
    right="| Teilzeit | davon Frauen |\n|        2 |            1 |",
)
