"""TEA350: an own figure under an id that is taken; found while the files are read."""

from tea_assistant.checks.rule import Rule
from tea_assistant.model.finding import Severity

RULE = Rule(
    code="TEA350",
    severity=Severity.ERROR,
    title="Kennung einer eigenen Kennzahl ist vergeben",
    why=(
        "Eine Kennzahl des Katalogs bedeutet überall dasselbe und wird nicht still durch eine eigene "
        "ersetzt. Gelesen wird die des Katalogs; die eigene braucht eine andere Kennung."
    ),
    wrong="- {id: leadership.women.share, title: Frauen in Leitungsteams}    # in figures/indicators.yaml",
    right="- {id: team_leads.women.share, title: Frauen in Leitungsteams}    # in figures/indicators.yaml",
)
