"""The measures that a former application lists, each with what stands under its heading."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from tea_assistant.importing.application_parts import HeadedText, alike
from tea_assistant.importing.application_text import written
from tea_assistant.importing.catalogue_words import CatalogueWords
from tea_assistant.importing.suggestions import Suggestion, suggest
from tea_assistant.model.catalogue import Catalogue
from tea_assistant.model.evidence import Audience, LegalCharacter, Result
from tea_assistant.model.proposal import Proposal, ProposalKind
from tea_assistant.model.source_document import Block, BlockKind, SourceDocument
from tea_assistant.patterns import regex
from tea_assistant.prose.dates import MONTHS

_FACT = regex(r"^(?P<key>[A-ZÄÖÜ][\wäöüß ]{1,30}):\s*(?P<value>.*)$", re.DOTALL)
_RESULT = regex(
    r"^(?P<number>\d+(?:\.\d{3})*(?:,\d+)?)\s(?P<unit>[^()]+?)"
    r"(?:\s*\((?:Stichtag: (?P<as_of>[^,)]+))?(?:, )?(?:Quelle: (?P<source>.+))?\))?$"
)
_KEYS = {
    "seit": "since",
    "beginn": "since",
    "bis": "until",
    "ende": "until",
    "zuständig": "responsible",
    "zuständigkeit": "responsible",
    "verantwortlich": "responsible",
    "beteiligte": "partners",
    "partner": "partners",
    "kooperationspartner": "partners",
    "zielgruppen": "target_groups",
    "zielgruppe": "target_groups",
    "reichweite": "audience",
    "verbindlichkeit": "legal_character",
    "aktionsfelder": "fields",
    "aktionsfeld": "fields",
    "stand": "state",
    "nachweise": "proofs",
    "ergebnisse": "results",
    "rechtsgrundlage": "legal_basis",
}
_AUDIENCES = {
    "beschäftigte": Audience.INTERNAL,
    "bürger*innen": Audience.CITIZENS,
    "beschäftigte und bürger*innen": Audience.BOTH,
}
_CHARACTERS = {
    "freiwillig": LegalCharacter.VOLUNTARY,
    "über das gesetz hinaus": LegalCharacter.BEYOND_LAW,
    "gesetzlich vorgeschrieben": LegalCharacter.STATUTORY,
    "tariflich vereinbart": LegalCharacter.COLLECTIVE_AGREEMENT,
}
_DATE = regex(rf"^(?:(?:(\d{{1,2}})\.\s?)?({'|'.join(MONTHS)}|\d{{1,2}}\.)\s?)?((?:19|20)\d\d)$")
_FIELD = regex(r"^(?P<number>\d{1,2}\s+)?(?P<title>[^(]+?)(?:\s*\((?P<activities>.+)\))?$", re.DOTALL)
_ALIKE = 0.85
_OLD_STATE = "Stand der letzten Runde: "
_OLD_RESULTS = "Ergebnisse der letzten Runde: Bitte neu erheben oder als früheren Wert führen"


def listed_measures(
    document: SourceDocument, headed: HeadedText, catalogue: Catalogue, words: CatalogueWords
) -> Iterator[Proposal]:
    """Yield the measure that a heading of the list names, without a key yet."""
    places = headed.places
    if not places or headed.is_opening:
        return
    blocks = document.blocks
    facts, results, prose = _facts([blocks[at] for at in places])
    text = written(blocks, [places[at] for at in prose])
    title = headed.heading.text
    found = _field_said(facts.get("fields", ""), catalogue) or suggest(f"{title}. {text}", (), words)
    character, _, basis = facts.get("legal_character", "").partition("(")
    flags = [_OLD_STATE + facts["state"]] if "state" in facts else []
    if results:
        flags.append(_OLD_RESULTS)
    yield Proposal(
        ProposalKind.MEASURE,
        "",
        title,
        text,
        found.action_field,
        found.criterion,
        confidence=found.confidence,
        reason=found.reason,
        since=_iso(facts.get("since", "")),
        until=_iso(facts.get("until", "")),
        responsible=facts.get("responsible", ""),
        partners=_list(facts.get("partners", "")),
        target_groups=_list(facts.get("target_groups", "")),
        audience=_AUDIENCES.get(facts.get("audience", "").casefold()),
        legal_character=_CHARACTERS.get(character.strip().casefold()),
        legal_basis=basis.rstrip(") ") or facts.get("legal_basis", ""),
        results=tuple(results),
        flags=tuple(flags),
        origin=document.origin_of(blocks[places[0]]),
        blocks=places,
    )


def _facts(blocks: Sequence[Block]) -> tuple[dict[str, str], list[Result], list[int]]:
    """Return what a measure's bullets say by their labels, its results, and which blocks say none of it."""
    facts: dict[str, str] = {}
    results: list[Result] = []
    prose: list[int] = []
    key = ""
    for at, block in enumerate(blocks):
        match = _FACT.match(block.text) if block.kind is BlockKind.BULLET else None
        if match and match["key"].casefold() in _KEYS:
            key = _KEYS[match["key"].casefold()]
            facts[key] = " ".join(match["value"].split())
            results += _results(facts[key]) if key == "results" and facts[key] else []
        elif key and block.kind is BlockKind.BULLET:
            facts[key] = "; ".join(filter(None, (facts[key], block.text)))
            results += _results(block.text) if key == "results" else []
        else:
            prose.append(at)
    return facts, results, prose


def _results(text: str) -> list[Result]:
    match = _RESULT.match(text)
    if match is None:
        return [Result(text=text)]
    number = match["number"].replace(".", "").replace(",", ".")
    return [
        Result(
            Fraction(number), match["unit"], as_of=_iso(match["as_of"] or ""), source=match["source"] or ""
        )
    ]


def _field_said(said: str, catalogue: Catalogue) -> Suggestion | None:
    """Return the first field that an entry names, with the first activity behind it."""
    match = _FIELD.match(said.partition("; ")[0].strip())
    if match is None:
        return None
    for field in catalogue.fields.values():
        titles = (field.short_title, field.title)
        if not any(title and alike(match["title"], title) >= _ALIKE for title in titles):
            continue
        activities = match["activities"] or ""
        criterion = next((c.id for c in field.criteria if activities.startswith(c.title)), "")
        return Suggestion(field.id, criterion, 1.0, f"{field.label}: So steht es im Verzeichnis")
    return None


def _iso(text: str) -> str:
    match = _DATE.match(text.strip())
    if match is None:
        return ""
    day, month, year = match.groups()
    if not month:
        return year
    number = MONTHS.index(month) + 1 if month in MONTHS else int(month.rstrip("."))
    return f"{year}-{number:02}" + (f"-{int(day):02}" if day else "")


def _list(text: str) -> tuple[str, ...]:
    return tuple(piece.strip() for piece in text.split(", ") if piece.strip())
