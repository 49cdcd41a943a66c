"""TEA025: a file that has no place in a dossier; found while the files are read."""

from tea_assistant.checks.rule import Rule
from tea_assistant.model.finding import Severity

RULE = Rule(
    code="TEA025",
    severity=Severity.HINT,
    title="Datei ohne Aufgabe",
    why=(
        "Eine Datei am falschen Ort wird nicht gelesen. Wer dort etwas aufgeschrieben hat, wundert "
        "sich, dass es in der Bewerbung fehlt."
    ),
    wrong="massnahmen/mentoring.yaml",
    right="evidence/mentoring.yaml",
)
