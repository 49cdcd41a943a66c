"""TEA359: found by the audit of the prose, in `tea figures audit`."""

from tea_assistant.checks.rule import Rule
from tea_assistant.model.finding import Severity

RULE = Rule(
    code="TEA359",
    severity=Severity.ERROR,
    title="Text widerspricht der Tabelle",
    why=(
        "Wer den Text liest, schlägt in der Tabelle nach. „Rund“ verzeiht eine Abweichung um eine Einheit "
        "der letzten Stelle, mehr nicht; Ziele werden nicht verglichen."
    ),
    wrong="Der Frauenanteil beträgt rund 39 %.    (Tabelle: 40,38 %)",
    right="Der Frauenanteil beträgt rund 40 %.    (Tabelle: 40,38 %)",
)
