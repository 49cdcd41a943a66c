"""TEA023: a file of a newer format; found while the files are read."""

from tea_assistant.checks.rule import Rule
from tea_assistant.model.finding import Severity

RULE = Rule(
    code="TEA023",
    severity=Severity.ERROR,
    title="Datei von einer neueren Programmversion",
    why=(
        "Eine neuere Version des Programms hat die Datei geschrieben. Was diese Version darin nicht "
        "versteht, würde beim Speichern verloren gehen; deshalb wird die Datei nicht angerührt."
    ),
    wrong="format: 2    # das Programm kennt bis Format 1",
    right="format: 1",
)
