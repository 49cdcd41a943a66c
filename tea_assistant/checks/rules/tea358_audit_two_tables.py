"""TEA358: found by the audit of a table, in `tea figures audit`."""

from tea_assistant.checks.rule import Rule
from tea_assistant.model.finding import Severity

RULE = Rule(
    code="TEA358",
    severity=Severity.ERROR,
    title="Tabellen widersprechen einander",
    why=(
        "Dieselbe Zahl muss überall dieselbe sein. Verglichen werden nur Tabellen mit demselben Titel "
        "oder mit denselben Zeilen, deren übrige Zahlen fast alle übereinstimmen."
    ),
    wrong="Beschäftigte in Vollzeit: Frauen 9   (Seite 3)\nBeschäftigte in Vollzeit: Frauen 7   (Seite 8)",
    right="Beschäftigte in Vollzeit: Frauen 9   (Seite 3)\nBeschäftigte in Vollzeit: Frauen 9   (Seite 8)",
)
