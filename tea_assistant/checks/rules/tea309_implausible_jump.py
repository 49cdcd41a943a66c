"""TEA309: a figure differs so much from the round before that it may be a mistake."""

from collections.abc import Iterator

from tea_assistant.checks.figure_sets import figures_part
from tea_assistant.checks.quotes import quoted
from tea_assistant.checks.required_figures import place_of
from tea_assistant.checks.rule import Rule
from tea_assistant.figures.cells import cell_of
from tea_assistant.figures.comparability import Difference, comparability
from tea_assistant.figures.german import delta_text, value_text
from tea_assistant.figures.trend import delta, history
from tea_assistant.figures.values import Value
from tea_assistant.model.application import Application
from tea_assistant.model.catalogue import Indicator
from tea_assistant.model.figures import FigureSet
from tea_assistant.model.finding import Finding, Severity

_POINTS = 10
_FACTOR = 2
_FEW = 10
"""Below this, a few people more or less double a number."""


def _check(application: Application) -> Iterator[Finding]:
    sets = dict(application.figure_history)
    for name, indicator in application.catalogue.indicators.items():
        values = history(application, name)
        if len(values) < 2 or values[0][0] != application.cycle.id:
            continue
        (cycle, now), (before, old) = values[:2]
        if _is_few(indicator, sets[cycle]) and _is_few(indicator, sets[before]):
            continue
        # What means something else now is told as that.
        if any(
            c.difference is not Difference.PRECISION for c in comparability(application, name, cycle, before)
        ):
            continue
        if change := _jump(now, old):
            figures = sets[cycle]
            yield RULE.finding(
                figures.where,
                place_of(indicator, figures),
                f"{quoted(indicator.title)}: {value_text(now)}, {before} waren es {value_text(old)} "
                f"({change}). Stimmt das?",
                "Wenn ja, sagt ein Satz im Text, wie es dazu kam, und der Befund lässt sich mit diesem Grund "
                "annehmen. Sonst prüfen Sie beide Zahlen.",
                figures_part(application),
            )


def _is_few(indicator: Indicator, figures: FigureSet) -> bool:
    """Tell whether a value rests on so few people that it swings by itself."""
    whole = cell_of(indicator.denominator or indicator.numerator, figures)
    return isinstance(whole, int) and whole < _FEW


def _jump(now: Value, old: Value) -> str:
    change = delta(now, old)
    if change is None or change.number is None or now.number is None or old.number is None:
        return ""
    if now.is_share:
        if max(now.number, old.number) > 100:
            # A share of more than everybody is a mistake of its own.
            return ""
        return delta_text(change) if abs(change.number) > _POINTS else ""
    less, more = sorted((now.number, old.number))
    if more <= _FACTOR * less:
        return ""
    return "mehr als das Doppelte" if now.number > old.number else "weniger als die Hälfte"


RULE = Rule(
    code="TEA309",
    severity=Severity.WARNING,
    title="Auffälliger Sprung",
    why=(
        "Mehr als zehn Prozentpunkte oder das Doppelte in einer Runde kommen vor, häufiger ist es ein "
        "Tippfehler oder eine andere Zählweise. Jurys fragen danach."
    ),
    wrong="rows:\n  - {group: staff, total: 6345, women: 1990}    # 2022 waren es 3.113",
    right="rows:\n  - {group: staff, total: 3345, women: 1990}",
    check=_check,
)
