"""What changed between two rounds, or over all of them: for people, for programs, and as Markdown."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from fractions import Fraction
from types import MappingProxyType

from tea_assistant.document.blocks import Items, Section
from tea_assistant.document.markdown_blocks import BlockWriter, heading
from tea_assistant.document.references import resolver
from tea_assistant.figures.german import value_text
from tea_assistant.figures.values import Value
from tea_assistant.model.evidence import Result
from tea_assistant.model.layout import evidence_file
from tea_assistant.renewal.developments import Development, MeasureProgress
from tea_assistant.renewal.expectations import DueExpectation
from tea_assistant.renewal.figure_changes import FigureChange
from tea_assistant.renewal.overview import FigureRow, Overview, overview
from tea_assistant.renewal.overview_text import overview_sections
from tea_assistant.renewal.plain import plain_lines
from tea_assistant.renewal.progress import progress
from tea_assistant.renewal.progress_text import progress_sections
from tea_assistant.renewal.rounds import titles
from tea_assistant.services.progress import as_json_text, bar
from tea_assistant.services.session import Session
from tea_assistant.store import schema

_CHART = 40
"""Characters of a bar that stands for 100 per cent."""


def as_text(session: Session, old: str, new: str) -> str:
    """Describe what changed between two rounds, with what is still open."""
    return "\n".join([_name(session), "", *plain_lines(_between(session, old, new))]) + "\n"


def as_markdown(session: Session, old: str, new: str) -> str:
    """Write what changed between two rounds as Markdown; measures link to their files in the dossier."""
    return _markdown(session, _between(session, old, new))


def as_json(session: Session, old: str, new: str) -> str:
    """Give what changed between two rounds as values."""
    found = progress(session.dossier, old, new)
    values = {
        "format": 1,
        "dossier": session.application.organisation.name,
        "old": found.old,
        "new": found.new,
        "measures": {d.value: [_measure(measure) for measure in found.of(d)] for d in Development},
        "figures": [_figure(figure) for figure in found.figures],
        "figures_missing": found.figures_missing,
        "expectations": [_expectation(due) for due in found.expectations],
    }
    return as_json_text(values)


def overview_as_text(session: Session) -> str:
    """Show all rounds side by side, with a chart of the shares."""
    found = overview(session.dossier)
    lines = [_name(session), "", *plain_lines(overview_sections(found, schema.labels(), short=True))]
    return "\n".join([*lines, *_charts(found)]) + "\n"


def overview_as_markdown(session: Session) -> str:
    """Write all rounds side by side as Markdown."""
    return _markdown(session, overview_sections(overview(session.dossier), schema.labels()))


def overview_as_json(session: Session) -> str:
    """Give all rounds side by side as values."""
    found = overview(session.dossier)
    values = {
        "format": 1,
        "dossier": session.application.organisation.name,
        "rounds": list(found.rounds),
        "measures": [{"id": m.id, "title": m.title, "states": dict(m.states)} for m in found.measures],
        "figures": [
            {"id": f.id, "title": f.title, "values": {c: _value(v) for c, v in f.values.items()}}
            for f in found.figures
        ],
    }
    return as_json_text(values)


REPORTS: Mapping[str, Callable[[Session, str, str], str]] = MappingProxyType(
    {"text": as_text, "markdown": as_markdown, "json": as_json}
)
"""Every shape of the report on two rounds by its name."""
OVERVIEWS: Mapping[str, Callable[[Session], str]] = MappingProxyType(
    {"text": overview_as_text, "markdown": overview_as_markdown, "json": overview_as_json}
)
"""Every shape of the report on all rounds by its name."""


def _name(session: Session) -> str:
    return session.application.organisation.name or session.root.name


def _between(session: Session, old: str, new: str) -> tuple[Section, ...]:
    dossier = session.dossier
    found = progress(dossier, old, new)
    return progress_sections(found, schema.labels(), titles(dossier), internal=True)


def _markdown(session: Session, sections: Iterable[Section]) -> str:
    writer = BlockWriter(resolver(session.application, evidence_file), lambda _: "", evidence_file)
    return "\n\n".join(_pieces(sections, writer)) + "\n"


def _pieces(sections: Iterable[Section], writer: BlockWriter) -> Iterator[str]:
    for section in sections:
        yield heading(section.level, section.title)
        after_list = False
        for block in section.blocks:
            yield writer.block(block, (), below=section.level, after_list=after_list)
            after_list = isinstance(block, Items)


def _charts(found: Overview) -> Iterator[str]:
    for row in found.figures:
        shares = [(cycle, value) for cycle, value in row.values.items() if value.is_share]
        if row.required and len(shares) > 1:
            yield from ("", row.title, *_bars(row, shares))


def _bars(row: FigureRow, shares: list[tuple[str, Value]]) -> Iterator[str]:
    for cycle, value in shares:
        share = float(value.number or 0) / 100
        yield f"  {cycle}  {bar(share, _CHART)}  {value_text(row.values[cycle])}"


def _measure(measure: MeasureProgress) -> Mapping[str, object]:
    before = {"cycle": measure.before.cycle, "state": measure.before.state} if measure.before else None
    return {
        "id": measure.evidence.id,
        "title": measure.title,
        "cycle": measure.cycle,
        "change": measure.said.change,
        "reason": measure.said.reason,
        "before": before,
        "results": [_result(result) for result in measure.results],
    }


def _result(result: Result) -> Mapping[str, object]:
    return {
        "value": _number(result.value),
        "unit": result.unit,
        "text": result.text,
        "as_of": result.as_of,
        "source": result.source,
    }


def _figure(figure: FigureChange) -> Mapping[str, object]:
    return {
        "id": figure.indicator,
        "title": figure.title,
        "then": _value(figure.then),
        "now": _value(figure.now),
        "difference": _value(figure.difference),
    }


def _value(value: Value | None) -> Mapping[str, object] | None:
    if value is None:
        return None
    unit = "percent" if value.is_share else "heads"
    printed = _number(value.printed)
    return {"printed": printed, "digits": value.digits, "unit": unit, "published": value.published}


def _number(number: Fraction | None) -> int | float | None:
    if number is None:
        return None
    return int(number) if number.denominator == 1 else float(number)


def _expectation(due: DueExpectation) -> Mapping[str, object]:
    expectation, answer = due.expectation, due.answer
    return {
        "round": due.round,
        "id": expectation.id,
        "kind": expectation.kind,
        "field": expectation.field,
        "text": expectation.text,
        "state": answer.state if answer else None,
        "answered": due.answered or None,
        "answer": answer.text if answer else "",
        "evidence": list(answer.evidence) if answer else [],
    }
