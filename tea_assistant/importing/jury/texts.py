"""Finds the reasonings of juries in a document: one of 2019, one of 2022, one of 2025, each for itself."""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from tea_assistant.importing.jury.awards import (
    DATED,
    NUMBERED,
    TEQ,
    Said,
    ToldAward,
    lines_of,
    round_of,
    told_award,
)
from tea_assistant.importing.jury.labels import sorting_columns
from tea_assistant.model.source_document import Block, BlockKind, Region, SourceDocument, SourceKind
from tea_assistant.patterns import regex

_HEAD = regex(
    r"Jury-?(?:begründung|urteil|votum|text)|(?:Begründung|Entscheidung|Votum|Rückmeldung) der Jury"
    r"|Prädikat\W{0,3}(?:19|20)\d\d|Laudatio",
    re.IGNORECASE,
)
_IS_REASONING = regex(
    r"Jury-?(?:begründung|urteil|votum)|Begründung der Jury|Laudatio"
    r"|(?:im Auftrag|in Abstimmung mit) der Jury",
    re.IGNORECASE,
)
_MAY_REASON = regex(r"(?:Entscheidung|Votum|Rückmeldung) der Jury", re.IGNORECASE)
"""Juries of other kinds decide as well: only beside the name of the award is it a reasoning."""
_GIVEN = regex(
    r"\bwurde aufgrund\b.{0,200}\bausgewählt\b"
    r"|\bwird\b.{0,200}\bfür die Jahre\b.{0,200}\bausgezeichnet\b"
    r"|\bzum (?:ersten|zweiten|dritten|vierten|fünften|\d+\.) Mal\b.{0,120}\bausgezeichnet\b",
    re.IGNORECASE | re.DOTALL,
)
_GIVEN_BY_LETTER = regex(
    r"\bJury\b.{0,120}\b(?:beschlossen|entschieden)\b.{0,160}\b(?:verleihen|auszuzeichnen)\b",
    re.IGNORECASE | re.DOTALL,
)
_SALUTED = regex(r"^(?:Sehr geehrte|Liebe[r]? )", re.IGNORECASE)
_SIGNED = regex(r"^(?:Im Auftrag|In Abstimmung mit|Für) (?:der|die) Jury\b", re.IGNORECASE)
_CLOSED = regex(
    r"^(?:Mit (?:freundlichen|herzlichen|besten) Grüßen|(?:Viele|Freundliche|Herzliche|Beste|Liebe) Grüße"
    r"|Hochachtungsvoll|--(?:\s|$))",
    re.IGNORECASE,
)
"""What stands below a greeting is who wrote, and what the office wants to tell everybody."""
_SUBJECT = regex(r"^(?:Betreff|Betr\.|Subject):[ \t]*(.+)$", re.IGNORECASE | re.MULTILINE)
_LONGEST_HEAD = 160
_SHORTEST_QUESTION = 3
"""Words of a question that a reader of plain text may take for a heading."""


class JuryText(Struct, frozen=True):
    """One jury's reasoning with what it says of itself."""

    places: tuple[int, ...]
    """The blocks that reason, by their places in the document."""
    cycle: str = ""
    """The round that it decided on; empty where the text does not say."""
    award: ToldAward = ToldAward()
    is_teq: bool = True
    """It speaks of the TOTAL E-QUALITY Prädikat, and not of another award."""


class _Found(Struct, frozen=True):
    """Blocks that reason, and those around them that say what for."""

    places: tuple[int, ...]
    heads: tuple[int, ...] = ()


def jury_texts(document: SourceDocument) -> tuple[JuryText, ...]:
    """Return the reasonings that a document holds, in its order; a text that only gives reasons is one."""
    found = list(_Search(document).under_heads()) or list(_without_head(document))
    return tuple(_read(document.blocks, each) for each in found)


class _Search:
    """Goes through a document from heading to signature."""

    def __init__(self, document: SourceDocument) -> None:
        self._document = document
        self._heads: list[int] = []
        self._places: list[int] = []
        self._above: list[int] = []
        """Of a letter, its date, which stands above the first text."""

    def under_heads(self) -> Iterator[_Found]:
        """Yield what stands between a heading that names a jury's text and its end."""
        for at, block in enumerate(self._document.blocks):
            is_end = bool(_SIGNED.match(block.text) or DATED.match(block.text))
            if is_end or _CLOSED.match(block.text):
                if self._places:
                    yield from self._taken([at] if is_end else [])
                elif DATED.match(block.text):
                    self._above = [at]
            elif _is_head(block):
                yield from self._begin(at)
            elif self._heads and not self._places and _is_line_of_head(block):
                self._heads.append(at)
            elif self._heads and _reasons(block, self._document.kind):
                self._places.append(at)
        yield from self._taken([])

    def _begin(self, at: int) -> Iterator[_Found]:
        if any(_SUBJECT.search(self._document.blocks[head].text) for head in self._heads):
            # Between the subject of a mail and the text stands only what its sender says of it.
            self._places = []
        elif self._places:
            yield from self._taken([])
        self._heads.append(at)

    def _taken(self, end: list[int]) -> Iterator[_Found]:
        heads, places = [*self._above, *self._heads, *end], self._places
        # The names of those who signed are no reasons.
        self._heads, self._places, self._above = [], [], []
        blocks = self._document.blocks
        said = "\n".join(f"{blocks[at].heading} {blocks[at].text}" for at in (*heads, *places))
        # „Prädikat 2022“ alone may be the heading of a news item or of an application.
        is_reasoning = _IS_REASONING.search(said) or (_MAY_REASON.search(said) and TEQ.search(said))
        if places and is_reasoning:
            yield _Found(tuple(places), tuple(heads))


def _without_head(document: SourceDocument) -> Iterator[_Found]:
    blocks = document.blocks
    end = next((at for at, block in enumerate(blocks) if _CLOSED.match(block.text)), len(blocks))
    places = tuple(at for at, block in enumerate(blocks[:end]) if _reasons(block, document.kind))
    is_letter = any(_SALUTED.match(blocks[at].text) for at in places)
    given = (_GIVEN, _GIVEN_BY_LETTER) if is_letter else (_GIVEN,)
    if any(pattern.search(blocks[at].text) for at in places for pattern in given):
        dates = tuple(at for at in places if DATED.match(blocks[at].text))
        yield _Found(tuple(at for at in places if at not in dates), dates)


def _head_text(block: Block) -> str:
    """Return what may be a heading: of a mail the subject, otherwise the block itself."""
    subject = _SUBJECT.search(block.text)
    return subject[1] if subject else block.text


def _is_head(block: Block) -> bool:
    text = _head_text(block)
    return (
        block.kind in (BlockKind.HEADING, BlockKind.PARAGRAPH)
        and block.region is not Region.CONTENTS
        and len(text) <= _LONGEST_HEAD
        and not text.rstrip().endswith((".", "!", "?"))
        and _HEAD.search(text) is not None
    )


def _is_line_of_head(block: Block) -> bool:
    """Tell whether a block says below a heading which award it was: „– zweite Auszeichnung –“."""
    text = block.text.strip(" –-*")
    return len(text) <= _LONGEST_HEAD and not text.endswith(".") and bool(NUMBERED.fullmatch(text))


def _reasons(block: Block, kind: SourceKind) -> bool:
    if block.region not in (Region.BODY, Region.FRONT):
        return False
    if block.kind is BlockKind.TABLE:
        return block.grid is not None and bool(sorting_columns(block.grid))
    if block.kind is BlockKind.HEADING:
        # Plain text marks no headings: a question that stands by itself looks like one.
        is_question = block.text.endswith("?") and len(block.text.split()) >= _SHORTEST_QUESTION
        return kind is SourceKind.TEXT and is_question
    return True


def _read(blocks: Sequence[Block], found: _Found) -> JuryText:
    heads: list[Said] = [said for at in found.heads for said in lines_of(at, _head_text(blocks[at]))]
    body = [(at, blocks[at].text) for at in found.places if blocks[at].grid is None]
    award = told_award(heads, body)
    titles = "\n".join(text for _, text in heads if not DATED.match(text))
    said = "\n".join((titles, *(text for _, text in body)))
    return JuryText(found.places, round_of(titles, award), award, TEQ.search(said) is not None)
