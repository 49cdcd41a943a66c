"""New lines in a block, and lines taken away: keys one below the other, items behind dashes."""

from msgspec.structs import replace as changed

from tea_assistant.store.yaml.block_edits import ending
from tea_assistant.store.yaml.layout import Layout
from tea_assistant.store.yaml.plan import Step
from tea_assistant.store.yaml.render import Block, Style, entry
from tea_assistant.store.yaml.slots import Edit, Slot
from tea_assistant.store.yaml.tree import Kind, Node


def insert(layout: Layout, slot: Slot, step: Step, style: Style) -> list[Edit]:
    """Write the new entry of a step before the one that has its index, or behind the last one."""
    node, key = slot.node, step.key
    if key is None:
        style = changed(style, dash=_dash(layout, node) or style.dash)
    new = entry(key, step.value, style).shifted(node.column)
    if not step.index:
        return [_in_front(layout, slot, new)]
    before = node.entries[step.index - 1]
    start = layout.line_end(before.end)
    if new.header and layout.comment_column(start) >= new.depth:
        new = entry(key, step.value, changed(style, prose=False)).shifted(node.column)
    end, text = ending(layout, start, Block("", (" " * node.column + new.first, *new.rest), new.header))
    edits = [Edit(start, end, text)]
    leaf = before.value.last_leaf()
    is_open = leaf.kind is Kind.BLOCK_SCALAR and not leaf.text.endswith("\n")
    if start == len(layout.text) and is_open and "-" not in leaf.style:
        # The line break that is to follow would become part of the text.
        header = f"{leaf.style.replace('+', '')}-"
        edits.insert(0, Edit(leaf.start, leaf.start + len(leaf.style), header))
    return edits


def _in_front(layout: Layout, slot: Slot, new: Block) -> Edit:
    first = slot.node.entries[0].start
    indent = " " * slot.node.column
    lines = layout.newline.join((new.first, *new.rest)) + layout.newline
    if not layout.begins_line(first):
        return Edit(first, first, lines + indent)
    # What stands above the first key of a file is about the whole file.
    floor = layout.next_line(slot.head) if slot.entry else layout.line_start(first)
    start = layout.comments_above(first, floor)
    return Edit(start, start, indent + lines)


def _dash(layout: Layout, node: Node) -> int:
    """Return how far the first item stands behind its dash, 0 where it does not tell."""
    first = node.entries[0]
    if first.value.kind is Kind.NOTHING or layout.begins_line(first.value.start):
        return 0
    return first.value.start - first.start


def remove(layout: Layout, slot: Slot, index: int) -> list[Edit]:
    """Take one of several entries away, with the comments beside it and directly above it."""
    node = slot.node
    gone = node.entries[index]
    end = layout.line_end(gone.end)
    if not layout.begins_line(gone.start):
        follower = node.entries[index + 1].start
        if layout.next_content(end) == layout.next_mark(end):
            return [Edit(gone.start, follower, "")]
        # A comment on the next entry stands between them: the dash keeps its own line.
        behind_dash = layout.text[: gone.start].rstrip(" \t")
        return [Edit(len(behind_dash), end, "")]
    above = node.entries[index - 1] if index else None
    floor = layout.line_end(above.end) if above else layout.next_line(slot.head) if slot.entry else 0
    start = layout.comments_above(gone.start, floor)
    return _without_lines(layout, start, end, above.value.last_leaf() if above else None)


def _without_lines(layout: Layout, start: int, end: int, above: Node | None) -> list[Edit]:
    """Remove whole lines, and guard the text of a block scalar that comes to stand before what follows."""
    touches = above and above.kind is Kind.BLOCK_SCALAR and layout.next_mark(above.end) >= start
    text = above if touches else None
    blank = ""
    if text:
        end, blank = layout.blank_lines(end, keep="+" in text.style)
    if end == len(layout.text):
        # A file without a line break at its end keeps none, unless a text needs it.
        needs_break = text and "-" not in text.style
        return [Edit(start if needs_break else layout.previous_line_end(start), end, "")]
    if blank:
        edits = [Edit(layout.previous_line_end(start), end, blank)]
    else:
        edits = [Edit(start, layout.next_line(end), "")]
    comment = layout.comment_column(end)
    if text and comment >= text.indent:
        mark = layout.next_mark(end)
        edits.append(Edit(mark - comment + text.indent - 1, mark, ""))
    return edits
