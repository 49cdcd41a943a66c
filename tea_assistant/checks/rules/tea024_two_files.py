"""TEA024: two files for one id; found while the files are read."""

from tea_assistant.checks.rule import Rule
from tea_assistant.model.finding import Severity

RULE = Rule(
    code="TEA024",
    severity=Severity.ERROR,
    title="Zwei Dateien für dieselbe Sache",
    why=(
        "Welche der beiden Dateien gilt, kann niemand wissen, und Änderungen landen mal in der einen, "
        "mal in der anderen."
    ),
    wrong="evidence/mentoring.yaml\nevidence/mentoring.yml",
    right="evidence/mentoring.yaml",
)
