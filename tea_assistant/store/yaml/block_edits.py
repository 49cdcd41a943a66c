"""Edits of values that stand in lines: keys one below the other, dashes, texts in `|` blocks."""

from typing import Any

from msgspec import Struct
from msgspec.structs import replace as changed

from tea_assistant.store.yaml.layout import Layout, without_spaces
from tea_assistant.store.yaml.render import (
    Block,
    Style,
    can_be_literal,
    entries,
    fits_on_line,
    inline,
    literal,
    needs_lines,
    render,
)
from tea_assistant.store.yaml.slots import Edit, Slot
from tea_assistant.store.yaml.tree import Kind


class _Old(Struct):
    """What is to go: a part behind the key or dash, and lines below it."""

    first: int
    last: int
    body: int
    """The end of the line above the lines below: their first line break goes too."""
    end: int
    hangs: bool = False
    """A block that begins on its own line, maybe with comments between it and the key."""


def _measure(layout: Layout, slot: Slot) -> _Old:
    node, head = slot.node, slot.head
    if node.kind is Kind.BLOCK_SCALAR:
        last = node.start + len(node.style)
        return _Old(node.start, last, layout.line_end(last), node.end)
    if node.is_block and slot.entry and layout.begins_line(node.start):
        top = layout.comments_above(node.start, layout.next_line(head))
        return _Old(head, head, layout.previous_line_end(top), layout.line_end(node.end), hangs=True)
    last = layout.line_end(node.end) if node.is_block else node.end
    end = layout.line_end(last)
    return _Old(node.start, last, end, end)


def replace(layout: Layout, slot: Slot, value: Any, style: Style) -> list[Edit]:
    """Write another value in the place of one."""
    old = _measure(layout, slot)
    new = _written(layout, slot, old, value, style)
    edits = []
    if old.first == old.last:
        if new.first:
            # Blank space that ends the line would stay behind as part of nothing.
            last = old.last if layout.has_comment(old.last) else layout.line_end(old.last)
            edits.append(Edit(old.first, last, f" {new.first}"))
    elif new.first:
        edits.append(Edit(old.first, old.last, new.first))
    elif not layout.begins_line(old.first):
        edits.append(_nothing(layout, slot.head, old.last))
    elif layout.has_comment(old.last):
        edits.append(Edit(old.first, layout.next_mark(old.last), ""))
    else:
        old.body = layout.previous_line_end(old.first)
    between = ""
    if old.hangs and new.header and new.first:
        # The lines of a text follow its header directly; comments that stay go below them.
        start = layout.line_end(old.last)
        comments = layout.line_start(layout.next_mark(start))
        if comments < old.body:
            between = without_spaces(layout.text[start:comments]) + layout.text[comments : old.body]
        old.body = start
    edits.append(Edit(old.body, *ending(layout, old.end, new, between)))
    return edits


def ending(layout: Layout, end: int, new: Block, between: str = "") -> tuple[int, str]:
    """Return where the replaced part ends, and the lines of the new text, ended as they need it."""
    text = "".join(f"{layout.newline}{line}" for line in new.rest) + between
    if new.header:
        end, blank = layout.blank_lines(end, keep="+" in new.header)
        text += blank
    if new.header and "-" not in new.header and end == len(layout.text):
        text += layout.newline
    return end, text


def _nothing(layout: Layout, start: int, end: int) -> Edit:
    """Remove a value behind its colon; a comment beside it stays, but no tab before it is allowed now."""
    mark = layout.next_mark(end)
    if layout.has_comment(end) and "\t" in layout.text[end:mark]:
        return Edit(start, mark, " ")
    return Edit(start, end, "")


def _written(layout: Layout, slot: Slot, old: _Old, value: Any, style: Style) -> Block:
    """Write the value for its slot, all columns counted from the start of the line."""
    stays = old.hangs and bool(layout.text[layout.line_end(old.last) : old.body].strip())
    comment = layout.comment_column(layout.line_end(old.last) if stays else old.end)
    was_text = slot.node.kind is Kind.BLOCK_SCALAR
    as_lines = needs_lines(value) or (was_text and isinstance(value, str) and can_be_literal(value))
    # Blank lines at the end of a text would run into comments that stay below it.
    if as_lines and not (stays and value.endswith("\n\n")):
        base = slot.column
        room = slot.node.indent - base if was_text else 0
        step = max(room if 1 <= room <= 9 else style.step, comment + 1 - base)
        if step <= 9:
            return literal(value, step).shifted(base)
    if not isinstance(value, dict | list) or not value or _stays_on_line(slot, value):
        quote = slot.node.style if slot.node.kind is Kind.SCALAR else ""
        return Block("" if value is None and slot.has_key else inline(value, quote=quote))
    comment = layout.comment_column(old.end)
    new = _written_block(layout, slot, old, value, style)
    if new.header and comment >= new.depth:
        return _written_block(layout, slot, old, value, changed(style, prose=False))
    return new


def _stays_on_line(slot: Slot, value: Any) -> bool:
    return slot.node.kind is Kind.FLOW_SEQUENCE and fits_on_line(value)


def _written_block(layout: Layout, slot: Slot, old: _Old, value: Any, style: Style) -> Block:
    if slot.has_key:
        return render(value, style).shifted(slot.column)
    new = entries(value, style)
    if slot.entry:
        if old.hangs:
            return new.below(layout.column(slot.node.start))
        return new.shifted(layout.column(old.first) + (old.first == old.last))
    if layout.begins_line(old.first):
        return new.shifted(layout.column(old.first))
    return new.below(0)  # behind `---`
