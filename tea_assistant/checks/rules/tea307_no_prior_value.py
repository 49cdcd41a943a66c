"""TEA307: a figure of this round has no value in the round before."""

from collections.abc import Iterator

from tea_assistant.checks.figure_sets import figures_part
from tea_assistant.checks.quotes import quoted
from tea_assistant.checks.required_figures import place_of
from tea_assistant.checks.rule import Rule
from tea_assistant.checks.told_figures import changes_told, told_figures
from tea_assistant.figures.trend import current_value
from tea_assistant.figures.values import value_of
from tea_assistant.model.application import Application
from tea_assistant.model.catalogue import Indicator
from tea_assistant.model.finding import Finding, Severity


def _check(application: Application) -> Iterator[Finding]:
    told = _told_now(application)
    if not told or not application.prior_rounds:
        return
    before = application.prior_rounds[0].cycle
    figures, part = application.dossier.figures.get(before.figures), figures_part(application)
    if figures is None:
        yield RULE.finding(
            before.where,
            ("figures",),
            f"Zur Runde {before.id} gibt es keine Kennzahlen, mit denen sich die heutigen vergleichen "
            "lassen.",
            "Tragen Sie die damaligen Zahlen nach; was nur als Prozentzahl veröffentlicht ist, genügt als "
            "solche.",
            part,
        )
        return
    # Where a text asks for the change since then, the missing value is told there.
    changes = changes_told(application)
    for indicator in told:
        if indicator.id not in changes and value_of(indicator, figures) is None:
            yield RULE.finding(
                figures.where,
                place_of(indicator, figures),
                f"{quoted(indicator.title)} hat in der Runde {before.id} keinen Wert, mit dem sich der "
                "heutige vergleichen lässt.",
                "Ist der frühere Wert bekannt, tragen Sie ihn nach. Sonst nehmen Sie den Befund mit dem "
                "Grund an.",
                part,
            )


def _told_now(application: Application) -> list[Indicator]:
    """Return the figures that the round tells and has a value of: only they can be compared."""
    names = (name for name in told_figures(application) if current_value(application, name))
    return [application.catalogue.indicators[name] for name in names]


RULE = Rule(
    code="TEA307",
    severity=Severity.HINT,
    title="Früherer Wert fehlt",
    why=(
        "Jurys lesen jede Kennzahl neben der letzten. Ohne den früheren Wert zeigt sie einen Stand, keine "
        "Entwicklung."
    ),
    wrong=(
        "# figures/2021-12-31.yaml\n"
        "rows:\n"
        "  - {group: staff, total: 3113}    # ohne Frauen kein früherer Anteil"
    ),
    right="# figures/2021-12-31.yaml\nrows:\n  - {group: staff, total: 3113, women: 1837}",
    check=_check,
)
