"""TEA009: values nested too deeply; found while the files are read."""

from tea_assistant.checks.rule import Rule
from tea_assistant.model.finding import Severity

RULE = Rule(
    code="TEA009",
    severity=Severity.ERROR,
    title="Zu tief verschachtelt",
    why=(
        "Keine Datei einer Mappe braucht so viele Ebenen. Tiefe Verschachtelung entsteht durch Fehler "
        "oder in der Absicht, das Programm lahmzulegen."
    ),
    wrong="results: [[[[[[[[[[ … ]]]]]]]]]]",
    right="results:\n  - {value: 12, unit: Teilnehmerinnen}",
)
