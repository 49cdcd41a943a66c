"""TEA021: a value that the schema does not allow; found while the files are read."""

from tea_assistant.checks.rule import Rule
from tea_assistant.model.finding import Severity

RULE = Rule(
    code="TEA021",
    severity=Severity.ERROR,
    title="Wert passt nicht",
    why=(
        "Ein Wert von falscher Art kann weder geprüft noch gerechnet noch gedruckt werden; er wird "
        "gelesen, als stünde dort nichts."
    ),
    wrong="since: seit dem Frühjahr",
    right="since: 2017-04",
)
