"""Guesses from its documents whose dossier it is to be: „Stadt Rheine“."""

from collections import Counter
from collections.abc import Iterable, Sequence

from tea_assistant.model.source_document import BlockKind, SourceDocument
from tea_assistant.patterns import regex

_KIND = (
    r"(?:Landeshauptstadt|Hansestadt|Universitätsstadt|Wissenschaftsstadt|Klingenstadt|Kreisstadt|Stadt|"
    r"Verbandsgemeinde|Samtgemeinde|Gemeinde|Markt|Landkreis|Kreis|Region|Bezirk|Regionalverband|"
    r"Landschaftsverband|Universität|Hochschule|Bundesagentur|Ministerium)"
)
_PROPER = r"[A-ZÄÖÜ][a-zäöüß]+(?:-[A-ZÄÖÜ][a-zäöüß]+)*"
_OF = r"(?: (?:am|an der|an den|im|in|bei|ob der|vor der|vor dem|a\. d\.|der) " + _PROPER + r")?"
_NAME = regex(rf"\b({_KIND}) ({_PROPER}{_OF})")
_ADMINISTRATION = regex(rf"\b(Stadt|Kreis|Gemeinde)verwaltung ({_PROPER}{_OF})")
_BEGINNING = 40
"""Blocks in which a document says whose it is."""
_NO_NAMES = frozenset({"Verwaltung", "Und", "Der", "Die", "Das", "Als", "Mit", "Gleichstellung"})


def organisation_name(documents: Sequence[SourceDocument]) -> str:
    """Return the organisation that documents speak of; empty where they do not say."""
    for texts in (_titles(documents), _beginnings(documents), _all(documents)):
        counts = Counter(name for text in texts for name in _names(text))
        if counts:
            return counts.most_common(1)[0][0]
    return ""


def _names(text: str) -> Iterable[str]:
    flat = " ".join(text.split())
    for pattern in (_NAME, _ADMINISTRATION):
        for kind, name in pattern.findall(flat):
            if name.split()[0] not in _NO_NAMES:
                yield f"{kind} {name}"


def _titles(documents: Sequence[SourceDocument]) -> Iterable[str]:
    return (document.title for document in documents)


def _beginnings(documents: Sequence[SourceDocument]) -> Iterable[str]:
    for document in documents:
        yield from (block.text for block in document.blocks[:_BEGINNING] if block.kind is not BlockKind.TABLE)


def _all(documents: Sequence[SourceDocument]) -> Iterable[str]:
    for document in documents:
        yield from (block.text for block in document.blocks if block.kind is not BlockKind.TABLE)
