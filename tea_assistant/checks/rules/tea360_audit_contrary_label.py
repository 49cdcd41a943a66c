"""TEA360: found by the audit of a table, in `tea figures audit`."""

from tea_assistant.checks.rule import Rule
from tea_assistant.model.finding import Severity

RULE = Rule(
    code="TEA360",
    severity=Severity.ERROR,
    title="Beschriftung widerspricht ihren Zahlen",
    why=(
        "Überhälftig arbeitet, wer mindestens die Hälfte der vollen Zeit arbeitet. Eine Überschrift, die "
        "das Gegenteil sagt, macht die ganze Spalte zur falschen Aussage."
    ),
    wrong="| davon überhälftig (< 50 %) |",
    right="| davon überhälftig (≥ 50 %) |",
)
