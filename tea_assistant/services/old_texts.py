"""Old texts as they read in their round, and what in them has aged."""

from collections.abc import Iterator, Sequence

from tea_assistant.figures.forms import figure_text
from tea_assistant.model.application import Application
from tea_assistant.prose.markdown import parse
from tea_assistant.prose.references import ReferenceKind
from tea_assistant.prose.scan import Reference, references
from tea_assistant.prose.stale_words import Aging, stale_words
from tea_assistant.services.inbox.fact import Clock, Fact

_WHY = {
    Aging.PLAN: "Damals ein Plan",
    Aging.PAST: "Datum inzwischen vorbei",
    Aging.RELATIVE: "Gilt für damals",
}
_HARD_BREAKS = ("  ", "\\")
_MOST = 4
"""So many words of one sort are named; all of them are marked in the text itself."""


def resolved(text: str, application: Application) -> str:
    """Return a text as it read in a round: a paragraph a line, figures and measures by their words."""
    text = _unbroken(text)
    lines = text.split("\n")
    for found in reversed(references(text)):
        if words := _words(found, application):
            line = lines[found.line]
            end = found.column + len(found.raw)
            lines[found.line] = line[: found.column] + words + line[end:]
    return "\n".join(lines)


def written(label: str, text: str, application: Application) -> Iterator[Fact]:
    """Yield a text as it read in a round, unless it is empty."""
    if text.strip():
        yield Fact(label, resolved(text, application).strip("\n"), prose=True)


def aged(texts: Sequence[str], clock: Clock) -> Iterator[Fact]:
    """Yield what has aged in texts, each word with its place."""
    words = [word for text in texts for word in stale_words(text, clock.written, clock.today)]
    for why, label in _WHY.items():
        for word in [word for word in words if word.why is why][:_MOST]:
            yield Fact(label, word.excerpt, notable=True)


def _unbroken(text: str) -> str:
    """Take out the line breaks that only fill lines."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    inside: set[int] = set()
    quotations, before = 0, ""
    for token in parse(text):
        quotations += {"blockquote_open": 1, "blockquote_close": -1}.get(token.type, 0)
        if token.type == "inline" and before == "paragraph_open" and token.map and not quotations:
            inside.update(range(token.map[0] + 1, token.map[1]))
        before = token.type
    joined = lines[:1]
    for number, line in enumerate(lines[1:], start=1):
        if number in inside and not joined[-1].endswith(_HARD_BREAKS):
            joined[-1] = f"{joined[-1].rstrip()} {line.strip()}"
        else:
            joined.append(line)
    return "\n".join(joined)


def _words(found: Reference, application: Application) -> str:
    if not found.closed:
        return ""
    if found.kind is ReferenceKind.FIGURE:
        return figure_text(application, found.target, found.form) or ""
    evidence = application.dossier.evidence.get(found.target)
    return (found.form or evidence.title or evidence.id) if evidence else ""
