"""Finds the organisations that a text names: cities, districts, universities, associations."""

import re
from collections.abc import Iterator

from tea_assistant.importing.person_words import WORD
from tea_assistant.patterns import regex

_SEAT = (
    r"(?:Landeshauptstadt|Bundesstadt|Hansestadt|Universitätsstadt|Kreisstadt|Stadt|Region|Landkreis|Kreis|"
    r"Samtgemeinde|Gemeinde|Bezirksregierung|Universität|Hochschule|Fachhochschule|Volkshochschule|Klinikum|"
    r"Universitätsklinikum|Handwerkskammer|Jobcenter|Sparkasse|Stadtwerke|Landschaftsverband)"
)
_PLACE = rf"(?:(?:Bad|Sankt|St\.)\s+)?{WORD}"
_SEATED = regex(rf"\b(?P<kind>{_SEAT})\s+(?P<place>{_PLACE})")
_CITIES = regex(rf"\bStädten?\s+(?P<places>{_PLACE}(?:,\s+{_PLACE})*\s+und\s+{_PLACE})")
_WORD = rf"(?:{WORD}|[A-ZÄÖÜ]{{2,}})"
_ASSOCIATION = regex(
    rf"(?P<name>{_WORD}(?:[ -](?:für|der|und|in|{_WORD})){{0,6}}\s+(?:e\.\s?V\.|gGmbH|GmbH|AG\b))"
)
_NAMED = regex(
    r"\b(?:Agentur für Arbeit|IHK|Industrie- und Handelskammer|Caritas|Diakonie|AWO|DGB)"
    r"(?:\s+[A-ZÄÖÜ][a-zäöüß]+)?"
)


def organisations_in(text: str) -> tuple[str, ...]:
    """Return the organisations, each once and by the name that says most, in the order of the text."""
    found: dict[str, str] = {}
    for _, place, name in sorted(_found(text)):
        if len(name) > len(found.get(place, "")):
            found[place] = name
    return tuple(found.values())


def place_of(organisation: str) -> str:
    """Return what an organisation is called without its kind: „Köln“ of „Stadt Köln“."""
    match = _SEATED.fullmatch(organisation)
    return match["place"] if match else organisation


def _found(text: str) -> Iterator[tuple[int, str, str]]:
    for match in _SEATED.finditer(text):
        yield match.start(), match["place"], " ".join(match[0].split())
    for match in _CITIES.finditer(text):
        for place in re.split(r",\s+|\s+und\s+", match["places"]):
            yield match.start() + match[0].index(place), place, f"Stadt {place}"
    for pattern in (_ASSOCIATION, _NAMED):
        for match in pattern.finditer(text):
            yield match.start(), match[0], " ".join(match[0].split())
