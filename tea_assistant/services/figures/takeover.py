"""Shows what an import of figures from other people's tables would do, before anything is done."""

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from tea_assistant.errors import ForeignFileError, UsageError
from tea_assistant.importing import limits
from tea_assistant.importing.figures import corrections
from tea_assistant.importing.figures.groups import GroupNames, selector_splits
from tea_assistant.importing.figures.labels import LabelReader
from tea_assistant.importing.figures.layout import Layout, layout_of
from tea_assistant.importing.figures.mapping import TableMapping, guess
from tea_assistant.importing.figures.meaning import Wording
from tea_assistant.importing.figures.memory import remembered
from tea_assistant.importing.figures.placing import LeftOut, Placed, Placing, Problem, Target, Value, place
from tea_assistant.importing.figures.words import years_in
from tea_assistant.importing.grids import read
from tea_assistant.model.dates import span_of
from tea_assistant.model.figures import SPLITS, FigureRow, FigureSet, PublishedPercent
from tea_assistant.model.layout import FIGURES_MAPPING_FILE, figures_file
from tea_assistant.patterns import regex
from tea_assistant.services.session import Session
from tea_assistant.store import files

_GERMAN_DATE = regex(r"\b(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})\b")
_MOST_NAMED = 20
_COUNTED = "in der Mappe steht dort schon die Anzahl"


class Table(Struct, frozen=True):
    """One table of a file, with its number from 1."""

    number: int
    layout: Layout

    @property
    def title(self) -> str:
        """How it is called, by its number where it has no title."""
        return self.layout.title or f"Tabelle {self.number}"


class Opened(Struct, frozen=True):
    """A file with its tables, and what was left out of it."""

    name: str
    tables: tuple[Table, ...]
    notes: tuple[str, ...]


class Move(Struct, frozen=True):
    """A number with its target, and what stands there now."""

    placed: Placed
    old: Value | None = None

    @property
    def is_new(self) -> bool:
        """Nothing stands there yet."""
        return self.old is None

    @property
    def is_same(self) -> bool:
        """It stands there already."""
        return self.old == self.placed.value


class Plan(Struct, frozen=True):
    """An import before it is done."""

    name: str
    """The file as it is called in messages and as the source of the figures."""
    table: Table
    as_of: str
    file: str
    """The file of the dossier that the figures go into."""
    mapping: TableMapping
    given: TableMapping
    """What of the mapping a person or an earlier import has said."""
    moves: tuple[Move, ...]
    left_out: tuple[LeftOut, ...]
    problems: tuple[Problem, ...]
    notes: tuple[str, ...]

    @property
    def changes(self) -> tuple[Move, ...]:
        """The moves that would change something."""
        return tuple(move for move in self.moves if not move.is_same)


def open_file(path: Path) -> Opened:
    """Read the tables of a file; raises `ForeignFileError` where there is none to be read."""
    try:
        if path.is_dir():
            raise ForeignFileError("Das ist ein Ordner, keine Datei.", file=str(path))
        if path.stat().st_size > limits.MAX_BYTES:
            raise limits.too_many_bytes(path.name)
        data = path.read_bytes()
    except OSError as error:
        raise ForeignFileError(files.explain(error), file=str(path)) from error
    reading = read(path.name, data)
    tables = tuple(Table(number, layout_of(grid)) for number, grid in enumerate(reading.grids, start=1))
    if not tables:
        raise ForeignFileError(
            "In dieser Datei steht keine Tabelle.", file=path.name, hint=" ".join(reading.notes)
        )
    return Opened(path.name, tables, reading.notes)


def wording(session: Session) -> Wording:
    """Return the words in which the columns and rows of a table are explained."""
    application = session.application
    return Wording(application.catalogue.groups, application.labels)


def known(session: Session, table: Table) -> TableMapping:
    """Return how a table with the same columns was read before; empty where there was none."""
    return remembered(memory(session), table.layout) or TableMapping()


def corrected(session: Session, table: Table, said: Iterable[str]) -> TableMapping:
    """Return what is known of a table and what a person says about it; raises `UsageError`."""
    return corrections.corrected(table.layout, wording(session), said, known(session, table))


def chosen(opened: Opened, wanted: str) -> Table:
    """Return the table that a number or a part of its title means; raises `UsageError` where none is."""
    if not wanted and len(opened.tables) == 1:
        return opened.tables[0]
    found = [table for table in opened.tables if str(table.number) == wanted.strip()]
    for means in (str.__eq__, str.__contains__):
        found = found or [t for t in opened.tables if means(t.title.casefold(), wanted.strip().casefold())]
    if len(found) == 1 and wanted.strip():
        return found[0]
    raise UsageError(
        f"„{wanted}“ meint keine Tabelle dieser Datei."
        if not found
        else f"„{wanted}“ meint mehrere Tabellen.",
        hint="Bitte die Nummer angeben: "
        + ", ".join(f"{table.number} {table.title}" for table in (found or opened.tables)[:_MOST_NAMED]),
    )


def placeable(session: Session, table: Table) -> int:
    """Count the numbers of a table that would find a place, whatever their date."""
    year = next(iter(sorted(years_in(table.layout.title), reverse=True)), "")
    mapping = guess(table.layout, _reader(session), year, known(session, table))
    return len(place(table.layout, mapping, year).placed)


def iso_date(text: str) -> str:
    """Return a date as files write it; German notation is understood, anything else stays as it is."""
    found = _GERMAN_DATE.fullmatch(text.strip())
    return f"{found[3]}-{found[2]:0>2}-{found[1]:0>2}" if found else text.strip()


def date_in_title(table: Table) -> str:
    """Return the day that the title of a table names; empty where it names none, or several."""
    found = {iso_date(match[0]) for match in _GERMAN_DATE.finditer(table.layout.title)}
    return found.pop() if len(found) == 1 else ""


def plan(session: Session, opened: Opened, table: Table, as_of: str, given: TableMapping) -> Plan:
    """Work out what an import of one table would do; raises `UsageError` for a date that is none."""
    if span_of(as_of) is None:
        raise UsageError(
            f"„{as_of}“ ist kein Stichtag.", hint="Zum Beispiel: 2024-12-31, 31.12.2024 oder 2024"
        )
    year = as_of[:4]
    mapping = guess(table.layout, _reader(session), year, given)
    placing = place(table.layout, mapping, year)
    standing = figures_at(session, as_of)
    moves, kept = moves_of(standing, placing)
    return Plan(
        opened.name,
        table,
        as_of,
        standing.where.file if standing else figures_file(as_of),
        mapping,
        given,
        moves,
        (*placing.left_out, *kept),
        placing.problems,
        tuple(_notes(session, opened, table, as_of, moves)),
    )


def figures_at(session: Session, as_of: str) -> FigureSet | None:
    """Return the figures of a date, whatever name their file has."""
    figures = session.dossier.figures
    return figures.get(as_of) or next((each for each in figures.values() if each.as_of == as_of), None)


def memory(session: Session) -> object:
    """Return the tables that were read before, as their file holds them."""
    value = session.value(FIGURES_MAPPING_FILE)
    return value.get("tables") if isinstance(value, dict) else None


def _reader(session: Session) -> LabelReader:
    application = session.application
    catalogue = application.catalogue
    spellings = [
        pair
        for indicator in catalogue.indicators.values()
        for selector in (indicator.numerator, indicator.denominator)
        if selector
        for pair in selector_splits(selector)
    ]
    for figures in application.dossier.figures.values():
        spellings += [pair for row in figures.rows for pair in splits_of(row)]
    house = frozenset(re.findall(r"\w+", application.dossier.organisation.name.casefold()))
    return LabelReader(GroupNames(catalogue), house, tuple(dict.fromkeys(spellings)))


def splits_of(row: FigureRow) -> tuple[tuple[str, str], ...]:
    """Return what narrows a row down, in the order of `SPLITS`."""
    return tuple((name, value) for name in SPLITS if (value := getattr(row, name)))


def moves_of(figures: FigureSet | None, placing: Placing) -> tuple[tuple[Move, ...], tuple[LeftOut, ...]]:
    """Set each number beside what stands at its target; a share does not replace a count."""
    standing = _by_target(figures)
    moves, kept = [], []
    for each in placing.placed:
        row = standing.get(key_of(each.target))
        old = getattr(row, each.target.count) if row else None
        if isinstance(old, int) and isinstance(each.value, PublishedPercent):
            kept.append(LeftOut(f"Zelle {each.cell}", each.text, _COUNTED))
        else:
            moves.append(Move(each, old))
    return tuple(moves), tuple(kept)


def _by_target(figures: FigureSet | None) -> dict[object, FigureRow]:
    rows = figures.rows if figures else ()
    # The first row is the one that figures are read from.
    return {(row.group, splits_of(row)): row for row in reversed(rows) if not row.period}


def key_of(target: Target) -> object:
    """Return what two cells of one row have in common."""
    return (target.group, target.splits)


def _notes(
    session: Session, opened: Opened, table: Table, as_of: str, moves: Sequence[Move]
) -> Iterator[str]:
    yield from opened.notes
    years = years_in(table.layout.title)
    if years and as_of[:4] not in years:
        yield f"Die Überschrift der Tabelle nennt {', '.join(sorted(years))}, der Stichtag ist {as_of}."
    catalogue = session.application.catalogue
    flows = dict.fromkeys(m.placed.target.group for m in moves if m.placed.target.group in catalogue.flows)
    for group in flows:
        title = catalogue.groups[group]
        yield f"{title}: Gezählt wird ein Zeitraum, ohne Angabe die zwölf Monate bis zum Stichtag."
    figures = figures_at(session, as_of)
    if figures and figures.basis != "heads":
        yield "Diese Kennzahlen zählen Vollzeitäquivalente; eingelesen werden ganze Zahlen."
