"""TEA006: an alias or an anchor; found while the files are read."""

from tea_assistant.checks.rule import Rule
from tea_assistant.model.finding import Severity

RULE = Rule(
    code="TEA006",
    severity=Severity.ERROR,
    title="Verweis innerhalb der Datei",
    why=(
        "Mit & und * lassen sich in YAML Stellen kopieren, auch so oft, dass die Datei jedes Programm "
        "lahmlegt. Eine Mappe braucht das nicht: Sie soll ohne Vorkenntnisse lesbar bleiben."
    ),
    wrong="partners: &stellen [Personalrat]\ntarget_groups: *stellen",
    right="partners: [Personalrat]\ntarget_groups: [Auszubildende]",
)
