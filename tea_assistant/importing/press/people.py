"""How many people take part, as a release says it: „zehn Mentees, jeweils fünf Frauen“."""

import re
from collections.abc import Sequence

from msgspec import Struct

from tea_assistant.importing.number_words import NUMBER_WORDS, number_of
from tea_assistant.patterns import regex

_NUMBER = rf"(?P<number>\d{{1,3}}(?:\.\d{{3}})?|{NUMBER_WORDS})"
_PEOPLE = (
    r"(?:Mentees?|Tandems?|Teilnehm\w+(?:[*:_]innen)?|Frauen|Männern?|Vätern?|Müttern?|Mädchen|Jungen|Schüler\w*"
    r"(?:[*:_]innen)?|Auszubildenden?|Azubis|Beschäftigten?|Mitarbeite\w+(?:[*:_]innen)?|Führungskräften?|"
    r"Nachwuchs\w+|Personen|Menschen|Stipendiat\w*(?:[*:_]innen)?|Besucher\w*(?:[*:_]innen)?|Gästen?|"
    r"Bürger\w*(?:[*:_]innen)?|Absolvent\w*(?:[*:_]innen)?|Kolleg\w*(?:[*:_]innen)?|Paare?n?|Kindern?)"
)
_COUNTED = regex(
    rf"(?<![\w.,])(?i:{_NUMBER})\s+(?P<how>(?:[a-zäöüß]+\s+){{0,2}})(?P<people>{_PEOPLE})(?![\w*:])"
)
_EACH = regex(
    rf"\b(?:jeweils|je)\s+(?i:{_NUMBER})\s+(?:[a-zäöüß]+\s+){{0,2}}{_PEOPLE}(?:\s+aus\s+[^,;.:–—-]{{3,90}})?"
)
_OFTEN = regex(rf"\b(?P<people>{_PEOPLE})")
_GENERAL = frozenset(("Menschen", "Personen", "Gäste", "Gästen"))


class Participants(Struct, frozen=True):
    """A number of people with what they are."""

    number: int
    people: str
    text: str
    """As the text says it, with how many come from where."""


def participants(sentences: Sequence[str]) -> Participants | None:
    """Return who takes part: the people who are counted and whom the text speaks of most."""
    whole = " ".join(sentences)
    spoken = [match["people"] for match in _OFTEN.finditer(whole)]
    found = [(sentence, match) for sentence in sentences for match in _COUNTED.finditer(sentence)]
    found = [
        (s, m)
        for s, m in found
        if not re.search(r"\b(?:jeweils|je|über|rund)\s+$", s[: m.start()], re.IGNORECASE)
    ] or found
    if not found:
        return None
    sentence, match = max(
        found, key=lambda entry: (entry[1]["people"] not in _GENERAL) * spoken.count(entry[1]["people"])
    )
    text = f"{match['number']} {match['people']}"
    if each := _EACH.search(sentence, match.end()):
        text += f", {each[0].strip()}"
    return Participants(number_of(match["number"]), match["people"], text)
