"""Writes an import of figures into the dossier: all of it in one step, or nothing."""

from collections.abc import Iterator

from tea_assistant.errors import ChangedOnDisk, EditError, FileError, ForeignFileError
from tea_assistant.importing.figures.memory import noted
from tea_assistant.importing.figures.placing import Placing, Value
from tea_assistant.model.decoding import decode
from tea_assistant.model.figures import COUNTS, SPLITS, FigureRow
from tea_assistant.model.layout import FIGURES_MAPPING_FILE, Kind
from tea_assistant.services.figures.edits import cell_changes
from tea_assistant.services.figures.takeover import Plan, figures_at, key_of, memory, moves_of, splits_of
from tea_assistant.services.session import Session
from tea_assistant.store import schema
from tea_assistant.store.yaml.writer import Change

STEP = "Kennzahlen einlesen"


def take_over(session: Session, todo: Plan) -> None:
    """Write an import into the dossier as one step to undo; raises `TeaError` and changes nothing."""
    if todo.problems:
        first = todo.problems[0]
        raise ForeignFileError(f"Zelle {first.cell} {first.message}.", file=todo.name)
    if not todo.changes:
        raise EditError("Davon steht schon alles in der Mappe.")
    placing = Placing(tuple(move.placed for move in todo.moves), (), ())
    moves, _ = moves_of(figures_at(session, todo.as_of), placing)
    if moves != todo.moves:
        raise EditError("Die Kennzahlen der Mappe sind inzwischen andere; bitte die Vorschau neu ansehen.")
    with session.together():
        session.edit(todo.file, _changes(session, todo), STEP)
        tables = noted(memory(session), todo.table.layout, todo.mapping, sorted(todo.given.rows))
        session.edit(FIGURES_MAPPING_FILE, [Change(("tables",), tables)], STEP)
        if not schema.is_valid(Kind.FIGURES, session.value(todo.file)):
            raise EditError("Das Ergebnis wäre keine gültige Kennzahlendatei; es wurde nichts geändert.")


def saved(session: Session) -> None:
    """Write the dossier to disk; raises `FileError` where that fails."""
    outcome = session.save()
    if outcome.errors:
        raise FileError(outcome.errors[0])
    if outcome.conflicts:
        raise ChangedOnDisk("Die Datei wurde inzwischen außerhalb geändert.", file=outcome.conflicts[0])


def _changes(session: Session, todo: Plan) -> list[Change]:
    figures = figures_at(session, todo.as_of)
    value = session.value(todo.file)
    rows = value.get("rows") if isinstance(value, dict) else None
    numbers = {key: at for at, key in reversed(list(enumerate(_row_keys(rows))))}
    cells: dict[tuple[int, str], object] = {}
    new: dict[object, dict[str, object]] = {}
    for move in todo.changes:
        target, count = move.placed.target, _plain(move.placed.value)
        if (at := numbers.get(key_of(target))) is not None:
            cells[at, target.count] = count
        else:
            row = new.setdefault(key_of(target), {"group": target.group, **dict(target.splits)})
            row[target.count] = count
    text = session.text(todo.file) or ""
    changes = cell_changes(
        text, rows if isinstance(rows, list) else [], cells, [*map(_ordered, new.values())]
    )
    return changes if figures else [*_beginning(todo), *changes]


def _row_keys(rows: object) -> Iterator[object]:
    for row in rows if isinstance(rows, list) else ():
        decoded = decode(FigureRow, row)
        yield None if decoded.period else (decoded.group, splits_of(decoded))


def _ordered(row: dict[str, object]) -> dict[str, object]:
    order = ("group", *SPLITS, *COUNTS)
    return {name: row[name] for name in order if name in row}


def _beginning(todo: Plan) -> list[Change]:
    as_of = int(todo.as_of) if todo.as_of.isdecimal() else todo.as_of
    source = todo.name if todo.table.title == todo.name else f"{todo.name}, {todo.table.title}"
    return [Change(("as_of",), as_of), Change(("basis",), "heads"), Change(("source",), source)]


def _plain(value: Value) -> object:
    if isinstance(value, int):
        return value
    percent = int(value.percent) if value.percent.denominator == 1 else float(value.percent)
    return {"percent": percent, "digits": value.digits, "published": True}
