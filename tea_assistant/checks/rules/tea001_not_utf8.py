"""TEA001: a file that is not UTF-8; found while the files are read."""

from tea_assistant.checks.rule import Rule
from tea_assistant.model.finding import Severity

RULE = Rule(
    code="TEA001",
    severity=Severity.ERROR,
    title="Datei nicht in UTF-8",
    why=(
        "Umlaute und der Genderstern sind nur in UTF-8 überall gleich lesbar. In einer anderen "
        "Kodierung stehen in der Bewerbung falsche Zeichen, oder die Datei lässt sich gar nicht öffnen."
    ),
    wrong="# gespeichert als „ANSI“ (Windows-1252)\ntitle: Mentoring f�r Frauen",
    right="# gespeichert als „UTF-8“\ntitle: Mentoring für Frauen",
)
