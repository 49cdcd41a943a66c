"""Finds the reasonings of juries in a document: one of 2019, one of 2022, one of 2025, each for itself."""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from tea_assistant.model.source_document import Block, BlockKind, Region, SourceDocument
from tea_assistant.patterns import regex
from tea_assistant.prose.dates import MONTHS

_HEAD = regex(
    r"Jury-?(?:begründung|urteil|votum|text)|Begründung der Jury|Prädikat\W{0,3}(?:19|20)\d\d|Laudatio",
    re.IGNORECASE,
)
_IS_REASONING = regex(
    r"Jury-?(?:begründung|urteil|votum)|Begründung der Jury|Laudatio"
    r"|(?:im Auftrag|in Abstimmung mit) der Jury",
    re.IGNORECASE,
)
_GIVEN = regex(
    r"\bwurde aufgrund\b.{0,200}\bausgewählt\b"
    r"|\bwird\b.{0,200}\bfür die Jahre\b.{0,200}\bausgezeichnet\b"
    r"|\bzum (?:ersten|zweiten|dritten|vierten|fünften|\d+\.) Mal\b.{0,120}\bausgezeichnet\b",
    re.IGNORECASE | re.DOTALL,
)
_SIGNED = regex(r"^(?:Im Auftrag|In Abstimmung mit|Für) (?:der|die) Jury\b", re.IGNORECASE)
_MONTHS = "|".join(MONTHS)
_DATED = regex(
    rf"^[A-ZÄÖÜ][\w. -]{{1,40}}, (?:den )?(\d{{1,2}})\. ?({_MONTHS}) ((?:19|20)\d\d)$", re.IGNORECASE
)
_VALID = regex(r"für die Jahre ((?:19|20)\d\d) bis ((?:19|20)\d\d)")
_YEAR = regex(r"\b(?:19|20)\d\d\b")
_AWARD = regex(
    r"\b(erst|zweit|dritt|viert|fünft|sechst|siebt|acht)(?:e[nr]?|malig\w*)? (?:Mal|Auszeichnung)"
    r"|\b(\d{1,2})\. (?:Mal|Auszeichnung)",
    re.IGNORECASE,
)
_ORDINALS = ("erst", "zweit", "dritt", "viert", "fünft", "sechst", "siebt", "acht")
_LONGEST_HEAD = 160
TEQ = regex(r"TOTAL\s+E-?\s?QUALITY", re.IGNORECASE)


class JuryText(Struct, frozen=True):
    """One jury's reasoning with what it says of itself."""

    places: tuple[int, ...]
    """The blocks that reason, by their places in the document."""
    cycle: str = ""
    """The round that it decided on; empty where the text does not say."""
    award: int | None = None
    decided: str = ""
    valid: tuple[str, str] | None = None
    is_teq: bool = True
    """It speaks of the TOTAL E-QUALITY Prädikat, and not of another award."""


def jury_texts(document: SourceDocument) -> tuple[JuryText, ...]:
    """Return the reasonings that a document holds, in its order; a text that only gives reasons is one."""
    found = list(_under_heads(document.blocks))
    if not found:
        places = tuple(at for at, block in enumerate(document.blocks) if _reasons(block))
        if any(_GIVEN.search(document.blocks[at].text) for at in places):
            found = [(places, [])]
    return tuple(_read(document.blocks, places, heads) for places, heads in found if places)


def _under_heads(blocks: Sequence[Block]) -> Iterator[tuple[tuple[int, ...], list[int]]]:
    heads: list[int] = []
    places: list[int] = []
    is_open = False
    for at, block in enumerate(blocks):
        is_end = _SIGNED.match(block.text) or _DATED.match(block.text)
        if places and (is_end or _is_head(block)):
            yield from _reasoning(blocks, places, [*heads, at] if is_end else heads)
            # The names of those who signed are no reasons.
            heads, places, is_open = [], [], False
        if _is_head(block):
            heads.append(at)
            is_open = True
        elif is_open and not is_end and _reasons(block):
            places.append(at)
    if places:
        yield from _reasoning(blocks, places, heads)


def _reasoning(
    blocks: Sequence[Block], places: list[int], heads: list[int]
) -> Iterator[tuple[tuple[int, ...], list[int]]]:
    said = "\n".join(blocks[at].heading + " " + blocks[at].text for at in (*heads, *places))
    # „Prädikat 2022“ alone may be the heading of a news item or of an application.
    if _IS_REASONING.search(said):
        yield tuple(places), list(heads)


def _is_head(block: Block) -> bool:
    text = block.text
    return (
        block.kind in (BlockKind.HEADING, BlockKind.PARAGRAPH)
        and block.region is not Region.CONTENTS
        and len(text) <= _LONGEST_HEAD
        and not text.rstrip().endswith((".", "!", "?"))
        and _HEAD.search(text) is not None
    )


def _reasons(block: Block) -> bool:
    return block.kind in (BlockKind.PARAGRAPH, BlockKind.BULLET) and block.region in (
        Region.BODY,
        Region.FRONT,
    )


def _read(blocks: Sequence[Block], places: tuple[int, ...], heads: Sequence[int]) -> JuryText:
    titles = "\n".join(blocks[at].text for at in heads if not _DATED.match(blocks[at].text))
    text = "\n".join(blocks[at].text for at in places)
    dated = next((m for at in heads if (m := _DATED.match(blocks[at].text))), None)
    valid = _VALID.search(text)
    years = _YEAR.findall(titles)
    cycle = years[0] if years else valid[1] if valid else dated[3] if dated else ""
    months = [month.casefold() for month in MONTHS]
    decided = f"{dated[3]}-{months.index(dated[2].casefold()) + 1:02}-{int(dated[1]):02}" if dated else ""
    award = _AWARD.search(titles) or _AWARD.search(text)
    number = None
    if award:
        number = int(award[2]) if award[2] else _ORDINALS.index(award[1].casefold()) + 1
    return JuryText(
        places,
        cycle,
        number,
        decided,
        (valid[1], valid[2]) if valid else None,
        TEQ.search(titles + text) is not None,
    )
