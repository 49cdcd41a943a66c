"""The chapter on what changed between two rounds, as sections of the document."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from tea_assistant.document.blocks import Block, Item, Items, Line, Paragraph, Section, Span, Table, joined
from tea_assistant.document.results import results_text
from tea_assistant.figures.german import delta_text, value_text
from tea_assistant.figures.publication import SUPPRESSED_CELL, suppressed_note
from tea_assistant.figures.values import Value
from tea_assistant.model.labels import Labels
from tea_assistant.model.review import ExpectationKind
from tea_assistant.renewal.developments import Development, MeasureProgress
from tea_assistant.renewal.expectations import DueExpectation
from tea_assistant.renewal.figure_changes import FigureChange
from tea_assistant.renewal.notes import origin
from tea_assistant.renewal.progress import Progress
from tea_assistant.renewal.telling_changes import telling_changes

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
    found: Progress,
    labels: Labels,
    titles: Mapping[str, str],
    *,
    internal: bool = False,
    table: Span | None = None,
) -> tuple[Section, ...]:
    """Lay out the chapter; what has no content is left out.

    It is made for readers, who see no small groups; for the office itself (`internal`) all figures are true
    and what is still open is named. `titles` are those of all measures by id. In a document with a `table` of
    all figures and a register of measures, the chapter is short: it shows the figures that changed most and
    leads to the table, and leaves the sources of results to the register.
    """
    sections = [
        *(_measures(development, found, labels, short=table is not None) for development in _HEADINGS),
        _figures(found, table, internal=internal),
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


def _measures(development: Development, found: Progress, labels: Labels, *, short: bool) -> Section:
    items = tuple(_measure(measure, labels, short=short) for measure in found.of(development))
    return _section(development.value, _HEADINGS[development], *([Items(items)] if items else []))


def _measure(measure: MeasureProgress, labels: Labels, *, short: bool) -> Item:
    said = measure.said
    reason = said.reason if measure.development is Development.ENDED else ""
    told = [
        _sentence(said.change),
        f"{labels.key('evidence', 'cycles', 'reason')}: {_sentence(reason)}" if reason.strip() else "",
        _sentence(results_text(measure.results, sources=False)) if short else "",
    ]
    text = " ".join(part for part in told if part)
    line = [Span(measure.title, measure=measure.evidence.id)]
    if measure.planned:
        line.append(Span(f" ({measure.planned} angekündigt)"))
    results: list[Line] = [] if short or not measure.results else [(Span(results_text(measure.results)),)]
    return Item((*line, Span(f": {text}")) if text else tuple(line), tuple(results))


def _sentence(text: str) -> str:
    words = " ".join(text.split())
    return words if not words or words.endswith((".", "!", "?", "…")) else f"{words}."


def _figures(found: Progress, table: Span | None, *, internal: bool) -> Section:
    shown = [figure for figure in found.figures if not figure.is_gap]
    if not shown:
        return _section("figures", "")
    if table is None:
        return _section("figures", "Kennzahlen damals und heute", *_table(found, shown, internal=internal))
    told = telling_changes(shown)
    way = Paragraph((Span("Alle Kennzahlen mit ihrer Veränderung: "), table))
    return _section("figures", "Die größten Veränderungen", *_table(found, told, internal=internal), way)


def _table(found: Progress, figures: Sequence[FigureChange], *, internal: bool) -> list[Block]:
    notes: dict[str, str] = {}
    small = "" if internal else suppressed_note(found.small_group)
    rows = tuple(_row(figure, notes, small) for figure in figures)
    if not rows:
        return []
    below = tuple(Item((Span(f"{mark} {note}"),)) for note, mark in notes.items())
    head = ("Kennzahl", found.old, found.new, "Veränderung")
    return [Table(head, rows), *([Items(below)] if below else [])]


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
