"""TEA004: conflict markers left by git; found while the files are read."""

from tea_assistant.checks.rule import Rule
from tea_assistant.model.finding import Severity

RULE = Rule(
    code="TEA004",
    severity=Severity.ERROR,
    title="Unentschiedene Fassungen in der Datei",
    why=(
        "Zwei Personen haben dieselbe Stelle geändert, und git hat beide Fassungen stehen gelassen. "
        "Solange niemand entscheidet, ist keine davon gültig."
    ),
    wrong="<<<<<<< HEAD\nsince: 2017\n=======\nsince: 2018\n>>>>>>> gleichstellungsplan",
    right="since: 2017",
)
