"""The schemas: complete as labels and help, and the same verdict from both validators."""

import copy
from collections.abc import Iterator
from typing import Any

import jsonschema_rs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from tea_assistant.model.layout import Kind
from tea_assistant.store import schema

KINDS = list(Kind)


def keys(node: dict[str, Any], path: tuple[str, ...] = ()) -> Iterator[tuple[str, dict[str, Any]]]:
    for key, child in node.get("properties", {}).items():
        yield ".".join((*path, key)), child
        yield from keys(child, (*path, key))
    for inner in ("items", "additionalProperties"):
        if isinstance(node.get(inner), dict):
            yield from keys(node[inner], path)
    for choice in node.get("anyOf", ()):
        yield from keys(choice, path)


@pytest.mark.parametrize("kind", KINDS)
def test_is_a_valid_schema_of_its_draft(kind: Kind) -> None:
    Draft202012Validator.check_schema(dict(schema.schema(kind)))


@pytest.mark.parametrize("kind", KINDS)
def test_every_key_has_title_description_and_example(kind: Kind) -> None:
    bare = [
        path
        for path, child in keys(dict(schema.schema(kind)))
        if not all(child.get(word) for word in ("title", "description", "examples"))
    ]
    assert bare == []


@pytest.mark.parametrize("kind", KINDS)
def test_examples_satisfy_the_schema_they_explain(kind: Kind) -> None:
    root = dict(schema.schema(kind))
    for path, child in [("", root), *keys(root)]:
        for example in child["examples"]:
            assert schema_accepts(child, example), (path, example)


def schema_accepts(node: dict[str, Any], value: object) -> bool:
    return bool(Draft202012Validator(node).is_valid(value))


@pytest.mark.parametrize("kind", KINDS)
def test_no_reference_is_left(kind: Kind) -> None:
    assert "$ref" not in repr(schema.schema(kind))


PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 3000) | st.text("aö*[/x]{}-20", max_size=12),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["title", "x", "2025"]), inner, max_size=3)
    ),
    max_leaves=6,
)


@given(st.sampled_from(KINDS), st.data())
def test_both_validators_give_the_same_verdict(kind: Kind, data: st.DataObject) -> None:
    value = copy.deepcopy(schema.schema(kind)["examples"][0])
    known = sorted(schema.schema(kind)["properties"])
    for key in data.draw(st.lists(st.sampled_from([*known, "unbekannt"]), max_size=3)):
        value[key] = data.draw(PLAIN)
    fast = jsonschema_rs.Draft202012Validator(dict(schema.schema(kind))).is_valid(value)
    assert fast == (schema.errors(kind, value) == [])


def test_labels_name_keys_and_values_in_german() -> None:
    labels = schema.labels()
    assert labels.key("evidence", "legal_character") == "Verbindlichkeit"
    assert labels.key("evidence", "proofs", "dated") == "Stand"
    assert labels.value("evidence", "audience", "both") == "Beschäftigte und Bürger*innen"
    assert labels.value("evidence", "cycles", "state", "expanded") == "ausgebaut"
    assert labels.key("evidence", "nirgends") == "nirgends"


def test_schema_at_follows_keys_lists_and_free_names() -> None:
    node = schema.schema_at(Kind.FIELD, ("criteria", "af03-mentoring", "evidence", 0))
    assert node["title"] == "Maßnahme"
    assert schema.schema_at(Kind.FIELD, ("gibt", "es", "nicht")) == {}
