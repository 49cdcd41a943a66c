"""TEA011: control characters in the text; found while the files are read."""

from tea_assistant.checks.rule import Rule
from tea_assistant.model.finding import Severity

RULE = Rule(
    code="TEA011",
    severity=Severity.ERROR,
    title="Unsichtbare Steuerzeichen",
    why=(
        "Beim Kopieren aus anderen Programmen geraten manchmal unsichtbare Zeichen in den Text. YAML "
        "erlaubt sie nicht, und in der Bewerbung wären sie als Lücken oder Kästchen zu sehen."
    ),
    wrong="title: Mentoring␇ für Frauen",
    right="title: Mentoring für Frauen",
)
