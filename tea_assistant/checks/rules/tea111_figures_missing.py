"""TEA111: the round rests on no figures."""

from collections.abc import Iterator

from tea_assistant.checks.parts import part_id
from tea_assistant.checks.rule import Rule
from tea_assistant.model.application import Application
from tea_assistant.model.catalogue import PartKind
from tea_assistant.model.finding import Finding, Severity
from tea_assistant.model.layout import figures_file


def _check(application: Application) -> Iterator[Finding]:
    cycle = application.cycle
    if application.figures:
        return
    if cycle.figures:
        message = f"Die Kennzahlen zu dieser Runde fehlen: {figures_file(cycle.figures)} gibt es nicht."
        hint = "Legen Sie die Kennzahlen zu diesem Stichtag an, oder wählen Sie einen vorhandenen Stichtag."
    else:
        message = "Für diese Runde ist kein Stichtag der Kennzahlen gewählt."
        hint = "Tragen Sie ein, auf welche Kennzahlen sich die Runde stützt, etwa 2024-12-31."
    part = part_id(application, PartKind.FIGURES)
    yield RULE.finding(cycle.where, ("figures",), message, hint, part)


RULE = Rule(
    code="TEA111",
    severity=Severity.WARNING,
    title="Kennzahlen der Runde fehlen",
    why=(
        "Die statistischen Daten zur Beschäftigtenstruktur sind ein eigener Teil der Bewerbung. Jurys "
        "zitieren sie, und ohne sie lässt sich kein Fortschritt zeigen."
    ),
    wrong="figures:",
    right='figures: "2024-12-31"    # dazu die Datei figures/2024-12-31.yaml',
    check=_check,
)
