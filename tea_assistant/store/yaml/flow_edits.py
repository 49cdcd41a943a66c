"""Edits inside brackets and braces: `[a, b]` and `{key: value}`."""

from typing import Any

from tea_assistant.store.yaml.layout import Layout
from tea_assistant.store.yaml.plan import Step
from tea_assistant.store.yaml.render import inline, write_key
from tea_assistant.store.yaml.slots import Edit, Slot
from tea_assistant.store.yaml.tree import Entry, Kind, Node


def replace(slot: Slot, value: Any) -> list[Edit]:
    """Write another value in the place of one."""
    node = slot.node
    text = inline(value, flow=True, quote=node.style if node.kind is Kind.SCALAR else "")
    return [Edit(node.start, node.end, f" {text}" if node.kind is Kind.NOTHING else text)]


def insert(layout: Layout, node: Node, step: Step) -> list[Edit]:
    """Write the new entry of a step before the one that has its index, or behind the last one."""
    text = inline(step.value, flow=True)
    new = text if step.key is None else f"{write_key(step.key)}: {text}"
    if not node.entries:
        return [Edit(node.start + 1, node.start + 1, new)]
    if not step.index:
        return [Edit(node.entries[0].start, node.entries[0].start, f"{new}, ")]
    before = node.entries[step.index - 1]
    comma = layout.next_content(before.end)
    has_comma = layout.text.startswith(",", comma)
    behind = comma + 1 if has_comma else before.end
    if not (layout.begins_line(before.start) and layout.ends_line(behind)):
        return [Edit(before.end, before.end, f"{_gap(layout, before)}, {new}")]
    indent = layout.newline + " " * layout.column(before.start)
    line_end = layout.line_end(behind)
    if has_comma:
        return [Edit(line_end, line_end, f"{indent}{new},")]
    return [
        Edit(before.end, before.end, f"{_gap(layout, before)},"),
        Edit(line_end, line_end, f"{indent}{new}"),
    ]


def remove(layout: Layout, node: Node, index: int) -> list[Edit]:
    """Take an entry away, with its comma and the comments directly above it."""
    entry = node.entries[index]
    comma = layout.next_content(entry.end)
    has_comma = layout.text.startswith(",", comma)
    behind = comma + 1 if has_comma else entry.end
    if layout.line_end(behind) == layout.line_end(entry.end) and _has_own_lines(layout, entry, behind):
        floor = node.entries[index - 1].end if index else node.start
        return [Edit(layout.comments_above(entry.start, floor), layout.next_line(behind), "")]
    if not has_comma and index:
        before = node.entries[index - 1]
        if not layout.text[before.end : entry.start].strip(" ,"):
            return [Edit(before.end, entry.end, _gap(layout, before))]
    edits = [Edit(entry.start, entry.end, "")]
    if has_comma:
        rest = layout.text[behind:]
        spaces = len(rest) - len(rest.lstrip(" "))
        edits.append(Edit(comma, behind + spaces, ""))
    return edits


def _has_own_lines(layout: Layout, entry: Entry, behind: int) -> bool:
    return layout.begins_line(entry.start) and layout.ends_line(behind)


def brace(layout: Layout, node: Node) -> list[Edit]:
    """Give the only pair of `[key: value]` the braces that it may leave out."""
    return [
        Edit(node.start, node.start, "{"),
        Edit(node.end, node.end, f"{_gap(layout, node.entries[-1])}}}"),
    ]


def _gap(layout: Layout, entry: Entry) -> str:
    # A colon with nothing after it would take a mark that follows directly for its text.
    return " " if layout.text[entry.end - 1] == ":" else ""
