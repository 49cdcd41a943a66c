"""TEA007: a tag that asks for a type; found while the files are read."""

from tea_assistant.checks.rule import Rule
from tea_assistant.model.finding import Severity

RULE = Rule(
    code="TEA007",
    severity=Severity.ERROR,
    title="Typangabe in der Datei",
    why=(
        "Mit ! kann YAML ein Programm anweisen, etwas Bestimmtes zu erzeugen. Das ist in fremden "
        "Dateien gefährlich und in einer Mappe nie nötig."
    ),
    wrong="since: !!int 2017",
    right="since: 2017",
)
