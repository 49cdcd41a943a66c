"""TEA022: a key that every such file must have; found while the files are read."""

from tea_assistant.checks.rule import Rule
from tea_assistant.model.finding import Severity

RULE = Rule(
    code="TEA022",
    severity=Severity.ERROR,
    title="Pflichtangabe fehlt",
    why=(
        "Ohne diese Angabe weiß das Programm nicht, wovon die Datei handelt, und die Sache hätte in der "
        "Bewerbung keinen Namen."
    ),
    wrong="format: 1\nsince: 2017",
    right="format: 1\ntitle: Mentoring für Frauen\nsince: 2017",
)
