"""Results with a number: how many, of what, and when they were counted."""

import re
from collections.abc import Iterator
from fractions import Fraction

from tea_assistant.importing.line_sentences import sentences_of
from tea_assistant.importing.proposals.dates import date_near
from tea_assistant.model.evidence import Result
from tea_assistant.patterns import regex

_SMALL = {
    name: number
    for number, name in enumerate(
        ("zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf"), start=2
    )
}
_UNITS = (
    r"Mentees|Tandems|Teilnehm\w+(?:[*:/]innen)?|Auszubildende\w?|Teilnahmen|Absolvent\w+(?:[*:/]innen)?|"
    r"Beschäftigte|"
    r"Mitarbeit\w+(?:[*:/]innen)?|Führungskräfte|Frauen|Männer|Personen|Plätze\w?|Elternzeiten|Beratungen|"
    r"Fälle|"
    r"Telearbeitsplätze|Veranstaltungen|Schulungen|Workshops|Seminare"
)
_COUNT = regex(
    rf"(?<![\d.,§])\b(?P<number>\d{{1,3}}(?:\.\d{{3}})+|\d{{1,5}}|{'|'.join(_SMALL)})\s"
    rf"(?P<unit>(?:{_UNITS}))\b",
    re.IGNORECASE,
)
_PLANNED = regex(
    r"\b(?:soll(?:en|te)?|geplant|angestrebt|vorgesehen|Zielquote|mindestens|bis zu|künftig|"
    r"werden .{0,80}erwartet)\b",
    re.IGNORECASE,
)
_MOST = 6


def results_of(text: str) -> tuple[Result, ...]:
    """Return what was counted in a text; plans, aims and conditions are no results."""
    return tuple(dict.fromkeys(_results(text)))[:_MOST]


def _results(text: str) -> Iterator[Result]:
    for sentence in sentences_of(text):
        # Only what stands before the plan was counted: „vier nahmen teil, zehn sind geplant“.
        part = sentence
        if planned := _PLANNED.search(sentence):
            part = sentence[: sentence.rfind(",", 0, planned.start()) + 1]
        for found in _COUNT.finditer(part):
            number = found["number"]
            value = _SMALL.get(number.lower()) or int(number.replace(".", ""))
            yield Result(Fraction(value), found["unit"], as_of=date_near(part, found.start()))
