"""TEA028: a file that cannot be read; found while the files are read."""

from tea_assistant.checks.rule import Rule
from tea_assistant.model.finding import Severity

RULE = Rule(
    code="TEA028",
    severity=Severity.ERROR,
    title="Datei nicht lesbar",
    why=(
        "Die Datei ist da, aber sie lässt sich nicht öffnen: Es fehlen Zugriffsrechte, oder es ist ein "
        "Ordner. Ihr Inhalt fehlt in der Bewerbung."
    ),
    wrong="evidence/mentoring.yaml/    # ein Ordner",
    right="evidence/mentoring.yaml     # eine Datei, die Sie lesen dürfen",
)
