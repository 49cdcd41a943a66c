"""The chapter on what changed between two rounds, as sections of the document."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from tea_assistant.document.blocks import Block, Item, Items, Line, Paragraph, Section, Span, Table, joined
from tea_assistant.figures.german import NO_BREAK_SPACE, delta_text, plain_number_text, value_text
from tea_assistant.figures.publication import SUPPRESSED_CELL, suppressed_note
from tea_assistant.figures.values import Value
from tea_assistant.model.evidence import Result
from tea_assistant.model.labels import Labels
from tea_assistant.model.review import ExpectationKind
from tea_assistant.prose.dates import german_date
from tea_assistant.renewal.developments import Development, MeasureProgress
from tea_assistant.renewal.expectations import DueExpectation
from tea_assistant.renewal.figure_changes import FigureChange
from tea_assistant.renewal.notes import origin
from tea_assistant.renewal.progress import Progress

PART = "progress"
"""Id of the chapter where it stands alone; in a document it takes that of its part."""
_HEADINGS: Mapping[Development, str] = MappingProxyType(
    {
        Development.NEW: "Neu",
        Development.EXPANDED: "Ausgebaut",
        Development.CONTINUED: "Fortgeführt",
        Development.PLANNED: "Geplant",
        Development.ENDED: "Beendet",
    }
)
_BY_JURY: Mapping[ExpectationKind | None, str] = MappingProxyType(
    {
        ExpectationKind.ASKED: "von der Jury gewünscht",
        ExpectationKind.NOTICED: "der Jury aufgefallen",
    }
)
_PUBLISHED = (
    "Mindestens ein Wert ist nur als gerundete Prozentzahl veröffentlicht; verglichen sind die Zahlen, wie "
    "sie gedruckt stehen."
)
_MARKS = "¹²³"
_EXACT = "Aus den genauen Werten berechnet, nicht aus den gerundeten."


def progress_sections(
    found: Progress, labels: Labels, titles: Mapping[str, str], *, internal: bool = False
) -> tuple[Section, ...]:
    """Lay out the chapter; what has no content is left out.

    It is made for readers, who see no small groups; for the office itself (`internal`) all figures are true
    and what is still open is named. `titles` are those of all measures by id.
    """
    sections = [
        *(_measures(development, found, labels) for development in _HEADINGS),
        _figures(found, internal=internal),
        _expectations(found, labels, titles),
        *([_open_points(found, labels)] if internal else []),
    ]
    told = tuple(section for section in sections if section.blocks)
    chapter = Section(PART, PART, title(found), 2, () if told else (_nothing(found),))
    return (chapter, *told)


def title(found: Progress) -> str:
    """Return the heading of the chapter."""
    if found.since_award:
        return "Seit der letzten Auszeichnung"
    return f"Von {found.old} bis {found.new}"


def _nothing(found: Progress) -> Block:
    return Paragraph((Span(f"Zwischen {found.old} und {found.new} ist noch nichts festgehalten."),))


def _section(name: str, heading: str, *blocks: Block) -> Section:
    return Section(f"{PART}/{name}", PART, heading, 3, blocks)


def _measures(development: Development, found: Progress, labels: Labels) -> Section:
    items = tuple(_measure(measure, labels) for measure in found.of(development))
    return _section(development.value, _HEADINGS[development], *([Items(items)] if items else []))


def _measure(measure: MeasureProgress, labels: Labels) -> Item:
    said = measure.said
    reason = said.reason if measure.development is Development.ENDED else ""
    told = [
        f"{measure.planned} angekündigt." if measure.planned else "",
        _sentence(said.change),
        f"{labels.key('evidence', 'cycles', 'reason')}: {_sentence(reason)}" if reason.strip() else "",
    ]
    text = " ".join(part for part in told if part)
    line: list[Span] = [Span(measure.title, measure=measure.evidence.id)]
    results = tuple((Span(_result(result, labels)),) for result in measure.results)
    return Item((*line, Span(f": {text}")) if text else tuple(line), results)


def _sentence(text: str) -> str:
    words = " ".join(text.split())
    return words if not words or words.endswith((".", "!", "?", "…")) else f"{words}."


def _result(result: Result, labels: Labels) -> str:
    number = "" if result.value is None else plain_number_text(result.value)
    counted = NO_BREAK_SPACE.join(part for part in (number, result.unit) if part) if number else ""
    said = ": ".join(part for part in (counted, result.text.strip()) if part)
    details = [
        f"{labels.key('evidence', 'results', key)}: {text}"
        for key, text in (("as_of", german_date(result.as_of)), ("source", result.source))
        if text
    ]
    return f"{said.rstrip('.')} ({', '.join(details)})"


def _figures(found: Progress, *, internal: bool) -> Section:
    notes: dict[str, str] = {}
    small = "" if internal else suppressed_note(found.small_group)
    rows = tuple(_row(figure, notes, small) for figure in found.figures if not figure.is_gap)
    if not rows:
        return _section("figures", "")
    head = ("Kennzahl", found.old, found.new, "Veränderung")
    below = tuple(Item((Span(f"{mark} {note}"),)) for note, mark in notes.items())
    table = Table(head, rows)
    return _section("figures", "Kennzahlen damals und heute", table, *([Items(below)] if below else []))


def _row(figure: FigureChange, notes: dict[str, str], small: str) -> tuple[str, ...]:
    """Return a line of the table; where readers are told of no `small` group, its figures are left out."""
    hides = [bool(small) and hidden for hidden in (figure.hides_then, figure.hides_now)]
    values = zip((figure.then, figure.now), hides, strict=True)
    then, now = (_suppressed(small, notes) if hidden else _value(value) for value, hidden in values)
    change = delta_text(figure.difference) if figure.difference and not any(hides) else ""
    note = _PUBLISHED if figure.compares_printed else _EXACT if figure.differs_from_printed else ""
    return (figure.title, then, now, change + (_marked(note, notes) if change else ""))


def _value(value: Value | None) -> str:
    return value_text(value) if value else ""


def _suppressed(small: str, notes: dict[str, str]) -> str:
    return SUPPRESSED_CELL + _marked(small, notes)


def _marked(note: str, notes: dict[str, str]) -> str:
    """Return the mark of a note, giving it the next one where it is new."""
    if note and note not in notes:
        notes[note] = _MARKS[len(notes)]
    return notes.get(note, "")


def _expectations(found: Progress, labels: Labels, titles: Mapping[str, str]) -> Section:
    answered = [due for due in found.expectations if due.answer]
    items = tuple(_answered(due, labels, titles) for due in answered)
    heading = "Was aus Wünschen und Ankündigungen wurde"
    return _section("expectations", heading, *([Items(items)] if items else []))


def _answered(due: DueExpectation, labels: Labels, titles: Mapping[str, str]) -> Item:
    assert due.answer is not None
    assert due.answer.state is not None
    state = labels.value("jury", "expectations", "answers", "state", due.answer.state.value)
    answer: list[Span] = [Span(state[:1].upper() + state[1:], strong=True)]
    if text := _sentence(due.answer.text):
        answer.append(Span(f": {text}"))
    lines: list[Line] = [tuple(answer)]
    if proofs := [Span(titles.get(e, e), measure=e if e in titles else "") for e in due.answer.evidence]:
        heading = labels.key("jury", "expectations", "answers", "evidence")
        lines.append((Span(f"{heading}: "), *joined(proofs)))
    return Item(_expected(due, labels), tuple(lines))


def _expected(due: DueExpectation, labels: Labels) -> Line:
    kind = due.expectation.kind
    whence = f"{due.round} {_BY_JURY[kind]}" if kind in _BY_JURY else origin(due, labels)
    return (Span(f"{_sentence(due.expectation.text)} ({whence})"),)


def _open_points(found: Progress, labels: Labels) -> Section:
    items = [
        *_listed(
            f"Ohne Stand in {found.new}", [_undecided(m, labels) for m in found.of(Development.UNDECIDED)]
        ),
        *_listed("Beendet, ohne dass ein Grund genannt ist", [_name(m) for m in found.ended_without_reason]),
        *_listed(f"{found.old} genannt, {found.new} nicht", [_gap(gap) for gap in found.gaps]),
        *_listed("Wünsche und Ankündigungen ohne Antwort", [_expected(d, labels) for d in found.unanswered]),
    ]
    if found.figures_missing:
        items.append(Item((Span(f"Für {found.new} sind noch keine eigenen Kennzahlen eingetragen."),)))
    return _section("open", "Noch offen", *([Items(tuple(items))] if items else []))


def _listed(heading: str, lines: Sequence[Line]) -> list[Item]:
    return [Item((Span(f"{heading} ({len(lines)}):"),), tuple(lines))] if lines else []


def _name(measure: MeasureProgress) -> Line:
    return (Span(measure.title, measure=measure.evidence.id),)


def _undecided(measure: MeasureProgress, labels: Labels) -> Line:
    before = measure.before
    if before is None:
        return _name(measure)
    state = labels.value("evidence", "cycles", "state", before.state.value)
    told = (
        f"{before.cycle} angekündigt, Ausgang offen"
        if measure.planned
        else f"zuletzt {before.cycle}: {state}"
    )
    return (*_name(measure), Span(f" ({told})"))


def _gap(gap: FigureChange) -> Line:
    assert gap.then is not None
    return (Span(f"{gap.title}: {value_text(gap.then)}"),)
