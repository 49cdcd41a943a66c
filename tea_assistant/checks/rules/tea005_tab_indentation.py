"""TEA005: a tab used for indentation; found while the files are read."""

from tea_assistant.checks.rule import Rule
from tea_assistant.model.finding import Severity

RULE = Rule(
    code="TEA005",
    severity=Severity.ERROR,
    title="Tabulator in der Einrückung",
    why=(
        "YAML erkennt an der Einrückung, was zusammengehört, und lässt dort nur Leerzeichen zu. Ein "
        "Tabulator sieht in jedem Programm anders breit aus."
    ),
    wrong="results:\n\t- value: 12",
    right="results:\n  - value: 12",
)
