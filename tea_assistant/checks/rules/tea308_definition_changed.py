"""TEA308: a figure means something else than in the round before."""

from collections.abc import Iterator

from tea_assistant.checks.figure_sets import figures_part
from tea_assistant.checks.quotes import quoted
from tea_assistant.checks.required_figures import place_of
from tea_assistant.checks.rule import Rule
from tea_assistant.checks.told_figures import told_figures
from tea_assistant.figures.comparability import Difference, comparability
from tea_assistant.figures.trend import history
from tea_assistant.model.application import Application
from tea_assistant.model.finding import Finding, Severity
from tea_assistant.model.source import Path

_OF_THE_FILE: dict[Difference, Path] = {Difference.BASIS: ("basis",), Difference.EXCLUDED: ("excluded",)}
"""What changed for all figures at once, and is told once."""


def _check(application: Application) -> Iterator[Finding]:
    figures = application.figures
    if figures is None:
        return
    told: set[str] = set()
    for name in told_figures(application):
        values = history(application, name)
        if len(values) < 2 or values[0][0] != application.cycle.id:
            continue
        indicator, before = application.catalogue.indicators[name], values[1][0]
        for caveat in comparability(application, name, application.cycle.id, before):
            # How exactly a value is known changes nothing of what it means.
            if caveat.difference is Difference.PRECISION or caveat.text in told:
                continue
            path = _OF_THE_FILE.get(caveat.difference)
            if path:
                told.add(caveat.text)
            called = "Alle Kennzahlen" if path else quoted(indicator.title)
            yield RULE.finding(
                figures.where,
                path or place_of(indicator, figures),
                f"{called}: {caveat.text}",
                f"Rechnen Sie den Wert von {before} nach, wenn es geht. Sonst schreiben Sie dazu, was sich "
                "geändert hat, und nehmen den Befund mit diesem Grund an.",
                figures_part(application),
            )


RULE = Rule(
    code="TEA308",
    severity=Severity.WARNING,
    title="Kennzahl anders gezählt als früher",
    why=(
        "Ein Wert, der anders gezählt oder anders abgegrenzt ist, steigt oder fällt vielleicht nur "
        "deshalb. Jurys vergleichen ihn trotzdem."
    ),
    wrong="# figures/2021-12-31.yaml: basis: heads\nbasis: full_time_equivalents",
    right="# figures/2021-12-31.yaml: basis: heads\nbasis: heads",
    check=_check,
)
