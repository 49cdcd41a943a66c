"""Takes a former application apart: which piece of text stands under which part, field and activity."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from msgspec import Struct

from tea_assistant.importing.catalogue_words import CatalogueWords
from tea_assistant.importing.suggestions import suggest
from tea_assistant.model.action_field import ActionField
from tea_assistant.model.catalogue import Catalogue, PartKind
from tea_assistant.model.source_document import Block, BlockKind, Region, SourceDocument
from tea_assistant.patterns import regex

UNDERSTANDING, MEASURES = "understanding", "measures"
_NUMBERED = regex(
    r"^(?P<word>Aktionsfeld|Handlungsfeld|AF|HF)\s*(?P<number>\d{1,2})\b[\s.:–-]*", re.IGNORECASE
)
_NAMED = regex(r"^(?:Aktionsfeld|Handlungsfeld)\b[\s.:–-]*", re.IGNORECASE)
_PARTS = (
    (
        UNDERSTANDING,
        regex(
            r"Grundverständnis|Selbstverständnis|Leitverständnis|Unser Verständnis|Präambel", re.IGNORECASE
        ),
    ),
    (
        MEASURES,
        regex(
            r"Maßnahmen(?:verzeichnis|übersicht|liste|katalog)|(?:Verzeichnis|Übersicht|Liste) der Maßnahmen",
            re.IGNORECASE,
        ),
    ),
)
_OTHER = regex(
    r"^(?:Inhalt|Inhaltsverzeichnis|Angaben zu[rm]|Statistische|Kennzahlen|Statistik|Seit der letzten|"
    r"Anlagen?\b|Anlagenverzeichnis|Anhang|Impressum|Ansprechpartner|Kontakt|Quellen|Entwurf)",
    re.IGNORECASE,
)
_LEAST_ALIKE, _LITTLE_ALIKE = 0.72, 0.5
_SURE = 0.5


class HeadedText(Struct, frozen=True):
    """What stands under one heading of an application, until the next heading."""

    part: str
    """`understanding`, `measures`, or the id of an action field."""
    heading: Block
    """The heading right above, which is that of the part where the text opens it."""
    is_opening: bool
    """It stands right below the heading of the part."""
    places: tuple[int, ...]
    sure: float
    """How sure it is that the heading means this part."""


def headed_texts(
    document: SourceDocument, catalogue: Catalogue, words: CatalogueWords
) -> tuple[HeadedText, ...]:
    """Return the texts of an application that say something to a part of the catalogue."""
    return tuple(_Walk(catalogue, words).texts(document.blocks))


class _Walk:
    def __init__(self, catalogue: Catalogue, words: CatalogueWords) -> None:
        self._catalogue = catalogue
        self._words = words
        self._numbered = [
            catalogue.fields[part.id]
            for part in catalogue.parts
            if part.kind is PartKind.ACTION_FIELD and part.id in catalogue.fields
        ]

    def texts(self, blocks: Sequence[Block]) -> Iterator[HeadedText]:
        part, sure, level = "", 0.0, 0
        heading: Block | None = None
        is_opening = False
        places: list[int] = []
        for at, block in enumerate(blocks):
            if block.region in (Region.CONTENTS, Region.LAW):
                continue
            if block.kind is not BlockKind.HEADING:
                if part and block.text.strip():
                    places.append(at)
                continue
            if part and heading is not None and places:
                yield HeadedText(part, heading, is_opening, tuple(places), sure)
            places = []
            found, certain = (
                self._part_of(block) if not part or block.level <= level or _names(block) else ("", 0.0)
            )
            if found:
                part, sure, level, is_opening = found, certain, block.level, True
            elif part and block.level <= level:
                part = ""
            else:
                is_opening = False
            heading = block
        if part and heading is not None and places:
            yield HeadedText(part, heading, is_opening, tuple(places), sure)

    def _part_of(self, heading: Block) -> tuple[str, float]:
        title = heading.heading
        if _OTHER.search(heading.text) or _OTHER.search(title):
            return "", 0.0
        for name, pattern in _PARTS:
            if pattern.search(title):
                return name, 1.0
        return self._field_of(title)

    def _field_of(self, title: str) -> tuple[str, float]:
        numbered = _NUMBERED.match(title)
        name = title[numbered.end() :] if numbered else _NAMED.sub("", title)
        best = max(((_like(name, field), field.id) for field in self._numbered), default=(0.0, ""))
        if best[0] >= _LEAST_ALIKE:
            return best[1], 1.0
        says_so = numbered is not None or _NAMED.match(title) is not None
        found = suggest(name, (), self._words)
        if found.confidence >= _SURE and (says_so or best[0] >= _LITTLE_ALIKE):
            return found.action_field, found.confidence
        if numbered and numbered["word"].casefold() in ("aktionsfeld", "af"):
            # The number alone tells little: another year's instrument counts otherwise.
            number = int(numbered["number"])
            if not name.strip() and 0 < number <= len(self._numbered):
                return self._numbered[number - 1].id, _SURE
        return "", 0.0


def alike(one: str, other: str) -> float:
    """Return how alike two headings are, from 0 to 1."""
    return SequenceMatcher(None, _evened(one), _evened(other), autojunk=False).ratio()


def _like(name: str, field: ActionField) -> float:
    return max((alike(name, title) for title in (field.title, field.short_title) if title), default=0.0)


def _names(heading: Block) -> bool:
    """Tell whether a heading says of itself that it begins a part, however deep it lies."""
    is_part = any(pattern.match(heading.text) for _, pattern in _PARTS)
    return (
        is_part or _NUMBERED.match(heading.heading) is not None or _NAMED.match(heading.heading) is not None
    )


def _evened(text: str) -> str:
    return " ".join(re.findall(r"[\w*]+", text.casefold()))
