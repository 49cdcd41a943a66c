"""TEA028: a file that cannot be read; found while the files are read."""

from tea_assistant.checks.rule import Rule
from tea_assistant.model.finding import Severity

RULE = Rule(
    code="TEA028",
    severity=Severity.ERROR,
    title="Datei nicht lesbar",
    why=(
        "Die Datei ist da, aber sie wird nicht gelesen: Es fehlen Zugriffsrechte, oder sie ist nur eine "
        "Verknüpfung auf eine Datei an einem anderen Ort. Ihr Inhalt fehlt in der Bewerbung."
    ),
    wrong="evidence/mentoring.yaml -> Z:/Ablage/mentoring.yaml    # eine Verknüpfung",
    right="evidence/mentoring.yaml    # die Datei selbst, mit Leserecht",
)
