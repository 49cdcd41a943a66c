"""Whether the law demands what a text tells of, and which paragraph it cites."""

import re

from tea_assistant.model.evidence import LegalCharacter
from tea_assistant.patterns import regex

_LAW = (
    r"(?:[A-ZÄÖÜ][\wäöü]*[A-ZÄÖÜ]\w*(?:\s(?:[IVX]+|NRW|NW|VKA|Bund|BW|MV|SH))?"
    r"|[A-ZÄÖÜ][\w-]*(?:gesetz(?:es|buch(?:es)?)?|ordnung)(?:\s[A-ZÄÖÜ]{2,4})?)"
)
_PART = r"(?:\s?(?:Abs\.|Absatz|Satz|S\.|Nr\.|Nummer|Ziffer)\s?\d+[a-z]?)*"
_NUMBER = rf"\d+\s?[a-z]?(?![a-zäöü]){_PART}"
_CITATION = regex(
    rf"(?:§§?|Art(?:ikel|\.))\s?{_NUMBER}"
    rf"(?:\s?(?:,|und|bis|ff?\.)\s?(?:§\s?)?{_NUMBER})*\s(?:(?:des|"
    rf"der)\s)?{_LAW}"
)
_NAMED = regex(
    r"\b(?:nach|gemäß|laut|im Sinne)\s(?:dem|des|der)\s(?P<law>[A-ZÄÖÜ][\w-]*(?:gesetz(?:es)?|ordnung))"
)
_COLLECTIVE = regex(r"\b(?:TVöD|TV-L|TVAöD|TV-V|Tarifvertrag\w*)\b")
_BEYOND = regex(
    r"\büber\s(?:(?:die|das|den)\s)?(?:gesetzlich|Gesetz|tariflich|LGG)\w*[^.;]{0,60}\shinaus|übergesetzlich|"
    r"über [^.;]{0,40}(?:Vorgaben|Vorschriften) hinaus",
    re.IGNORECASE,
)
_VOLUNTARY = regex(r"\b(?:freiwillig\w*|ohne gesetzliche Verpflichtung)\b", re.IGNORECASE)


def legal_character_of(text: str) -> tuple[LegalCharacter | None, str]:
    """Return what a text says of its legal character and the basis it cites; None where it says nothing."""
    cited = list(dict.fromkeys(" ".join(found[0].split()) for found in _CITATION.finditer(text)))
    cited = cited or [found["law"].removesuffix("es") for found in _NAMED.finditer(text)]
    basis = "; ".join(dict.fromkeys(cited))
    if _BEYOND.search(text):
        return LegalCharacter.BEYOND_LAW, basis
    if cited and all(_COLLECTIVE.search(citation) for citation in cited):
        return LegalCharacter.COLLECTIVE_AGREEMENT, basis
    if cited:
        return LegalCharacter.STATUTORY, basis
    if found := _COLLECTIVE.search(text):
        return LegalCharacter.COLLECTIVE_AGREEMENT, found[0]
    if _VOLUNTARY.search(text):
        return LegalCharacter.VOLUNTARY, ""
    return None, ""
