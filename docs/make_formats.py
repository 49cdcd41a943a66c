"""Writes the tables of keys in docs/formats.md from the schemas; all else in that file is written by hand.

Between a line `<!-- keys: evidence -->` and the next empty comment stand the keys of that kind of file.
"""

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from tea_assistant.model.layout import Kind
from tea_assistant.store.schema import schema

PAGE = Path(__file__).with_name("formats.md")
_BLOCK = re.compile(r"(<!-- keys: ([a-z_]+) -->\n).*?(<!-- -->)", re.DOTALL)
_DEEPEST = 5
_LONGEST = 60
"""Letters of an example; longer ones are in the schema."""


def page(text: str) -> str:
    """Return the page with all tables anew."""
    return _BLOCK.sub(lambda found: f"{found[1]}\n{table(Kind(found[2]))}\n{found[3]}", text)


def table(kind: Kind) -> str:
    """Write the keys of a kind of file as a Markdown table."""
    head = "| Key | Type | Label: what it says | Example |\n|---|---|---|---|\n"
    return head + "".join(f"{row}\n" for row in _rows(schema(kind), "", 0))


def _rows(node: Mapping[str, Any], above: str, depth: int) -> Iterator[str]:
    required = node.get("required", ())
    for name, value in node.get("properties", {}).items():
        key = f"{above}.{name}" if above else name
        star = " *" if name in required else ""
        meaning = f"{value.get('title', '')}: {value.get('description', '')}".strip(": ")
        yield f"| `{key}`{star} | {_type(value)} | {_cell(meaning)} | {_example(value)} |"
        if depth < _DEEPEST:
            yield from _inside(value, key, depth + 1)


def _inside(value: Mapping[str, Any], key: str, depth: int) -> Iterator[str]:
    yield from _rows(value, key, depth)
    if isinstance(items := value.get("items"), dict):
        yield from _inside(items, f"{key}[]", depth)
    for other in (value.get("additionalProperties"), *value.get("patternProperties", {}).values()):
        if isinstance(other, dict):
            yield from _inside(other, f"{key}.<id>", depth)
    for branch in (*value.get("oneOf", ()), *value.get("anyOf", ()), *value.get("allOf", ())):
        if isinstance(branch, dict) and "properties" in branch:
            yield from _rows(branch, key, depth)


def _type(value: Mapping[str, Any]) -> str:
    if "const" in value:
        return f"`{value['const']}`"
    words = value.get("enum") or [each["const"] for each in value.get("oneOf", ()) if "const" in each]
    if words:
        return " ".join(f"`{word}`" for word in words)
    if isinstance(items := value.get("items"), dict):
        return f"list of {_type(items)}"
    kinds = value.get("type") or [
        each["type"] for each in (*value.get("oneOf", ()), *value.get("anyOf", ())) if "type" in each
    ]
    names = [kinds] if isinstance(kinds, str) else list(dict.fromkeys(kinds))
    return " or ".join("mapping" if name == "object" else name for name in names) or "any"


def _example(value: Mapping[str, Any]) -> str:
    text = json.dumps(value.get("examples", [""])[0], ensure_ascii=False)
    return f"`{_cell(text)}`" if '""' not in text and len(text) <= _LONGEST and "`" not in text else ""


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|").replace("*", "\\*" if not text.startswith("`") else "*")


if __name__ == "__main__":
    PAGE.write_text(page(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
