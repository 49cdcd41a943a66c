"""TEA604: a text of this round names a figure by the value that it had in an earlier one."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tea_assistant.checks.printed_numbers import TypedNumber, typed_numbers
from tea_assistant.checks.quotes import quoted
from tea_assistant.checks.rule import Rule
from tea_assistant.checks.texts import Text, all_texts
from tea_assistant.figures.values import Value, value_of
from tea_assistant.model.application import Application
from tea_assistant.model.catalogue import Indicator
from tea_assistant.model.finding import Finding, Severity
from tea_assistant.model.layout import Kind, role_of

_STEM = 5
"""So many letters of a word carry its meaning: Führung, Führungskräfte; Frauen, Frauenanteil."""


@dataclass(frozen=True, slots=True)
class _Old:
    """A value of an earlier round that no figure has in this one."""

    indicator: Indicator
    cycle: str
    value: Value


def _check(application: Application) -> Iterator[Finding]:
    old = list(_old_values(application))
    if not old:
        return
    for text in _of_this_round(application):
        for typed in typed_numbers(text.prose):
            if meant := next((o for o in old if _is_same(typed, o.value) and _is_meant(typed, o)), None):
                title, indicator = quoted(meant.indicator.title), meant.indicator.id
                yield RULE.finding(
                    text.where,
                    text.path,
                    f"{typed.raw} ist von Hand geschrieben und der Wert von {title} aus der Runde "
                    f"{meant.cycle}.",
                    f"{{{{{indicator}|trend}}}} setzt den heutigen Wert ein und den früheren dazu.",
                    text.part,
                    place=text.where.prose_place(text.path, typed.line, typed.column),
                )


def _old_values(application: Application) -> Iterator[_Old]:
    indicators, this = application.catalogue.indicators.values(), application.cycle.figures
    now = [v for i in indicators if application.figures and (v := value_of(i, application.figures))]
    for cycle, figures in application.figure_history:
        if figures.id == this:
            continue
        for indicator in indicators:
            value = value_of(indicator, figures)
            if value and value.number is not None and not any(_looks_like(value, other) for other in now):
                yield _Old(indicator, cycle, value)


def _of_this_round(application: Application) -> Iterator[Text]:
    # The measures and the organisation are the same in all rounds, and may tell of earlier ones.
    for text in all_texts(application):
        role = role_of(text.where.file)
        if text.printed and role and role.kind in (Kind.CYCLE, Kind.FIELD):
            yield text


def _looks_like(one: Value, other: Value) -> bool:
    return one.is_share == other.is_share and one.printed == other.printed


def _is_same(typed: TypedNumber, value: Value) -> bool:
    same_kind = typed.is_share == value.is_share and typed.digits == (value.digits if value.is_share else 0)
    return same_kind and typed.number == value.printed


def _is_meant(typed: TypedNumber, old: _Old) -> bool:
    """Tell whether the words around a number speak of the figure, or its sentence of the earlier year."""
    if re.search(rf"(?<!\d){re.escape(old.cycle)}(?!\d)", typed.sentence):
        return True
    around = typed.paragraph.casefold()
    stems = {word[:_STEM].casefold() for word in re.findall(r"[^\W\d_]{4,}", old.indicator.title)}
    return bool(stems) and all(stem in around for stem in stems)


RULE = Rule(
    code="TEA604",
    severity=Severity.HINT,
    title="Alte Kennzahl im Text",
    why=(
        "Eine getippte Zahl bleibt stehen, wenn die Kennzahlen längst neue sind, und widerspricht dann der "
        "Tabelle. Eingesetzte Kennzahlen stimmen immer und bringen den früheren Wert mit."
    ),
    wrong="opening: In der Führung liegt der Frauenanteil bei 36 %.    # Stand der letzten Runde",
    right="opening: In der Führung liegt der Frauenanteil bei {{leadership.women.share|trend}}.",
    check=_check,
)
