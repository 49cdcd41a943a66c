"""Who does a measure, with whom, and whom it reaches, as far as its text names them."""

import re

from tea_assistant.importing.word_stems import words_of
from tea_assistant.model.evidence import Audience
from tea_assistant.patterns import regex

_NAME = r"[A-ZÄÖÜ][\w*:/&-]+(?:\s(?:(?:für|der|des|und|im|am|e\. V\.)\s)?(?!und\b)[A-ZÄÖÜ][\w*:/&-]+){0,4}"
_UNIT = (
    r"(?:(?:Fachbereich|Fachdienst|Fachamt|Fachgruppe|Sachgebiet|Abteilung|Referat|Stabsstelle|Dezernat|Büro|"
    r"Team)"
    r"(?:\s(?:für\s)?[A-ZÄÖÜ][\w*:/&-]+(?:\sund\s(?=[A-ZÄÖÜ])[A-ZÄÖÜ][\w-]+)?){0,3}"
    r"|(?:Personal|Haupt|Jugend|Sozial|Gesundheits|Schul)amt|Personalverwaltung|Personalabteilung|"
    r"Personalrat|"
    r"Gleichstellungs(?:stelle|beauftragte|büro)n?|Verwaltungsvorstand|Betriebsrat)"
)
_BY = regex(rf"\b(?:durch|von|vom)\s(?:(?:den|die|das|der|dem)\s)?(?P<name>{_UNIT})")
_STATED = regex(
    r"\b(?:zuständig(?:keit)?|verantwortlich(?:keit)?|federführ(?:ung|end)|"
    r"umsetzung durch)\b[^:.\w]{0,3}(?::|ist|sind)\s?"
    r"(?:(?:der|die|das)\s)?(?P<name>[A-ZÄÖÜ][^.;:\n()]{2,60})",
    re.IGNORECASE,
)
_WITH = regex(
    rf"\b(?:in (?:Kooperation|Zusammenarbeit|Partnerschaft)|gemeinsam|zusammen)\s(?:mit|von)\s"
    rf"(?:(?:der|dem|den|die|anderen|weiteren)\s)?(?P<name>{_NAME})"
)
_NUMBER = r"(?:\d{1,3}(?:\.\d{3})*|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|zwanzig)"
_PARTICIPANTS = regex(
    rf"\b(?:rund\s|etwa\s|insgesamt\s)?{_NUMBER}\s(?:weibliche\s|männliche\s)?"
    r"(?:Mentees|Tandems|Teilnehm\w+(?:[*:/]innen)?|Auszubildende\w?|Teilnahmen|Nachwuchskräfte\w?|"
    r"Absolvent\w+)\b(?!\ssollen)",
    re.IGNORECASE,
)
_INSIDE = regex(
    r"beschäftigt|mitarbeit|führungskr|auszubild|personal|beurlaub|stelle|dienst|arbeitszeit|teilzeit|"
    r"laufbahn",
    re.IGNORECASE,
)
_OUTSIDE = regex(
    r"bürger(?!meister)|einwohner|bevölkerung|stadtgesellschaft|schüler|öffentlichkeit|besucher|"
    r"alleinerziehend|migrantin|jugendliche",
    re.IGNORECASE,
)
_GROUPS = {
    "Auszubildende": ("auszubildende", "azubi", "azubis"),
    "Führungskräfte": ("führungskraft", "führungskräfte", "vorgesetzte"),
    "Nachwuchskräfte": ("nachwuchskraft", "nachwuchskräfte", "nachwuchsführungskraft"),
    "Beurlaubte": ("beurlaubt",),
    "Beschäftigte in Elternzeit": ("elternzeit",),
    "Teilzeitbeschäftigte": ("teilzeitbeschäftigte", "teilzeitkräfte"),
    "Pflegende": ("pflegend", "pflegebedürftige"),
    "Väter": ("vater", "väter"),
    "Eltern": ("eltern",),
    "Alleinerziehende": ("alleinerziehend",),
    "Migrantinnen": ("migrantin",),
    "Menschen mit Behinderung": ("behinderung", "schwerbehindert"),
    "Frauen": ("frau",),
    "Männer": ("mann", "männer"),
}
_MOST_GROUPS = 4


def responsible_of(text: str) -> str:
    """Return the office that a text names as the one that does it."""
    found = _STATED.search(text) or _BY.search(text)
    if not found:
        return ""
    name = " ".join(found["name"].split()).rstrip(" ,")
    return name.removesuffix("n") if name.endswith("beauftragten") else name


def partners_of(text: str) -> tuple[str, ...]:
    """Return with whom it is done: „in Kooperation mit …“."""
    return tuple(dict.fromkeys(" ".join(found["name"].split()).rstrip(",") for found in _WITH.finditer(text)))


def participants_of(text: str) -> str:
    """Return how many took part, in the words of the text."""
    found = _PARTICIPANTS.search(text)
    return " ".join(found[0].split()) if found else ""


def target_groups_of(text: str) -> tuple[str, ...]:
    """Return the groups that a text speaks of, as they are usually called."""
    said = {word.stem for word in words_of(text)}
    stems = {name: {word.stem for word in words_of(" ".join(words))} for name, words in _GROUPS.items()}
    return tuple(name for name, of in stems.items() if said & of)[:_MOST_GROUPS]


def audience_of(text: str) -> Audience | None:
    """Return whether a text speaks of the own people, of those outside, or of both."""
    inside, outside = _INSIDE.search(text) is not None, _OUTSIDE.search(text) is not None
    if inside and outside:
        return Audience.BOTH
    if outside:
        return Audience.CITIZENS
    return Audience.INTERNAL if inside else None
