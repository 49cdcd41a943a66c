"""How the spelling puts unknown words into words: their sentence, their place, how many there are."""

from collections.abc import Sequence

from msgspec.structs import replace
from textual.content import Content

from tea_assistant.model.source import Path
from tea_assistant.prose.sentences import sentence_spans
from tea_assistant.services.find import Hit
from tea_assistant.services.find_text import context
from tea_assistant.services.spelling.spelling import Unknown
from tea_assistant.tui.plain import plain

_AROUND = 140
"""Characters of a long sentence that are shown on each side of the word."""


def row_at(found: Sequence[Unknown], file: str, path: Path) -> int:
    """Return the first row in a text or below it, otherwise in its file."""
    rows = [(row, each) for row, each in enumerate(found) if each.file == file]
    inside = [row for row, each in rows if path and each.path[: len(path)] == path[: len(each.path)]]
    return next(iter((*inside, *(row for row, _ in rows))), 0)


def told_of(found: Sequence[Unknown], skipped: int) -> str:
    """Say how many words are left, and how many were skipped."""
    words, places = len({each.word for each in found}), len(found)
    left = f" · {skipped} übersprungen" if skipped else ""
    if not found:
        known = "Alle anderen Wörter" if skipped else "Alle Wörter"
        return f"✓ {known} in den Texten dieser Runde sind bekannt{left}\n\nEsc führt zurück."
    told = "1 Wort" if words == 1 else f"{words} Wörter"
    told += " an 1 Stelle" if places == 1 else f" an {places} Stellen"
    return f"{told} nicht im Wörterbuch{left}"


def sentence_of(each: Unknown) -> Content:
    """Return the sentence around a word, the word marked; of a long one what is near."""
    begin, end = next(
        (span for span in sentence_spans(each.text) if span[0] <= each.start < span[1]), (0, len(each.text))
    )
    hit = replace(hit_of(each), text=each.text[begin:end], start=each.start - begin, end=each.end - begin)
    lead, word, tail = (readable(part) for part in context(hit, _AROUND, _AROUND))
    return plain(lead) + plain(word, "bold $text-accent underline") + plain(tail)


def hit_of(each: Unknown) -> Hit:
    """Return the place of a word as one that was found."""
    place = each.place
    return Hit(each.file, each.path, each.text, each.start, each.end, "", "", place.line, place.column)


def readable(text: str) -> str:
    """Return a text without the signs that Markdown needs for a gender star."""
    return text.replace("\\*", "*")
