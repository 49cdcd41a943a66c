"""TEA443: the logo of the house style can't be shown; found while the files are read."""

from tea_assistant.checks.rule import Rule
from tea_assistant.model.finding import Severity

RULE = Rule(
    code="TEA443",
    severity=Severity.WARNING,
    title="Logo nicht verwendbar",
    why=(
        "Das Logo fehlt, ist beschädigt oder enthält mehr als ein Bild, etwa Verweise nach außen. Das "
        "Titelblatt bleibt ohne Logo, alles andere wird gedruckt."
    ),
    wrong="logo: {file: logo.pdf, description: Stadtwappen}",
    right="logo: {file: attachments/logo.svg, description: Stadtwappen}",
)
