"""What was found, as text for people and as values for programs."""

import json

from tea_assistant.services.find import Found, Hit

_AROUND = 40
"""Characters of context on each side."""


def context(hit: Hit, before: int, after: int) -> tuple[str, str, str]:
    """Return what stands before the word, the word, and what follows, in one line and at whole words."""
    lead = " ".join(hit.text[max(hit.start - before, 0) : hit.start].split())
    if hit.start > before:
        lead = "…" + lead.partition(" ")[2]
    tail = " ".join(hit.text[hit.end : hit.end + after].split())
    if hit.end + after < len(hit.text):
        tail = tail.rpartition(" ")[0] + "…"
    lead += " " if hit.start and hit.text[hit.start - 1].isspace() else ""
    tail = (" " if hit.text[hit.end : hit.end + 1].isspace() else "") + tail
    return lead, " ".join(hit.text[hit.start : hit.end].split()), tail


def as_text(found: Found, query: str) -> str:
    """Write two lines a place: file and line with what it is, and the word in its context."""
    if not found.hits:
        return f"Nichts gefunden: {query}"
    lines = [f"„{query}“ steht nirgends; gefunden ist „{found.instead}“.", ""] if found.instead else []
    for hit in found.hits:
        lead, word, tail = context(hit, _AROUND, _AROUND)
        lines += [f"{hit.file}:{hit.line}  {hit.about}", f"    {lead}{word}{tail}"]
    places = "1 Stelle" if found.total == 1 else f"{found.total} Stellen"
    more = f", gezeigt sind {len(found.hits)}" if found.total > len(found.hits) else ""
    return "\n".join([*lines, "", f"{places}{more}"])


def as_json(found: Found) -> str:
    """Write the places for programs."""
    hits = [
        {
            "file": hit.file,
            "line": hit.line,
            "column": hit.column,
            "path": list(hit.path),
            "about": hit.about,
            "text": "".join(context(hit, _AROUND, _AROUND)),
            "found": hit.text[hit.start : hit.end],
        }
        for hit in found.hits
    ]
    values = {"format": 1, "total": found.total, "instead": found.instead, "hits": hits}
    return json.dumps(values, ensure_ascii=False, indent=2)
