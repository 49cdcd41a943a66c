"""Values of a dossier's files as people read them: in German words, not as a file spells them."""

from collections.abc import Mapping
from typing import Any

from tea_assistant.patterns import regex
from tea_assistant.services.file_titles import partial_day
from tea_assistant.store.schema import Schema

_DAY = regex(r"\d{4}-\d\d-\d\d")
_BETWEEN = "; "
_NAMES = ("title", "name", "id")
"""The keys by which people know an entry of a list."""
_LONGEST = 60


def below(schema: Schema, key: str | int) -> Schema:
    """Return what governs an item of a list, or the value of a key; empty where nothing does."""
    if isinstance(key, int):
        found = schema.get("items")
    else:
        found = schema.get("properties", {}).get(key) or schema.get("additionalProperties")
    return found if isinstance(found, dict) else {}


def value_text(schema: Schema, value: Any, names: Mapping[str, str]) -> str:
    """Write a value in German; `names` has the titles of what ids stand for."""
    match value:
        case None:
            return ""
        case bool():
            return "Ja" if value else "Nein"
        case str():
            return _of_text(schema, value, names)
        case float():
            return str(value).replace(".", ",")
        case list():
            texts = (value_text(below(schema, 0), item, names) for item in value)
            return _BETWEEN.join(f"„{text}“" if _BETWEEN in text else text for text in texts)
        case dict():
            return "\n".join(
                f"{below(schema, key).get('title', key)}: {value_text(below(schema, key), item, names)}"
                for key, item in value.items()
            )
    return str(value)


def entry_name(schema: Schema, entry: Any, index: int, names: Mapping[str, str]) -> str:
    """Name an entry of a list by its title, or by the first texts in it, or by its number."""
    if not isinstance(entry, dict):
        return f"Nr. {index + 1}"
    texts = {
        key: value_text(below(schema, key), value, names).strip()
        for key, value in entry.items()
        if isinstance(value, str) and key != "sha256"
    }
    titled = next((texts[key] for key in _NAMES if texts.get(key)), "")
    return _shortened(titled or ", ".join(filter(None, texts.values()))) or f"Nr. {index + 1}"


def _of_text(schema: Schema, text: str, names: Mapping[str, str]) -> str:
    for choice in schema.get("oneOf", ()):
        if choice.get("const") == text:
            return str(choice.get("title", text))
    if "x-refers-to" in schema:
        return names.get(text, text)
    if _DAY.fullmatch(text):
        return partial_day(text)
    return text.strip()


def _shortened(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1].rstrip()}…"
