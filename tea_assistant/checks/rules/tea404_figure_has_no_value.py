"""TEA404: a text refers to a figure that has nothing to print in this round."""

from collections.abc import Iterator

from tea_assistant.checks.quotes import quoted
from tea_assistant.checks.rule import Rule
from tea_assistant.checks.texts import closed_references
from tea_assistant.figures.trend import current_value, delta, history
from tea_assistant.model.application import Application
from tea_assistant.model.finding import Finding, Severity
from tea_assistant.prose.references import ReferenceKind


def _check(application: Application) -> Iterator[Finding]:
    indicators = application.catalogue.indicators
    for text, reference in closed_references(application, ReferenceKind.FIGURE):
        if not text.printed or reference.target not in indicators:
            continue
        if problem := _problem(application, reference.target, reference.form):
            message, hint = problem
            yield RULE.finding(
                text.where,
                text.path,
                f"{reference.raw}: {quoted(indicators[reference.target].title)} {message}.",
                hint,
                text.part,
                place=text.place(reference),
            )


def _problem(application: Application, indicator: str, form: str) -> tuple[str, str] | None:
    if current_value(application, indicator) is None:
        return "hat in dieser Runde keinen Wert", "Tragen Sie die Zahlen bei den Kennzahlen dieser Runde ein."
    if form != "delta":
        return None
    values = history(application, indicator)
    if len(values) > 1 and delta(values[0][1], values[1][1]) is not None:
        return None
    return (
        "lässt sich mit keiner früheren Runde vergleichen",
        f"Ohne früheren Wert gibt es keine Veränderung. Der Wert allein: {{{{{indicator}}}}}",
    )


RULE = Rule(
    code="TEA404",
    severity=Severity.WARNING,
    title="Kennzahl im Text hat keinen Wert",
    why=(
        "Der Satz ist geschrieben, aber die Zahl dazu fehlt noch: In der Bewerbung stünde an dieser Stelle "
        "eine Lücke."
    ),
    wrong="Der Frauenanteil liegt bei {{staff.women.share}}.    # in figures/ fehlen die Frauen",
    right="Der Frauenanteil liegt bei {{staff.women.share}}.    # {group: staff, total: 3345, women: 1990}",
    check=_check,
)
