"""Words the verdict of a schema in German, with the place and an example of what is right."""

import json
from collections.abc import Iterator
from typing import Any

from tea_assistant.checks.registry import rule
from tea_assistant.model.finding import Finding
from tea_assistant.model.layout import Kind
from tea_assistant.model.source import Path, Source
from tea_assistant.store import schema

UNKNOWN_KEY, WRONG_VALUE, MISSING_KEY, NEWER_FORMAT = "TEA020", "TEA021", "TEA022", "TEA023"

_TYPES = {
    "string": "Text",
    "integer": "eine ganze Zahl",
    "number": "eine Zahl",
    "boolean": "true oder false",
    "array": "eine Liste",
    "object": "Angaben mit Schlüssel und Wert",
    "null": "leer",
}
_SHOWN = 40
"""Characters of a wrong value that a message repeats."""


def is_newer(value: object) -> bool:
    """Tell whether a file was written in a format newer than this program knows."""
    written = value.get("format") if isinstance(value, dict) else None
    return isinstance(written, int) and not isinstance(written, bool) and written > schema.FORMAT


def findings(kind: Kind, value: object, where: Source) -> Iterator[Finding]:
    """Yield what a schema finds wrong with a file's values."""
    if is_newer(value):
        yield rule(NEWER_FORMAT).finding(
            where,
            ("format",),
            "Diese Datei wurde mit einer neueren Fassung des Programms geschrieben.",
            hint="Bitte das Programm aktualisieren. Die Datei wird bis dahin nicht verändert.",
        )
        return
    if schema.is_valid(kind, value):
        return
    for error in schema.errors(kind, value):
        yield from _words(error, where)


def _words(error: Any, where: Source) -> Iterator[Finding]:
    path: Path = tuple(error.absolute_path)
    if error.validator in ("unevaluatedProperties", "additionalProperties"):
        yield from _unknown_keys(error, path, where)
    elif error.validator == "required":
        yield from _missing_keys(error, path, where)
    else:
        yield _wrong_value(error, path, where)


def _unknown_keys(error: Any, path: Path, where: Source) -> Iterator[Finding]:
    from difflib import get_close_matches  # noqa: PLC0415 (files are rarely wrong)

    known = error.schema.get("properties", {})
    for key in error.instance:
        if key in known:
            continue
        near = get_close_matches(key, known, n=1, cutoff=0.5)
        hint = f"Gemeint ist vermutlich „{near[0]}“." if near else f"Bekannt sind hier: {', '.join(known)}."
        yield rule(UNKNOWN_KEY).finding(
            where, (*path, key), f"Den Schlüssel „{_short(key)}“ gibt es hier nicht.", hint
        )


def _missing_keys(error: Any, path: Path, where: Source) -> Iterator[Finding]:
    for key in error.validator_value:
        if key not in error.instance:
            child = error.schema.get("properties", {}).get(key, {})
            yield rule(MISSING_KEY).finding(
                where, path, f"Es fehlt „{child.get('title', key)}“ ({key}).", _example(key, child)
            )


def _wrong_value(error: Any, path: Path, where: Source) -> Finding:
    name = _title(error.schema) or (str(path[-1]) if path else "Diese Datei")
    key = next((str(step) for step in reversed(path) if isinstance(step, str)), "")
    return rule(WRONG_VALUE).finding(where, path, f"{name}: {_reason(error)}", _example(key, error.schema))


def _title(node: Any) -> str:
    return f"„{node['title']}“" if isinstance(node, dict) and "title" in node else ""


def _reason(error: Any) -> str:
    shown = _short(error.instance)
    expected = error.validator_value
    match error.validator:
        case "type":
            names = [expected] if isinstance(expected, str) else expected
            return f"Hier gehört {' oder '.join(_TYPES[n] for n in names)} hin, nicht „{shown}“."
        case "oneOf" | "enum" | "const":
            return f"„{shown}“ ist nicht vorgesehen. Möglich: {', '.join(_choices(error))}."
        case "minLength" | "minItems":
            return "Das darf nicht leer sein."
        case "maxLength":
            return f"„{shown}“ ist zu lang, höchstens {expected} Zeichen."
        case "minimum":
            return f"{shown} ist zu klein, mindestens {expected}."
        case "maximum":
            return f"{shown} ist zu groß, höchstens {expected}."
        case "uniqueItems":
            return "Ein Eintrag steht doppelt in der Liste."
        case _:
            return f"„{shown}“ hat nicht die erwartete Form."


def _choices(error: Any) -> list[str]:
    match error.validator:
        case "const":
            return [str(error.validator_value)]
        case "enum":
            return [str(choice) for choice in error.validator_value]
    return [f"{c['const']} ({c['title']})" for c in error.validator_value if "const" in c]


def _example(key: str, node: Any) -> str:
    if not isinstance(node, dict):
        return ""
    description = str(node.get("description", "")).strip()
    examples = node.get("examples") or ()
    if not examples or not key:
        return description
    return f"{description} Beispiel: {key}: {_inline(examples[0])}".strip()


def _inline(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _short(value: object) -> str:
    # A wrong value is a stranger's text: one line, no control characters, not too much of it.
    text = "".join(c if c.isprintable() else " " for c in _inline(value))
    return text if len(text) <= _SHOWN else text[:_SHOWN] + "…"
