"""Finds the numbers typed in the texts of a round that are a figure's value of an earlier one."""

import re
from collections.abc import Iterator, Mapping
from fractions import Fraction

from msgspec import Struct

from tea_assistant.checks.printed_numbers import TypedNumber, typed_numbers
from tea_assistant.checks.texts import Text, all_texts
from tea_assistant.figures.values import Value, value_of
from tea_assistant.model.application import Application
from tea_assistant.model.catalogue import Indicator
from tea_assistant.model.layout import Kind, role_of

_STEM = 5
"""So many letters of a word carry its meaning: Führung, Führungskräfte; Frauen, Frauenanteil."""


class OldFigure(Struct, frozen=True):
    """A value of an earlier round that no figure has in this one."""

    indicator: Indicator
    cycle: str
    value: Value


def old_figures_typed(application: Application) -> Iterator[tuple[Text, TypedNumber, OldFigure]]:
    """Yield every number typed in a text of this round that is an earlier value of a figure."""
    old = list(_old_values(application))
    if not old:
        return
    # A single word as „Frauenanteil“ names no figure for sure.
    titles = {i.title.casefold(): i for i in application.catalogue.indicators.values() if " " in i.title}
    for text in _of_this_round(application):
        for typed in typed_numbers(text.prose):
            if meant := next(
                (o for o in old if _is_same(typed, o.value) and _is_meant(typed, o, titles)), None
            ):
                yield text, typed, meant


def _old_values(application: Application) -> Iterator[OldFigure]:
    indicators, this = application.catalogue.indicators.values(), application.cycle.figures
    current = application.figures
    now = {_looks(value) for i in indicators if current and (value := value_of(i, current))}
    for cycle, figures in application.figure_history:
        if figures.id == this:
            continue
        for indicator in indicators:
            value = value_of(indicator, figures)
            if value and value.number is not None and _looks(value) not in now:
                yield OldFigure(indicator, cycle, value)


def _of_this_round(application: Application) -> Iterator[Text]:
    # The measures and the organisation are the same in all rounds, and may tell of earlier ones.
    for text in all_texts(application):
        role = role_of(text.where.file)
        if text.printed and role and role.kind in (Kind.CYCLE, Kind.FIELD):
            yield text


def _looks(value: Value) -> tuple[bool, Fraction | None]:
    return value.is_share, value.printed


def _is_same(typed: TypedNumber, value: Value) -> bool:
    same_kind = typed.is_share == value.is_share and typed.digits == (value.digits if value.is_share else 0)
    return same_kind and typed.number == value.printed


def _is_meant(typed: TypedNumber, old: OldFigure, titles: Mapping[str, Indicator]) -> bool:
    """Tell whether the words around a number speak of the figure, or its sentence of the earlier year."""
    if _names_another(typed, old, titles):
        return False
    if re.search(rf"(?<!\d){re.escape(old.cycle)}(?!\d)", typed.sentence):
        return True
    around = typed.paragraph.casefold()
    stems = {word[:_STEM].casefold() for word in re.findall(r"[^\W\d_]{4,}", old.indicator.title)}
    return bool(stems) and all(stem in around for stem in stems)


def _names_another(typed: TypedNumber, old: OldFigure, titles: Mapping[str, Indicator]) -> bool:
    """Tell whether the sentence calls another figure of this kind by its full name, and not this one."""
    sentence = typed.sentence.casefold()
    named = [title for title in titles if title in sentence]
    # „Frauenanteil in Führung“ is only the beginning of „Frauenanteil in Führungspositionen“.
    whole = [
        titles[title] for title in named if not any(title != other and title in other for other in named)
    ]
    alike = [indicator.id for indicator in whole if (indicator.denominator is not None) == typed.is_share]
    return bool(alike) and old.indicator.id not in alike
