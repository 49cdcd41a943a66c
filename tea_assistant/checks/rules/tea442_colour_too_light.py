"""TEA442: a colour of the house style can't be read on paper; found while the files are read."""

from tea_assistant.checks.rule import Rule
from tea_assistant.model.finding import Severity

RULE = Rule(
    code="TEA442",
    severity=Severity.HINT,
    title="Farbe des Hausstils zu hell",
    why=(
        "Text in dieser Farbe hebt sich zu wenig vom weißen Papier ab; wer schlecht sieht, kann ihn nicht "
        "lesen. Das Dokument nimmt deshalb einen dunkleren Ton."
    ),
    wrong='main_colour: "#ffcc00"    # Kontrast 1,5 : 1',
    right='main_colour: "#7a6200"',
)
