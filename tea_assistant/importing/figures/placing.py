"""Places the cells of a table among the figures: what goes where, what stays out, what is wrong."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from tea_assistant.importing.cell_names import cell_name
from tea_assistant.importing.count_text import Count, NoValue, Percent, Unreadable, content_of
from tea_assistant.importing.figures.layout import Layout, holds_number
from tea_assistant.importing.figures.mapping import TableMapping, combined
from tea_assistant.importing.figures.meaning import Meaning
from tea_assistant.importing.figures.words import is_full_time_equivalents, years_in
from tea_assistant.model.figures import PublishedPercent

Value = int | PublishedPercent

COMPUTED = "Anteile werden aus den Zahlen berechnet"
BY_HAND = "wird auf Wunsch nicht übernommen"
_HEADS = "zählt Stellen; in die Kennzahlen kommen Köpfe"
_UNKNOWN_COLUMN = "was die Spalte zählt, ist nicht erkannt"
_UNKNOWN_ROW = "wen die Zeile zählt, ist nicht erkannt"
_SCOPE = "ob die Überschrift eine Auswahl nennt oder alle zählt, ist nicht erkannt"
_NO_GROUP = "welche Gruppe die Tabelle zählt, ist nicht erkannt"


class Target(Struct, frozen=True):
    """A cell of the dossier's figures."""

    group: str
    splits: tuple[tuple[str, str], ...]
    count: str


class Placed(Struct, frozen=True):
    """A number with the place that it gets."""

    cell: str
    """Its name in the file, as in B7."""
    text: str
    target: Target
    value: Value


class LeftOut(Struct, frozen=True):
    """Something that gets no place, and why."""

    place: str
    """German: „Spalte D“, „Zeile 7“, „Zelle B7“."""
    text: str
    reason: str


class Problem(Struct, frozen=True):
    """A cell that would be wrong in the figures; nothing is imported while there is one."""

    cell: str
    message: str
    """German; goes on after „Zelle B7“."""


class Placing(Struct, frozen=True):
    """All cells of a table, each with what becomes of it."""

    placed: tuple[Placed, ...]
    left_out: tuple[LeftOut, ...]
    problems: tuple[Problem, ...]


def place(layout: Layout, mapping: TableMapping, year: str) -> Placing:
    """Place the cells of a table as its mapping says."""
    if mapping.unclear:
        return Placing((), (LeftOut("Tabelle", mapping.unclear, _SCOPE),), ())
    placed: dict[Target, Placed] = {}
    problems: list[Problem] = []
    left_out = [*_left_out_columns(layout, mapping, year), *_left_out_rows(layout, mapping, year)]
    for row, column in _cells(layout, mapping):
        outcome = _cell(layout, mapping, row, column)
        if isinstance(outcome, Placed):
            outcome = _beside(outcome, placed.get(outcome.target))
        match outcome:
            case Placed():
                placed[outcome.target] = outcome
            case LeftOut():
                left_out.append(outcome)
            case Problem():
                problems.append(outcome)
    computed = [each for each in placed.values() if _is_computed(each, placed)]
    kept = tuple(each for each in placed.values() if not _is_computed(each, placed))
    left_out += [LeftOut(f"Zelle {each.cell}", each.text, COMPUTED) for each in computed]
    return Placing(kept, tuple(_joined(layout, left_out)), tuple(problems))


def _joined(layout: Layout, left_out: Sequence[LeftOut]) -> Iterator[LeftOut]:
    """Say once what holds for the whole table, or for several cells of a column."""
    if any(each.reason == _NO_GROUP for each in left_out):
        yield LeftOut("Tabelle", layout.title, _NO_GROUP)
    heads = {f"Spalte {layout.column(at)}": head for at, head in enumerate(layout.heads)}
    shares = Counter(_column(each) for each in left_out if each.reason == COMPUTED)
    said = set[str]()
    for each in left_out:
        column = _column(each)
        if each.reason == COMPUTED and shares[column] > 1:
            if column not in said:
                yield LeftOut(column, heads[column], COMPUTED)
            said.add(column)
        elif each.reason != _NO_GROUP:
            yield each


def _column(each: LeftOut) -> str:
    return "Spalte " + each.place.removeprefix("Zelle ").rstrip("0123456789")


def _cells(layout: Layout, mapping: TableMapping) -> Iterator[tuple[int, int]]:
    for row in layout.body:
        if row not in mapping.rows or mapping.rows[row].skip:
            continue
        for column in range(layout.labels, layout.width):
            if column in mapping.columns and not _is_left_out(mapping.columns[column]):
                yield row, column


def _cell(layout: Layout, mapping: TableMapping, row: int, column: int) -> Placed | LeftOut | Problem | None:
    name, cell = layout.cell(row, column), layout.grid.rows[row][column]
    covering = layout.covering(row, column)
    if covering and holds_number(covering):
        other = cell_name(covering.column, covering.line)
        return Problem(name, f"ist mit {other} verbunden; für wen „{covering.text}“ gilt, ist nicht zu sehen")
    if not cell.text:
        return None
    meaning = _meaning(mapping, row, column)
    if isinstance(meaning, str):
        return LeftOut(f"Zelle {name}", cell.text, meaning) if holds_number(cell) else None
    target = Target(meaning.group, meaning.splits, meaning.count or "total")
    match content_of(cell, percent=meaning.percent):
        case Count(number):
            return Placed(name, cell.text, target, number)
        case Percent(number, digits):
            if target.count == "total":
                return Problem(name, f"nennt einen Anteil, wo eine Anzahl stehen muss: „{cell.text}“")
            return Placed(name, cell.text, target, PublishedPercent(number, digits))
        case NoValue(reason):
            return LeftOut(f"Zelle {name}", cell.text, reason) if reason else None
        case Unreadable(message):
            return Problem(name, message)


def _meaning(mapping: TableMapping, row: int, column: int) -> Meaning | str:
    """Return what a cell means by its row, its column and the whole; or why it stays out."""
    of_row, of_column = mapping.rows[row], mapping.columns[column]
    if of_row.group and of_column.group and of_row.group != of_column.group:
        return "Zeile und Spalte nennen verschiedene Gruppen"
    if of_row.count and of_column.count and of_row.count != of_column.count:
        return "Zeile und Spalte widersprechen sich"
    splits = dict(of_row.splits)
    if any(splits.get(name, value) != value for name, value in of_column.splits):
        return "Zeile und Spalte widersprechen sich"
    meaning = combined(combined(of_row, of_column), mapping.whole)
    if not meaning.group:
        return _NO_GROUP
    if meaning.percent and (meaning.count in ("", "total") or "employment" in dict(meaning.splits)):
        # A share of part-time staff may refer to all staff or to part-time staff, and here they are one cell.
        return COMPUTED
    return meaning


def _beside(new: Placed, first: Placed | None) -> Placed | LeftOut | Problem:
    """Judge a second cell with the same target."""
    if first is None or (isinstance(first.value, PublishedPercent) and isinstance(new.value, int)):
        return new
    if first.value == new.value:
        return LeftOut(f"Zelle {new.cell}", new.text, f"steht schon in {first.cell}")
    if isinstance(new.value, PublishedPercent):
        return LeftOut(f"Zelle {new.cell}", new.text, COMPUTED)
    return Problem(new.cell, f"und {first.cell} zählen dasselbe und nennen „{new.text}“ und „{first.text}“")


def _is_computed(each: Placed, placed: Mapping[Target, Placed]) -> bool:
    """Tell whether a published share follows from counts in the same table."""
    if not isinstance(each.value, PublishedPercent):
        return False
    counts = ("total", "women", "men")
    counted = [count for count in counts if _is_counted(replace(each.target, count=count), placed)]
    return len(counted) > 1


def _is_counted(target: Target, placed: Mapping[Target, Placed]) -> bool:
    """Tell whether a count stands in the table, by itself or as full time and part time."""
    if target in placed and isinstance(placed[target].value, int):
        return True
    splits = dict(target.splits)
    kinds = [
        Meaning().with_splits((splits | {"employment": kind}).items()).splits for kind in ("full", "part")
    ]
    return "employment" not in splits and all(
        (part := replace(target, splits=kind)) in placed and isinstance(placed[part].value, int)
        for kind in kinds
    )


def _is_left_out(meaning: Meaning) -> bool:
    return bool(meaning.skip or meaning.names)


def _left_out_columns(layout: Layout, mapping: TableMapping, year: str) -> Iterator[LeftOut]:
    for at in range(layout.labels, layout.width):
        meaning, head = mapping.columns.get(at), layout.heads[at]
        if not any(holds_number(layout.grid.rows[row][at]) for row in layout.body):
            continue
        if meaning is None:
            reason = _other_year(head, year) or (
                _HEADS if is_full_time_equivalents(head) else _UNKNOWN_COLUMN
            )
        elif meaning.skip:
            reason = BY_HAND
        else:
            continue
        yield LeftOut(f"Spalte {layout.column(at)}", head, reason)


def _left_out_rows(layout: Layout, mapping: TableMapping, year: str) -> Iterator[LeftOut]:
    for at in layout.body:
        meaning = mapping.rows.get(at)
        if not any(map(holds_number, layout.values(at))):
            continue
        texts = [layout.label(at, column) for column in range(layout.labels)]
        label = " / ".join(text for text in texts if text)
        if meaning is None:
            reason = _other_year(label, year) or _UNKNOWN_ROW
        elif meaning.skip:
            reason = BY_HAND
        else:
            continue
        yield LeftOut(f"Zeile {layout.line(at)}", label, reason)


def _other_year(text: str, year: str) -> str:
    others = years_in(text) - {year}
    return f"gehört zu {', '.join(sorted(others))}" if others else ""
