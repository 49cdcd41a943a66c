"""The numbers typed in the texts of a round that are known to mean a figure, each with its verdict."""

import re
from collections.abc import Iterator
from enum import Enum, auto

from msgspec import Struct

from tea_assistant.checks.closeness import About, fits
from tea_assistant.checks.figure_mentions import Mention, Reader
from tea_assistant.checks.figure_words import phrases
from tea_assistant.checks.old_figures import old_figures_typed
from tea_assistant.checks.sentences import passages, place_in
from tea_assistant.checks.texts import Text, all_texts
from tea_assistant.figures.values import Value, value_of
from tea_assistant.model.application import Application
from tea_assistant.model.figures import FigureSet
from tea_assistant.model.layout import Kind, role_of
from tea_assistant.model.source import Place

_KEPT = "typed_figures"


class Verdict(Enum):
    """What is wrong with a number that was typed."""

    WRONG = auto()
    """The figure has another value."""
    TYPED = auto()
    """It is the figure's value, where a reference would stay right by itself."""


class TypedFigure(Struct, frozen=True):
    """A number typed where a figure is meant."""

    text: Text
    mention: Mention
    verdict: Verdict
    value: Value
    cycle: str
    """The round that it was compared with."""

    @property
    def place_in_prose(self) -> tuple[int, int]:
        """The line and the column of the number, both counted from 0."""
        return place_in(self.text.prose, self.mention.token.at)

    @property
    def place(self) -> Place:
        """Where the number stands in its file."""
        return self.text.where.prose_place(self.text.path, *self.place_in_prose)


def typed_figures(application: Application) -> tuple[TypedFigure, ...]:
    """Return the numbers to report in the texts of a round, those of an earlier round left out.

    A number that is a figure's earlier value is a finding of its own, so it is not told twice.
    """
    if _KEPT not in application.kept:
        application.kept[_KEPT] = _typed_figures(application)
    found: tuple[TypedFigure, ...] = application.kept[_KEPT]
    return found


def _typed_figures(application: Application) -> tuple[TypedFigure, ...]:
    reader = reader_of(application)
    found = [
        typed
        for text in all_texts(application)
        if text.printed and reader.may_mention(text.prose)
        for typed in _of_text(application, reader, text)
    ]
    if not found:
        return ()
    told = {
        (text.where.file, text.path, old.line, old.column) for text, old, _ in old_figures_typed(application)
    }
    return tuple(
        typed
        for typed in found
        if (typed.text.where.file, typed.text.path, *typed.place_in_prose) not in told
    )


def reader_of(application: Application) -> Reader:
    """Return what reads sentences for the figures of this round's catalogue."""
    indicators = application.catalogue.indicators
    organisation = application.organisation
    return Reader(
        tuple(phrase for indicator in indicators.values() for phrase in phrases(indicator)),
        indicators,
        frozenset(re.findall(r"[^\W\d_]+", f"{organisation.name} {organisation.place}".casefold())),
    )


def _of_text(application: Application, reader: Reader, text: Text) -> Iterator[TypedFigure]:
    role = role_of(text.where.file)
    lasting = role is None or role.kind not in (Kind.CYCLE, Kind.FIELD)
    for mention in reader.mentions(passages(text.prose)):
        cycle, figures = _meant(application, mention.year)
        value = value_of(mention.indicator, figures) if figures else None
        if value is None or value.number is None:
            continue
        token = mention.token
        if fits(token.number, token.digits, value, mention.how):
            is_now = cycle == application.cycle.id and not lasting
            if (
                is_now
                and mention.how is About.EXACT
                and token.number == value.printed
                and token.digits == value.digits
            ):
                yield TypedFigure(text, mention, Verdict.TYPED, value, cycle)
        elif mention.is_clear and not (lasting and _fits_any(application, mention)):
            yield TypedFigure(text, mention, Verdict.WRONG, value, cycle)


def _meant(application: Application, year: str) -> tuple[str, FigureSet | None]:
    """Return the round that a year names, by itself or by its reference date; without one, this round."""
    if not year:
        return application.cycle.id, application.figures
    for cycle, figures in application.figure_history:
        if cycle == year:
            return cycle, figures
    for cycle, figures in application.figure_history:
        if figures.as_of[:4] == year:
            return cycle, figures
    return year, None


def _fits_any(application: Application, mention: Mention) -> bool:
    """Tell whether a number was right in any round: measures and the organisation tell of all of them."""
    token = mention.token
    values = (value_of(mention.indicator, figures) for figures in application.dossier.figures.values())
    return any(value and fits(token.number, token.digits, value, mention.how) for value in values)
