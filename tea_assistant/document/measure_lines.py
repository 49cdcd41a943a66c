"""What is known of a measure in a few flowing lines, so that a register of fifty can be read."""

from collections.abc import Iterator, Mapping, Sequence

from tea_assistant.document.blocks import Fact, Line, Span
from tea_assistant.document.results import results_text
from tea_assistant.model.evidence import Result
from tea_assistant.model.labels import Labels

_SEPARATOR = Span(" · ")
_UNNAMED = frozenset({"legal_character", "audience"})
"""What these say needs no name before it: „freiwillig“, „Beschäftigte“."""
_GLANCE = ("legal_character", "audience", "target_groups", "responsible", "partners")
_TOLD = (("state", "results"), ("proofs", "action_fields"))
"""Which facts share a line, after those at a glance."""


def measure_lines(facts: Sequence[Fact], results: Sequence[Result], labels: Labels) -> tuple[Line, ...]:
    """Return the facts of a measure: those at a glance, then what became of it, then what it rests on."""
    known = {fact.key: fact for fact in facts}
    if results:
        told = (Span(results_text(results)),)
        known["results"] = Fact("results", labels.key("evidence", "results"), (told,))
    lines = [_flowing(list(_at_a_glance(known)))]
    lines += [_flowing([_labelled(known[key]) for key in keys if key in known]) for keys in _TOLD]
    return tuple(line for line in lines if line)


def _at_a_glance(known: Mapping[str, Fact]) -> Iterator[Line]:
    if "since" in known or "until" in known:
        yield _running(known.get("since"), known.get("until"))
    for key in _GLANCE:
        if key in known:
            fact = known[key]
            (line,) = fact.lines
            yield line if key in _UNNAMED else (Span(f"{fact.label}: "), *line)


def _running(since: Fact | None, until: Fact | None) -> Line:
    """Say how long a measure has been there: „Seit 2017“, „Seit 2017 bis 2024“, „Bis 2024“."""
    begin = (Span(f"{since.label} "), *since.lines[0]) if since else ()
    if until is None:
        return begin
    return (*begin, Span(f" {until.label.lower()} " if begin else f"{until.label} "), *until.lines[0])


def _labelled(fact: Fact) -> Line:
    """Return a fact behind its label; several things one behind the other."""
    told = tuple(span for at, line in enumerate(fact.lines) for span in ((Span("; "), *line) if at else line))
    return (Span(f"{fact.label}:", strong=True), Span(" "), *told)


def _flowing(parts: Sequence[Line]) -> Line:
    return tuple(span for at, part in enumerate(parts) for span in ((_SEPARATOR, *part) if at else part))
