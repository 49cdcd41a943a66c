"""One step of a change, made in the text: nothing moves but what the step is about."""

from typing import Any

from tea_assistant.store.yaml import block_edits as yaml_block_edits
from tea_assistant.store.yaml import entry_edits as yaml_entry_edits
from tea_assistant.store.yaml import flow_edits as yaml_flow_edits
from tea_assistant.store.yaml.layout import Layout
from tea_assistant.store.yaml.plan import REMOVE, Step
from tea_assistant.store.yaml.render import document
from tea_assistant.store.yaml.slots import Edit, Slot, edited
from tea_assistant.store.yaml.style import style_of
from tea_assistant.store.yaml.tree import Kind, Tree, grow


def edit(text: str, step: Step, newline: str) -> str:
    """Return the text after a step; new lines end with `newline`."""
    tree = grow(text, newline)
    if tree.root is None:
        return _begun(tree.layout, step.value)
    slot = Slot(tree.root)
    on_container = step.value is REMOVE or step.index is not None
    for part in step.path[:-1] if on_container else step.path:
        slot = slot.child(part)
    if repairs := _repairs(tree.layout, slot, on_container=on_container):
        return edit(edited(text, repairs), step, newline)
    if step.value is REMOVE:
        return edited(text, _remove(tree, slot, step))
    if step.index is not None:
        return edited(text, _insert(tree, slot, step))
    return edited(text, _replace(tree, slot, step.value))


def _begun(layout: Layout, value: Any) -> str:
    """Write the first value into a text that holds comments at most."""
    text = layout.text
    gap = layout.newline if text and layout.line_start(len(text)) != len(text) else ""
    return text + gap + document(value).replace("\n", layout.newline)


def _repairs(layout: Layout, slot: Slot, *, on_container: bool) -> list[Edit]:
    """Write what YAML allows to leave out, where the step needs it."""
    node = slot.node
    if on_container:
        bare = node.kind is Kind.FLOW_MAPPING and layout.text[node.start] != "{"
        return yaml_flow_edits.brace(layout, node) if bare else []
    if slot.entry is None or slot.entry.has_colon or slot.parent is None:
        return []
    if slot.parent.is_flow:
        return [Edit(slot.head, slot.head, ": ")]
    end = layout.line_end(slot.head)
    return [Edit(end, end, f"{layout.newline}{' ' * slot.column}:")]


def _replace(tree: Tree, slot: Slot, value: Any) -> list[Edit]:
    if slot.parent and slot.parent.is_flow:
        return yaml_flow_edits.replace(slot, value)
    return yaml_block_edits.replace(tree.layout, slot, value, style_of(tree))


def _insert(tree: Tree, slot: Slot, step: Step) -> list[Edit]:
    node = slot.node
    if node.is_block:
        return yaml_entry_edits.insert(tree.layout, slot, step, style_of(tree))
    if node.entries or tree.layout.text[node.start + 1 : node.end - 1].strip():
        return yaml_flow_edits.insert(tree.layout, node, step)
    return _replace(tree, slot, [step.value] if step.key is None else {step.key: step.value})


def _remove(tree: Tree, slot: Slot, step: Step) -> list[Edit]:
    node, part = slot.node, step.path[-1]
    index = part if isinstance(part, int) else [entry.name for entry in node.entries].index(part)
    if node.is_flow:
        if len(node.entries) > 1 or "#" in tree.layout.text[node.start : node.end]:
            return yaml_flow_edits.remove(tree.layout, node, index)
    elif len(node.entries) > 1:
        return yaml_entry_edits.remove(tree.layout, slot, index)
    return _replace(tree, slot, {} if node.is_mapping else [])
