"""Unknown words, as text for people and as values for programs."""

import json
from collections.abc import Mapping, Sequence

from tea_assistant.services.spelling.spelling import Unknown


def as_text(found: Sequence[Unknown], meant: Mapping[str, tuple[str, ...]]) -> str:
    """Write a line a place: file, line and column, the word, and what may be meant."""
    if not found:
        return "Alle Wörter sind bekannt."
    lines = []
    for each in found:
        other = ", ".join(meant[each.word])
        word = each.text[each.start : each.end]
        place = f"{each.file}:{each.place.line}:{each.place.column}"
        lines.append(f"{place}  {word}" + (f"  → {other}" if other else ""))
    count = len({each.word for each in found})
    words = "1 unbekanntes Wort" if count == 1 else f"{count} unbekannte Wörter"
    places = "1 Stelle" if len(found) == 1 else f"{len(found)} Stellen"
    return "\n".join([*lines, "", f"{words} an {places}"])


def as_json(found: Sequence[Unknown], meant: Mapping[str, tuple[str, ...]]) -> str:
    """Write the places for programs."""
    words = [
        {
            "file": each.file,
            "line": each.place.line,
            "column": each.place.column,
            "path": list(each.path),
            "word": each.text[each.start : each.end],
            "suggestions": list(meant[each.word]),
        }
        for each in found
    ]
    return json.dumps({"format": 1, "total": len(words), "words": words}, ensure_ascii=False, indent=2)
