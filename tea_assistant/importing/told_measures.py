"""Finds measures that running text tells of, sentence by sentence."""

from collections.abc import Iterator

from tea_assistant.importing.line_sentences import sentences_of
from tea_assistant.importing.measure_names import measure_names
from tea_assistant.importing.passages import Passage
from tea_assistant.model.proposal import ProposalKind
from tea_assistant.model.source_document import Block, BlockKind, Region, SourceDocument
from tea_assistant.patterns import regex

_DONE = regex(
    r"\b(?:gibt es|[Ee]s gibt|Beispiele|[Ww]ir haben|bietet|bieten|angeboten\w*|besteht|bestehen|eingeführt|"
    r"fortgeführt|weitergeführt|durchgeführt|"
    r"unterstütz\w+|beteilig\w+|nehmen|teilgenommen|getroffen|bildet|bilden|installiert|umfasst|enthält|"
    r"enthalten|"
    r"implementiert|zur Verfügung|ermöglicht|fördert|informiert|beraten|berät|geschult|vernetzt|gerufen|ruft|"
    r"richtet|"
    r"gehören|runden|integriert|unterzeichnet|hervorgehoben|eröffnet|gegründet|gestartet|startet|"
    r"in Planung|geplant|fortgesetzt|regelt|kommt .{0,60}Bedeutung)\b"
)
_NO_DEED = regex(
    r"\b(?:muss|müssen|dürfen|darf|Anspruch|Tabelle|Übersicht|ergeben sich|voraus|Voraussetzung|kein\w*|"
    r"nicht (?:gefunden|vorhanden|eingeführt))\b"
)
_REFERS_BACK = regex(
    r"(?:Hierzu|Dadurch|Dabei|Damit|Hierbei|Dies|Sie (?:richtet|umfasst))\b"
    r"|(?:Die|Das|Der|Diese[rs]?)\s(?P<noun>[A-ZÄÖÜ][\w-]+)"
)
_SHORTEST_BLOCK = 40
_LONGEST_SENTENCE = 1_500
"""Characters: what is longer is no sentence, and its words would be tried against one another for minutes."""


def told_passages(document: SourceDocument) -> Iterator[Passage]:
    """Give each measure that a paragraph or an item of the body names, with the sentence that tells of it."""
    for number, block in enumerate(document.blocks):
        if not _is_prose(block):
            continue
        named: list[str] = []
        sentences = sentences_of(block.text)
        for at, sentence in enumerate(sentences):
            if len(sentence) > _LONGEST_SENTENCE or not _DONE.search(sentence) or _NO_DEED.search(sentence):
                continue
            for name in dict.fromkeys(measure_names(sentence)):
                if not any(name.casefold() in known for known in named):
                    named.append(name.casefold())
                    yield Passage(ProposalKind.MEASURE, _told(sentences, at, name), (number,), name)


def _is_prose(block: Block) -> bool:
    return (
        block.region is Region.BODY
        and block.purpose is None
        and block.kind in (BlockKind.PARAGRAPH, BlockKind.BULLET)
        and len(block.text) >= _SHORTEST_BLOCK
        and not block.text.startswith("*")
    )


def _told(sentences: tuple[str, ...], at: int, name: str) -> str:
    """Return a sentence with the one behind it, where that goes on with the measure."""
    found = _REFERS_BACK.match(sentences[at + 1]) if at + 1 < len(sentences) else None
    if not found or (found["noun"] or "").casefold() not in name.casefold():
        return sentences[at]
    return f"{sentences[at]} {sentences[at + 1]}"
