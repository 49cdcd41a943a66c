"""What a jury says that may be praise or an expectation: one for each sentence, item of a list, or cell."""

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from tea_assistant.importing.jury.labels import Sort, sort_of, sorting_columns
from tea_assistant.model.grid import Grid
from tea_assistant.model.review import ExpectationKind
from tea_assistant.model.source_document import Block, BlockKind
from tea_assistant.patterns import regex
from tea_assistant.prose.jury_text import JurySentence, jury_sentence, jury_sentences
from tea_assistant.prose.sentences import sentences

_REFERS_BACK = regex(
    r"(?:Das (?:ist|sind|war|wird|bedeutet|zeigt|hat|macht|schafft|verdient)|Dies|Dadurch|Damit|Hierzu|Dazu"
    r"|Weitere (?:sind|werden|wurden)|Diese[rsmn]?) "
)
_JOINT = regex(r"(?:[,;]|,? (?:und|oder|sowie))$")
"""What leads from one item of a list to the next."""
_FEWEST_WORDS = 2


class Saying(Struct, frozen=True):
    """Something that a jury said, with its place."""

    at: int
    """The block by its place in the document."""
    text: str
    """Whole and in the jury's own words; an item of a list begins with a capital letter."""
    core: str
    """The sentence that counts, where the text has another one before or behind it."""
    kind: ExpectationKind | None
    """None where it is praise."""
    label: str = ""
    """The heading, the line or the column that says what it is; empty where its own words do."""
    row: str = ""
    """Of a cell, what its row is about."""
    line: int = 0
    """Of a cell, the line in which its row stands; 0 elsewhere."""


def sayings(blocks: Sequence[Block], places: Iterable[int]) -> Iterator[Saying]:
    """Yield what the jury says in some blocks of a document, in their order."""
    lead: Sort | None = None
    before = -1
    for at in places:
        block = blocks[at]
        if block.grid is not None:
            yield from _in_table(at, block.grid)
        elif block.kind is BlockKind.BULLET:
            # A list goes on over a page; a paragraph or heading between ends what was said of its items.
            lead = lead if before == at - 1 else None
            yield from _in_item(at, block.text, lead or sort_of(block.heading))
        else:
            yield from _in_paragraph(at, jury_sentences(block.text))
        if block.kind is not BlockKind.BULLET:
            lead = _lead(block.text)
        before = at


def _lead(text: str) -> Sort | None:
    """Return what the end of a paragraph says of the list below it: „Die Jury empfiehlt:“."""
    *_, last = ("", *sentences(text))
    if not last.endswith((":", ",")):
        return None
    said = jury_sentence(last)
    return Sort(last.rstrip(":,"), said.kind) if said.says else sort_of(last)


def _in_item(at: int, text: str, sort: Sort | None) -> Iterator[Saying]:
    if sort is None:
        # An item may be no whole sentence.
        yield from _in_paragraph(at, map(jury_sentence, sentences(text)))
    elif len(text.split()) >= _FEWEST_WORDS:
        said = _JOINT.sub("", text.strip())
        # By itself it no longer goes on from the line above.
        said = said[:1].upper() + said[1:]
        yield Saying(at, said, next(iter(sentences(said)), said), sort.kind, sort.label)


def _in_table(at: int, grid: Grid) -> Iterator[Saying]:
    columns = sorting_columns(grid)
    for cells in grid.rows[1:]:
        row = next((cell.text.strip() for n, cell in enumerate(cells) if n not in columns and cell.text), "")
        for column, sort in columns.items():
            cell = cells[column]
            if cell.merged or len(cell.text.split()) < _FEWEST_WORDS:
                continue
            for sentence in sentences(cell.text):
                yield Saying(at, sentence, sentence, sort.kind, sort.label, row, cell.line)


def _in_paragraph(at: int, offered: Iterable[JurySentence]) -> Iterator[Saying]:
    """Yield what praises or expects, with the sentence before where it says nothing without that."""
    found: list[Saying] = []
    before = ""
    for sentence in offered:
        if sentence.says:
            refers = bool(before) and _REFERS_BACK.match(sentence.text) is not None
            if refers and found and found[-1].text.endswith(before) and found[-1].kind is sentence.kind:
                # What the jury only underlines is one thing with it.
                found[-1] = replace(found[-1], text=f"{found[-1].text} {sentence.text}")
            else:
                said = f"{before} {sentence.text}" if refers else sentence.text
                found.append(Saying(at, said, sentence.text, sentence.kind))
        before = sentence.text
    yield from found
