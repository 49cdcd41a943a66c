"""TEA008: a file that is too large; found while the files are read."""

from tea_assistant.checks.rule import Rule
from tea_assistant.model.finding import Severity

RULE = Rule(
    code="TEA008",
    severity=Severity.ERROR,
    title="Datei zu groß",
    why=(
        "Eine Datei der Mappe enthält Text und bleibt weit unter 2 MB. Ist sie größer, wurde vermutlich "
        "ein Dokument oder ein Bild hineinkopiert."
    ),
    wrong="evidence/bericht.yaml    3,4 MB",
    right="evidence/bericht.yaml    4 kB, mit dem Nachweis\nattachments/bericht.pdf  3,4 MB",
)
