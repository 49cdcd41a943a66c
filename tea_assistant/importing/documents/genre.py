"""What a document is: a plan, a jury's text, a press release, a former application, or anything else."""

import re
from collections.abc import Iterator
from enum import StrEnum

from msgspec import Struct

from tea_assistant.importing.jury.texts import jury_texts
from tea_assistant.model.source_document import BlockKind, Purpose, Region, SourceDocument
from tea_assistant.patterns import regex


class Genre(StrEnum):
    """What kind of text a document is; each proposes other things."""

    PLAN = "plan"
    """Gleichstellungsplan, Frauenförderplan, Aktionsplan."""
    JURY = "jury"
    PRESS = "press"
    APPLICATION = "application"
    """An application for the award, handed in some time ago."""
    OTHER = "other"
    """A report, a concept, minutes."""

    @property
    def word(self) -> str:
        """The German word for it."""
        return _WORDS[self]


class GenreGuess(Struct, frozen=True):
    """What a document seems to be."""

    genre: Genre
    reason: str
    """German: what in the document says so."""


_SAMPLE = 400
"""Blocks that are looked at; what a document is, it says early."""
_ENOUGH = 3
"""So much must speak for a kind, otherwise the document is something else."""
_HEADS = {
    Genre.PLAN: regex(
        r"Gleichstellungsplan|Frauenförderplan|Chancengleichheitsplan|Gleichstellungskonzept|Aktionsplan",
        re.IGNORECASE,
    ),
    Genre.PRESS: regex(
        r"Presse(?:mitteilung|information|meldung|dienst|kontakt)|Medieninformation", re.IGNORECASE
    ),
    Genre.APPLICATION: regex(
        r"\bBewerbung um das\b|\d\. Bewerbung\b|Bewerbungsunterlagen|Grundverständnis|Maßnahmenverzeichnis"
        r"|Angaben zur Organisation|Bewerbung\W+TOTAL",
        re.IGNORECASE,
    ),
}
_FIELD = regex(r"\b(?:Aktionsfeld|Handlungsfeld)\s+\d", re.IGNORECASE)
_ACTION_FIELD = regex(r"\bAktionsfeld\b", re.IGNORECASE)
_QUOTE = regex(r"[„“\"»][^„“”\"«»]{40,}[“”\"«]")
_SAID = regex(
    r"\b(?:sagte?|erklärte?|betonte?|freut sich|erläuterte?|unterstrich|so) (?:[A-ZÄÖÜ]|der |die )",
    re.UNICODE,
)
_NEWS = regex(
    r"\b(?:am (?:gestrigen|heutigen|vergangenen|kommenden)|gestern|heute|Auftaktveranstaltung|unterzeichne\w+"
    r"|Foto|©|Bildunterschrift|fand nun)\b|©",
    re.IGNORECASE,
)
_DUTY = regex(r"\bLGG\b|Landesgleichstellungsgesetz|Gleichstellungsgesetz|§ ?\d+")
_SHORT = 60
"""Blocks of a press release at most."""


def genre_of(document: SourceDocument) -> GenreGuess:
    """Guess what a document is by its headings, its words and how it is built."""
    points: dict[Genre, list[tuple[int, str]]] = {genre: [] for genre in Genre}
    for genre, weight, why in _cues(document):
        points[genre].append((weight, why))
    sums = {genre: sum(weight for weight, _ in found) for genre, found in points.items()}
    best = max(sums, key=lambda genre: sums[genre])
    if sums[best] < _ENOUGH:
        return GenreGuess(
            Genre.OTHER, "Nichts weist es als Plan, Jurytext, Pressemitteilung oder Bewerbung aus."
        )
    said = sorted(points[best], key=lambda entry: -entry[0])
    return GenreGuess(best, f"{best.word}: {'; '.join(text for _, text in said)}")


def _cues(document: SourceDocument) -> Iterator[tuple[Genre, int, str]]:
    blocks = [block for block in document.blocks[:_SAMPLE] if block.region is not Region.CONTENTS]
    heads = [document.title, document.name.rpartition("/")[2], *_heads(document)]
    for genre, pattern in _HEADS.items():
        if found := dict.fromkeys(match[0] for head in heads for match in pattern.finditer(head)):
            said = ", ".join(f"„{word}“" for word in list(found)[:3])
            yield genre, 2 + min(len(found), 3), f"Überschriften nennen {said}"
    if juries := jury_texts(document):
        rounds = ", ".join(text.cycle for text in juries if text.cycle)
        yield Genre.JURY, 5, f"Begründung einer Jury{f' ({rounds})' if rounds else ''}"
    fields = {match[0].casefold() for head in _heads(document) for match in _FIELD.finditer(head)}
    if len(fields) > 1:
        is_award = any(_ACTION_FIELD.search(head) for head in _heads(document))
        genre = Genre.APPLICATION if is_award else Genre.PLAN
        yield genre, 3, f"{len(fields)} Überschriften „{'Aktions' if is_award else 'Handlungs'}feld …“"
    purposes = {block.purpose for block in document.blocks if block.purpose}
    if purposes == {Purpose.GOAL, Purpose.MEASURE}:
        yield Genre.PLAN, 3, "Ziele und Maßnahmen stehen unter eigenen Beschriftungen"
    text = "\n".join(block.text for block in blocks if block.kind is not BlockKind.TABLE)
    if len(_DUTY.findall(text)) >= _ENOUGH:
        yield Genre.PLAN, 1, "das Gleichstellungsgesetz wird angeführt"
    if len(document.blocks) <= _SHORT:
        yield from _press_cues(text)


def _press_cues(text: str) -> Iterator[tuple[Genre, int, str]]:
    if _QUOTE.search(text):
        yield Genre.PRESS, 2, "wörtliche Rede"
    if said := _SAID.search(text):
        yield Genre.PRESS, 1, f"jemand wird zitiert („{said[0].split()[0]}“)"
    if found := dict.fromkeys(match[0] for match in _NEWS.finditer(text)):
        yield Genre.PRESS, min(len(found), 3), ", ".join(f"„{word}“" for word in list(found)[:3])


def _heads(document: SourceDocument) -> list[str]:
    return [block.heading for block in document.blocks if block.kind is BlockKind.HEADING]


_WORDS = {
    Genre.PLAN: "Plan",
    Genre.JURY: "Jurytext",
    Genre.PRESS: "Pressemitteilung",
    Genre.APPLICATION: "Frühere Bewerbung",
    Genre.OTHER: "Anderes Dokument",
}
