"""TEA026: a catalogue that is missing or broken; found while the files are read."""

from tea_assistant.checks.rule import Rule
from tea_assistant.model.finding import Severity

RULE = Rule(
    code="TEA026",
    severity=Severity.ERROR,
    title="Katalog fehlt oder ist fehlerhaft",
    why=(
        "Der Katalog sagt, welche Aktionsfelder und Aktivitäten gefragt sind. Ohne ihn lässt sich die "
        "Runde weder prüfen noch zusammenstellen."
    ),
    wrong="catalogue: verwaltung-2012",
    right="catalogue: verwaltung-2021",
)
