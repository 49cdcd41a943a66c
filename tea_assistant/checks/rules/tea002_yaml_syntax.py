"""TEA002: a file that is no valid YAML; found while the files are read."""

from tea_assistant.checks.rule import Rule
from tea_assistant.model.finding import Severity

RULE = Rule(
    code="TEA002",
    severity=Severity.ERROR,
    title="Fehler im Aufbau der Datei",
    why=(
        "Was nicht eindeutig gelesen werden kann, wird nicht geraten: Bis zur Korrektur fehlt der "
        "Inhalt dieser Datei in der Bewerbung. Alle anderen Dateien bleiben benutzbar."
    ),
    wrong="title: Mentoring: für Frauen",
    right='title: "Mentoring: für Frauen"',
)
