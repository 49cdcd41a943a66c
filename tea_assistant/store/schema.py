"""Loads the JSON Schemas, and gives the verdict on a file's values."""

import json
from collections.abc import Mapping
from functools import cache
from typing import Any

from tea_assistant import resources
from tea_assistant.model.labels import Labels
from tea_assistant.model.layout import Kind

FORMAT = 1
"""The newest file format that this program reads and writes."""

Schema = Mapping[str, Any]
_PREFIX = "urn:tea-assistant:"


@cache
def schema(kind: Kind) -> Schema:
    """Return the schema of a kind of file with every reference put in, so that it stands alone."""
    name = kind.value
    inlined = _inline(_raw(name), name)
    assert isinstance(inlined, dict)
    return inlined


@cache
def _raw(name: str) -> dict[str, Any]:
    text = (resources.folder("schemas") / f"{name}.schema.json").read_text(encoding="utf-8")
    loaded: dict[str, Any] = json.loads(text)
    return loaded


def _inline(node: Any, home: str) -> Any:
    if isinstance(node, list):
        return [_inline(item, home) for item in node]
    if not isinstance(node, dict):
        return node
    # Definitions are copied to where they are used.
    own = {key: _inline(value, home) for key, value in node.items() if key not in ("$ref", "$defs", "$id")}
    if "$ref" not in node:
        return own
    # What stands beside a reference words it for its place, so it wins.
    return {**_target(node["$ref"], home), **own}


@cache
def _target(reference: str, home: str) -> dict[str, Any]:
    document, _, pointer = reference.partition("#")
    name = document.removeprefix(_PREFIX) if document else home
    node: Any = _raw(name)
    for step in pointer.strip("/").split("/"):
        node = node[step]
    inlined = _inline(node, name)
    assert isinstance(inlined, dict)
    return inlined


@cache
def _fast_validator(kind: Kind) -> Any:
    try:
        import jsonschema_rs  # noqa: PLC0415 (the program works without it)
    except ImportError:
        return None
    return jsonschema_rs.Draft202012Validator(dict(schema(kind)))


def is_valid(kind: Kind, value: object) -> bool:
    """Tell whether a value satisfies the schema of its kind."""
    fast = _fast_validator(kind)
    if fast is not None:
        return bool(fast.is_valid(value))
    return not errors(kind, value)


def errors(kind: Kind, value: object) -> list[Any]:
    """Return the errors of jsonschema, the validator of record, in the order of the file."""
    return sorted(_validator(kind).iter_errors(value), key=lambda e: [str(step) for step in e.absolute_path])


@cache
def _validator(kind: Kind) -> Any:
    # Costly to import, so only when there is something to word.
    from jsonschema import Draft202012Validator  # noqa: PLC0415

    return Draft202012Validator(dict(schema(kind)))


@cache
def labels() -> Labels:
    """Return the German titles of all keys and enumerated values."""
    keys: dict[tuple[str, ...], str] = {}
    values: dict[tuple[str, ...], str] = {}
    for kind in Kind:
        _collect(schema(kind), (kind.value,), keys, values)
    return Labels(keys, values)


def _collect(
    node: Schema, path: tuple[str, ...], keys: dict[tuple[str, ...], str], values: dict[tuple[str, ...], str]
) -> None:
    if "title" in node:
        keys.setdefault(path, node["title"])
    for choice in node.get("oneOf", ()):
        if "const" in choice:
            values[(*path, str(choice["const"]))] = choice["title"]
    for key, child in node.get("properties", {}).items():
        _collect(child, (*path, key), keys, values)
    # Lists and free names add no step: the label of an item's key does not depend on which item it is.
    for inner in ("items", "additionalProperties"):
        if isinstance(node.get(inner), dict):
            _collect(node[inner], path, keys, values)


def schema_at(kind: Kind, path: tuple[str | int, ...]) -> Schema:
    """Return the part of a kind's schema that governs the value at `path`; empty where none does."""
    node: Any = schema(kind)
    for step in path:
        if isinstance(step, int):
            node = node.get("items")
        else:
            node = node.get("properties", {}).get(step) or node.get("additionalProperties")
        if not isinstance(node, dict):
            return {}
    return dict(node)
