"""TEA010: several documents in one file; found while the files are read."""

from tea_assistant.checks.rule import Rule
from tea_assistant.model.finding import Severity

RULE = Rule(
    code="TEA010",
    severity=Severity.ERROR,
    title="Mehrere Dokumente in einer Datei",
    why=(
        "Die Zeile --- beginnt in YAML ein neues Dokument. In der Mappe steht je Datei eine Sache; der "
        "zweite Teil ginge unbemerkt verloren."
    ),
    wrong="title: Mentoring für Frauen\n---\ntitle: Coaching für Führungskräfte",
    right="# evidence/mentoring-fuer-frauen.yaml\ntitle: Mentoring für Frauen",
)
