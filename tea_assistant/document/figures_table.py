"""The part on the figures: every indicator with its prior values, and what one must know about them."""

from collections.abc import Iterator, Sequence

from tea_assistant.document.blocks import Block, Item, Items, Line, Section, Span, Table
from tea_assistant.document.dates import german_date, german_period
from tea_assistant.document.registers import Registers
from tea_assistant.figures.cells import row_of
from tea_assistant.figures.comparability import comparability
from tea_assistant.figures.german import delta_text, value_text
from tea_assistant.figures.publication import SUPPRESSED_CELL, Publication, Shown, Suppressed, suppressed_note
from tea_assistant.figures.trend import delta
from tea_assistant.figures.values import Value, value_of
from tea_assistant.model.application import Application
from tea_assistant.model.catalogue import Indicator, Part
from tea_assistant.model.figures import FigureRow, FigureSet, PublishedPercent
from tea_assistant.model.labels import Labels

_PUBLISHED = "Nur als gerundete Prozentzahl veröffentlicht, nicht nachgerechnet."
_EXACT = "Aus den genauen Werten berechnet, nicht aus den gerundeten."
_SEPARATOR = "\u202f"
"""Between the marks of two notes, which would read as one number."""
_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")

Round = tuple[str, FigureSet]


def figures_sections(registers: Registers, part: Part) -> list[Section]:
    """Return the table of indicators, newest round first, with sources and notes below."""
    application = registers.application
    rounds = [found for found in application.figure_history if _tells(application, found[1])]
    if not rounds:
        return []
    notes: dict[str, int] = {}
    rows = tuple(_rows(registers.published, rounds, notes))
    head = [application.labels.key("indicators", "indicators"), *(cycle for cycle, _ in rounds)]
    if len(rounds) > 1:
        head.insert(2, f"Veränderung seit {rounds[1][0]}")
    below = [Item((Span(f"{_noted(note, notes)} {note}"),)) for note in notes]
    below += [_origin(application.labels, *found) for found in rounds]
    blocks: tuple[Block, ...] = (Table(tuple(head), rows), Items(tuple(below)))
    return [Section(part.id, part.id, application.part_title(part), 2, blocks)]


def figure_notes(registers: Registers) -> tuple[Line, ...]:
    """Return what must be known about the figures of a round where no table with its notes is at hand."""
    application, protection = registers.application, registers.published.protection
    figures = application.figures
    if figures is None or not _tells(application, figures):
        return ()
    small = suppressed_note(protection.threshold)
    noted: dict[str, list[str]] = {}
    for indicator in application.catalogue.indicators.values():
        value = protection.value(indicator, figures)
        note = small if isinstance(value, Suppressed) else _note(indicator, value, figures)
        if value is not None and note:
            noted.setdefault(note, []).append(indicator.title)
    lines: list[Line] = [(Span(f"{'; '.join(titles)}: {note}"),) for note, titles in noted.items()]
    for item in (_origin(application.labels, *found) for found in application.figure_history):
        below = [span for line in item.below for span in (Span(". "), *line)]
        lines.append((*item.line, *below))
    return tuple(lines)


def _tells(application: Application, figures: FigureSet) -> bool:
    return any(value_of(i, figures) for i in application.catalogue.indicators.values())


def _rows(
    publication: Publication, rounds: Sequence[Round], notes: dict[str, int]
) -> Iterator[tuple[str, ...]]:
    small = suppressed_note(publication.protection.threshold)
    for indicator in publication.application.catalogue.indicators.values():
        values = [publication.protection.value(indicator, figures) for _, figures in rounds]
        if not any(values):
            continue
        cells = [
            _cell(value, small if isinstance(value, Suppressed) else _note(indicator, value, figures), notes)
            for value, (_, figures) in zip(values, rounds, strict=True)
        ]
        if len(rounds) > 1:
            caveats = comparability(publication.application, indicator.id, rounds[0][0], rounds[1][0])
            cells.insert(1, _change(values[0], values[1], [caveat.text for caveat in caveats], notes))
        yield (indicator.title, *cells)


def _cell(value: Shown | None, note: str, notes: dict[str, int]) -> str:
    if value is None:
        return ""
    return (SUPPRESSED_CELL if isinstance(value, Suppressed) else value_text(value)) + _noted(note, notes)


def _change(new: Shown | None, old: Shown | None, caveats: list[str], notes: dict[str, int]) -> str:
    if not isinstance(new, Value) or not isinstance(old, Value):
        return ""
    change = delta(new, old)
    if change is None or new.printed is None or old.printed is None:
        return ""
    differs = change.printed != new.printed - old.printed
    marks = [_noted(note, notes) for note in (*caveats, *([_EXACT] if differs else []))]
    return delta_text(change) + _SEPARATOR.join(marks)


def _noted(note: str, notes: dict[str, int]) -> str:
    """Return the mark of a note, giving it the next number where it is new."""
    return str(notes.setdefault(note, len(notes) + 1)).translate(_SUPERSCRIPTS) if note else ""


def _note(indicator: Indicator, value: Value | None, figures: FigureSet) -> str:
    """Return what must be known about a value: the note of its row, or that it can't be recomputed."""
    cells = [cell for cell in (indicator.numerator, indicator.denominator) if cell]
    rows = [row for cell in cells if (row := row_of(cell, figures))]
    published = value is not None and value.published
    # Where a row has a published percentage, its note is about that and not about its counts.
    notes = (" ".join(row.note.split()) for row in rows if published or not _has_published_cell(row))
    return next(filter(None, notes), _PUBLISHED if published else "")


def _has_published_cell(row: FigureRow) -> bool:
    return any(isinstance(cell, PublishedPercent) for cell in (row.total, row.women, row.men, row.diverse))


def _origin(labels: Labels, cycle: str, figures: FigureSet) -> Item:
    """Say of what day the figures of a round are, who was counted, and where they come from."""
    known = {
        "as_of": german_date(figures.as_of or figures.id),
        "basis": figures.basis and labels.value("figures", "basis", figures.basis),
        "period": german_period(figures.period),
        "source": figures.source or figures.url,
        "excluded": ", ".join(figures.excluded),
    }
    line = [Span(f"{cycle}:", strong=True)]
    for key, text in known.items():
        if text:
            separator = " " if len(line) == 1 else "; "
            url = figures.url if key == "source" else ""
            line += [Span(f"{separator}{labels.key('figures', key)}: "), Span(text, url=url)]
    note = " ".join(figures.note.split())
    return Item(tuple(line), ((Span(note),),) if note else ())
