"""Finds the goals and measures that a document itself calls so: the items below „Ziele:“ and „Maßnahmen:“."""

import re
from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from tea_assistant.importing.word_stems import words_of
from tea_assistant.model.proposal import ProposalKind
from tea_assistant.model.source_document import Block, BlockKind, Purpose, Region, SourceDocument
from tea_assistant.patterns import regex

_KINDS = {Purpose.GOAL: ProposalKind.GOAL, Purpose.MEASURE: ProposalKind.MEASURE}
_REFERS_BACK = regex(
    r"(?:Mit|Durch|In|Bei|Nach|Für|Ziel)?\s*(?:dies(?:e[mnrs]?)?|damit|dabei|dadurch|dazu|hier\w+|es soll|"
    r"das ist|"
    r"sie (?:soll|wird|ist)|er (?:soll|wird|ist)|(?P<article>der|die|das|dem|den|"
    r"des) (?P<noun>[A-ZÄÖÜ][\w-]+))\b",
    re.IGNORECASE,
)
_GOES_ON = regex(r"(?:zu|zum|zur|für|gegen|bei|beim|von|vom|mit|über|durch)\s")
_FEWEST_WORDS = 2


class Passage(Struct, frozen=True):
    """A goal or measure as it stands in a document."""

    kind: ProposalKind
    text: str
    blocks: tuple[int, ...]
    name: str = ""
    """The measure's name, where running text tells of it."""
    responsible: str = ""
    """As a table says it in a column of its own, like the two below."""
    when: str = ""
    target: str = ""


def labelled_passages(document: SourceDocument) -> Iterator[Passage]:
    """Give each item below a label with its own items and the sentences that go on with it."""
    passage: Passage | None = None
    depth = 0
    for number, block in enumerate(document.blocks):
        if block.region is not Region.BODY or block.purpose is None:
            if passage:
                yield passage
            passage = None
        elif passage and _belongs(passage, depth, block):
            mark = "\n- " if block.kind is BlockKind.BULLET else "\n"
            passage = replace(
                passage, text=f"{passage.text}{mark}{block.text}", blocks=(*passage.blocks, number)
            )
        elif block.kind in (BlockKind.BULLET, BlockKind.PARAGRAPH):
            if passage:
                yield passage
            passage, depth = _begin(block, number), block.level
    if passage:
        yield passage


def _begin(block: Block, number: int) -> Passage | None:
    # „Die Stadt bietet an:“ only leads to what stands below it.
    if block.purpose is None or (block.kind is BlockKind.PARAGRAPH and block.text.rstrip().endswith(":")):
        return None
    if len(words_of(block.text)) < _FEWEST_WORDS:
        return None
    return Passage(_KINDS[block.purpose], block.text, (number,))


def _belongs(passage: Passage, depth: int, block: Block) -> bool:
    if _KINDS.get(block.purpose or Purpose.GOAL) is not passage.kind:
        return False
    if block.kind is BlockKind.BULLET:
        # Some files know no depth of items: „Haltung“, „zur Elternzeit,“, „zur Pflege“ are one all the same.
        return block.level > depth > 0 or (depth > 0 and _GOES_ON.match(block.text) is not None)
    if block.kind is not BlockKind.PARAGRAPH or depth == 0:
        return False
    return _refers_back(block.text, passage.text)


def _refers_back(text: str, to: str) -> bool:
    found = _REFERS_BACK.match(text)
    if not found:
        return False
    noun = found["noun"]
    if not noun or found["article"] is None:
        return True
    stems = {word.stem for word in words_of(to)}
    return any(stem.endswith(word.stem) for word in words_of(noun) for stem in stems)
