"""The blocks of a document from its lines: headings with their path, labels, regions."""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from tea_assistant.importing.documents.contents import contents_of
from tea_assistant.importing.documents.headings import Found, with_headings
from tea_assistant.importing.documents.lines import Line, Role
from tea_assistant.importing.documents.regions import regions_of
from tea_assistant.importing.labels import Label, label_of
from tea_assistant.importing.line_joining import paragraphs
from tea_assistant.model.grid import Grid
from tea_assistant.model.source_document import Block, BlockKind, Region

_LONGEST_TITLE = 200
_LONGEST_CAPTION = 80
_KINDS = {Role.TABLE: BlockKind.TABLE, Role.BULLET: BlockKind.BULLET}


def blocks_of(lines: Sequence[Line]) -> tuple[Block, ...]:
    """Return what the lines of a document say, in their order."""
    joined = paragraphs(lines)
    contents = contents_of(joined)
    kept = [line if at not in contents.inside else _listed(line) for at, line in enumerate(joined)]
    found = with_headings(kept, contents.titles)
    return tuple(_blocks(found, regions_of(found, contents.inside)))


def title_of(blocks: Sequence[Block]) -> str:
    """Return the title of a document: the first line of what stands first, contents and tables left out."""
    for block in blocks:
        if block.kind is not BlockKind.TABLE and block.region is not Region.CONTENTS:
            text = block.heading if block.kind is BlockKind.HEADING else block.text
            return text.partition("\n")[0] if len(text) <= _LONGEST_TITLE else ""
    return ""


def _listed(line: Line) -> Line:
    return Line(line.text, line.role, line.line, line.page, line.level, contents=True, grid=line.grid)


def _blocks(found: Sequence[Found], regions: Sequence[Region]) -> Iterator[Block]:
    path: list[tuple[int, str]] = []
    label: Label | None = None
    region = Region.FRONT
    block: Block | None = None
    for line, at in zip(found, regions, strict=True):
        if at is not region:
            region, label = at, None
        if line.level and region not in (Region.CONTENTS, Region.FRONT):
            path = [(level, text) for level, text in path if level < line.level]
            block = _heading(line, tuple(text for _, text in path), region)
            path.append((line.level, block.heading))
            label = _of_heading(line) if region is Region.BODY else None
            yield block
            continue
        headings = tuple(text for _, text in path)
        said = label_of(line.text) if line.line.role is Role.TEXT and region is Region.BODY else None
        if said is not None:
            label = said if said.purpose or said.ends or label is None or not label.purpose else label
        block = _block(line, headings, region, (label, said), block)
        yield block


def _of_heading(line: Found) -> Label | None:
    said = label_of(line.text)
    return said if said is not None and said.purpose and not said.text else None


def _heading(line: Found, headings: tuple[str, ...], region: Region) -> Block:
    return Block(
        BlockKind.HEADING,
        line.text,
        line.line.line,
        line.line.page,
        line.level,
        line.number,
        headings,
        region=region,
    )


def _block(
    line: Found,
    headings: tuple[str, ...],
    region: Region,
    labels: tuple[Label | None, Label | None],
    before: Block | None,
) -> Block:
    label, said = labels
    grid = _titled(line.line.grid, before) if line.line.grid is not None else None
    text = _table_text(grid) if grid is not None else line.line.text
    purpose = label.purpose if label else None
    if said is not None:
        # „Ziele:“ alone is no goal, „Ziel 1: …“ is one.
        text, purpose = said.text or text, said.purpose if said.text else None
    return Block(
        _KINDS.get(line.line.role, BlockKind.PARAGRAPH),
        text,
        line.line.line,
        line.line.page,
        line.line.level if line.line.role is Role.BULLET else 0,
        headings=headings,
        label=label.name if label else "",
        purpose=purpose,
        region=region,
        grid=grid,
    )


def _titled(grid: Grid, before: Block | None) -> Grid:
    """Return a table with the caption above it as its title."""
    if grid.title or before is None or before.kind not in (BlockKind.HEADING, BlockKind.PARAGRAPH):
        return grid
    above = before.heading if before.kind is BlockKind.HEADING else before.text
    if len(above) > _LONGEST_CAPTION or "\n" in above or above.endswith((".", ";", "!", "?", ",")):
        return grid
    return replace(grid, title=above.rstrip(": "))


def _table_text(grid: Grid) -> str:
    return "\n".join(" | ".join(cell.text for cell in row) for row in grid.rows)
