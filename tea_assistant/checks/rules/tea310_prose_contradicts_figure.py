"""TEA310: a text says a number that the figures contradict."""

from collections.abc import Iterator

from tea_assistant.checks.quotes import quoted
from tea_assistant.checks.rule import Rule
from tea_assistant.checks.typed_figures import TypedFigure, Verdict, typed_figures
from tea_assistant.figures.german import number_text, value_text
from tea_assistant.figures.values import Value
from tea_assistant.model.application import Application
from tea_assistant.model.finding import Finding, Severity


def _check(application: Application) -> Iterator[Finding]:
    for found in typed_figures(application):
        if found.verdict is Verdict.WRONG:
            yield RULE.finding(
                found.text.where,
                found.text.path,
                _message(found),
                _hint(found, is_now=found.cycle == application.cycle.id),
                found.text.part,
                place=found.place,
            )


def _message(found: TypedFigure) -> str:
    mention = found.mention
    said = f"{mention.how.value} {mention.token.text}".strip()
    exact = _exact(found.value)
    return (
        f"Im Text steht {quoted(said)}; {quoted(mention.indicator.title)} ist in den Kennzahlen der Runde "
        f"{found.cycle} aber {value_text(found.value)}{f' (genau {exact})' if exact else ''}."
    )


def _exact(value: Value) -> str:
    """Write a share more exactly than it is printed, where that tells more."""
    if not value.is_share or value.published or value.number is None or value.number == value.printed:
        return ""
    return f"{number_text(value.number, value.digits + 2)}\u00a0%"


def _hint(found: TypedFigure, *, is_now: bool) -> str:
    reference = found.mention.indicator.id
    if is_now:
        return (
            f"{{{{{reference}}}}} setzt immer die richtige Zahl ein. Meint der Satz etwas anderes, sagen "
            "Sie es genauer, oder nehmen Sie den Befund mit dem Grund an."
        )
    return f"{{{{{reference}|trend}}}} setzt den heutigen Wert ein und den früheren dazu."


RULE = Rule(
    code="TEA310",
    severity=Severity.WARNING,
    title="Zahl im Text widerspricht der Kennzahl",
    why=(
        "Steht im Text eine andere Zahl als in der Tabelle, gilt keine von beiden mehr. Geprüft wird nur, "
        "wo der Satz eindeutig eine Kennzahl nennt; „rund“, „knapp“ oder „mehr als“ gelten so, wie sie "
        "gemeint sind."
    ),
    wrong="opening: Der Frauenanteil in Führungspositionen liegt bei rund 39 %.    # 40,38 %",
    right="opening: Der Frauenanteil in Führungspositionen liegt bei {{leadership.women.share}}.",
    check=_check,
)
