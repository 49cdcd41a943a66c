"""Paragraphs that outputs set apart from prose, known by how they are written."""

from collections.abc import Sequence

from markdown_it.token import Token

from tea_assistant.document.leaf import words

_LONGEST_LABEL = 60


def leads_elsewhere(children: Sequence[Token]) -> bool:
    """Tell whether a paragraph is a label and links („Maßnahmen: …, …“): it belongs to what stands before."""
    first = next((at for at, child in enumerate(children) if child.type == "link_open"), 0)
    label = "".join(map(words, children[:first])).strip()
    if not first or not label.endswith(":") or len(label) > _LONGEST_LABEL:
        return False
    inside, between = True, ""
    for child in children[first + 1 :]:
        if child.type in ("link_open", "link_close"):
            inside = child.type == "link_open"
        elif not inside:
            between += words(child)
    return not between.strip(", ")


def tells_facts(children: Sequence[Token]) -> bool:
    """Tell whether a paragraph is lines of facts, of which any but the first begins with a label in bold."""
    seen = [child for child in children if child.type != "text" or child.content]
    breaks = [at for at, child in enumerate(seen) if child.type == "hardbreak"]
    return bool(breaks) and all(_begins_with_label(seen[at + 1 :]) for at in breaks)


def _begins_with_label(children: Sequence[Token]) -> bool:
    return len(children) > 1 and children[0].type == "strong_open" and children[1].content.endswith(":")
