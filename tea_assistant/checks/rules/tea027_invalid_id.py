"""TEA027: a file name that is no valid id; found while the files are read."""

from tea_assistant.checks.rule import Rule
from tea_assistant.model.finding import Severity

RULE = Rule(
    code="TEA027",
    severity=Severity.ERROR,
    title="Dateiname ist keine Kennung",
    why=(
        "Der Dateiname ist die Kennung, mit der andere Dateien und Texte auf diese Sache verweisen. "
        "Umlaute, Leerzeichen und Großbuchstaben werden nicht auf jedem Rechner gleich gespeichert."
    ),
    wrong="evidence/Mentoring für Frauen.yaml",
    right="evidence/mentoring-fuer-frauen.yaml",
)
