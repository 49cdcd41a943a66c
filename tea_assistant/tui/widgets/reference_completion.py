"""What can be put in after `{{` and `[[`, and what of it fits the text typed so far."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from tea_assistant.figures.forms import FORMS, figure_text
from tea_assistant.model.application import Application
from tea_assistant.prose.folding import distance, fits
from tea_assistant.prose.references import ReferenceKind
from tea_assistant.prose.scan import references

_BRACKETS = {"{{": ("}}", ReferenceKind.FIGURE), "[[": ("]]", ReferenceKind.EVIDENCE)}
_LONGEST = 60
"""Whoever has typed more than this after the brackets is writing a text."""
_NO_VALUE = "noch kein Wert"
_FORM_TITLES = {"trend": "mit früherem Wert", "rounds": "über alle Runden", "delta": "Veränderung"}


class Opened(Struct, frozen=True):
    """A reference that is being typed: its brackets stand open before the cursor."""

    kind: ReferenceKind
    start: int
    """Column of the opening brackets."""
    end: int
    """Column up to which an insertion replaces the line."""
    query: str


class Suggestion(Struct, frozen=True):
    """A reference that can be put in."""

    reference: str
    """As it stands in the text, with its brackets."""
    title: str
    shows: str = ""
    """What it prints, or the state of a measure."""
    indented: bool = False
    """Another form of the suggestion before it."""
    searched: str = ""


def opened(line: str, column: int) -> Opened | None:
    """Return the reference that is being typed in a line before the cursor, if there is one."""
    before = line[max(0, column - _LONGEST - 2) : column]
    at, opening = max((before.rfind(brackets), brackets) for brackets in _BRACKETS)
    if at < 0:
        return None
    closing, kind = _BRACKETS[opening]
    query = before[at + 2 :]
    # Behind the bar after a measure come words of one's own.
    if any(mark in query for mark in "{}[]") or (kind is ReferenceKind.EVIDENCE and "|" in query):
        return None
    start = column - len(query) - 2
    return Opened(kind, start, _end(line, column, closing), query.strip())


def _end(line: str, column: int, closing: str) -> int:
    """Return the end of what is left of a reference that was complete before."""
    end = line.find(closing, column, column + _LONGEST)
    if end < 0:
        return column
    rest = line[column:end]
    return end + len(closing) if all(c.isalnum() or c in "-_.|" for c in rest) else column


def suggestions(application: Application, kind: ReferenceKind) -> list[Suggestion]:
    """Return all figures, those with a value first, or all measures in the order of their titles."""
    if kind is ReferenceKind.FIGURE:
        return sorted(_figures(application), key=lambda suggestion: suggestion.shows == _NO_VALUE)
    return sorted(_measures(application), key=lambda suggestion: suggestion.title.casefold())


def fitting(all_suggestions: Sequence[Suggestion], query: str) -> list[Suggestion]:
    """Return the suggestions that fit what is typed between the brackets."""
    words = query.replace("|", " ")
    found = [s for s in all_suggestions if fits(words, s.searched)]
    return sorted(found, key=lambda s: distance(words, s.searched))


def unknown(application: Application, text: str) -> list[str]:
    """Return the references of a prose that point at nothing, as they are written."""
    return list(
        dict.fromkeys(r.raw for r in references(text) if not _known(application, r.kind, r.target, r.form))
    )


def _known(application: Application, kind: ReferenceKind, target: str, form: str) -> bool:
    if kind is ReferenceKind.FIGURE:
        return target in application.catalogue.indicators and form in FORMS
    return target in application.dossier.evidence


def _figures(application: Application) -> Iterator[Suggestion]:
    for indicator in application.catalogue.indicators.values():
        value = figure_text(application, indicator.id)
        title = indicator.title or indicator.id
        searched = f"{title} {indicator.id}"
        yield Suggestion(f"{{{{{indicator.id}}}}}", title, value or _NO_VALUE, searched=searched)
        for form, form_title in _FORM_TITLES.items():
            text = figure_text(application, indicator.id, form)
            # Without an earlier value the form says no more than the figure alone.
            if text and text != value:
                reference = f"{{{{{indicator.id}|{form}}}}}"
                yield Suggestion(reference, form_title, text, indented=True, searched=f"{searched} {form}")


def _measures(application: Application) -> Iterator[Suggestion]:
    labels = application.labels
    for evidence in application.dossier.evidence.values():
        state = evidence.in_cycle(application.cycle.id).state
        shows = labels.value("evidence", "cycles", "state", state.value) if state else ""
        title = evidence.title or evidence.id
        yield Suggestion(f"[[{evidence.id}]]", title, shows, searched=f"{title} {evidence.id}")
