"""TEA020: a key that the schema does not know; found while the files are read."""

from tea_assistant.checks.rule import Rule
from tea_assistant.model.finding import Severity

RULE = Rule(
    code="TEA020",
    severity=Severity.ERROR,
    title="Unbekannte Angabe",
    why=(
        "Eine Angabe, die das Programm nicht kennt, stünde in keiner Bewerbung. Meist ist es ein "
        "Tippfehler, und der Inhalt fehlt dann, ohne dass es jemand merkt."
    ),
    wrong="titel: Mentoring für Frauen",
    right="title: Mentoring für Frauen",
)
