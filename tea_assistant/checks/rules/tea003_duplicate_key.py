"""TEA003: a key that stands twice; found while the files are read."""

from tea_assistant.checks.rule import Rule
from tea_assistant.model.finding import Severity

RULE = Rule(
    code="TEA003",
    severity=Severity.ERROR,
    title="Angabe doppelt",
    why=(
        "Steht eine Angabe zweimal in einer Datei, gilt keine von beiden sicher. Das geschieht leicht, "
        "wenn zwei Personen dieselbe Datei bearbeiten."
    ),
    wrong="since: 2017\nsince: 2019",
    right="since: 2017",
)
