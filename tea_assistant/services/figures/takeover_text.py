"""An import of figures as people read it before they agree."""

from collections.abc import Iterator, Sequence

from tea_assistant.figures.german import NO_BREAK_SPACE, number_text
from tea_assistant.importing.figures.meaning import Meaning, Wording
from tea_assistant.importing.figures.placing import LeftOut, Problem, Target, Value
from tea_assistant.model.figures import PublishedPercent
from tea_assistant.prose.dates import german_date
from tea_assistant.services.figures.takeover import Move, Opened, Plan, Table

_MOST_TABLES = 60
"""So many are listed; a whole report has more than anybody reads through."""
_MOST_LEFT_OUT = 40


def as_text(todo: Plan, words: Wording) -> str:
    """Describe an import: how the table is read, what goes where, what stays out, what is wrong."""
    sections = [
        ["So wird die Tabelle gelesen:", *(f"  {line}" for line in reading_lines(todo, words))],
        ["Was wohin kommt:", *_move_lines(todo.moves, words)] if todo.moves else [],
        ["Nicht übernommen:", *_left_out_lines(todo.left_out)] if todo.left_out else [],
        ["Das muss erst stimmen:", *(f"  {problem_line(each)}" for each in todo.problems)]
        if todo.problems
        else [],
        [f"Hinweis: {note}" for note in todo.notes],
        [summary(todo)],
    ]
    heading = f"{todo.name}, „{todo.table.title}“ → Stichtag {german_date(todo.as_of)} ({todo.file})"
    return "\n\n".join([heading, *("\n".join(lines) for lines in sections if lines)]) + "\n"


def tables_text(opened: Opened, placed: Sequence[int]) -> str:
    """List the tables of a file with how many numbers of each would find a place."""
    lines = [f"{opened.name} enthält {len(opened.tables)} Tabellen:"]
    for table, count in list(zip(opened.tables, placed, strict=True))[:_MOST_TABLES]:
        found = "1 Zahl" if count == 1 else f"{count} Zahlen" if count else "noch nichts erkannt"
        lines.append(
            f"  {table.number:>3}  {_shortened(table.title)} (ab Zeile {_first_line(table)}, {found})"
        )
    if len(opened.tables) > _MOST_TABLES:
        lines.append(f"  … und {len(opened.tables) - _MOST_TABLES} weitere")
    return "\n".join(lines)


def reading_lines(todo: Plan, words: Wording) -> Iterator[str]:
    """Yield what each part of the table is taken for."""
    layout, mapping = todo.table.layout, todo.mapping
    if mapping.whole != Meaning():
        yield f"Tabelle: {words.text(mapping.whole)}"
    for at, head in enumerate(layout.heads):
        name = f"Spalte {layout.column(at)}" + (f" „{_shortened(head)}“" if head else "")
        if at in mapping.columns:
            yield f"{name}: {words.text(mapping.columns[at]) or 'so, wie die Zeilen sagen'}"
        else:
            yield f"{name}: {'Beschriftung der Zeilen' if at < layout.labels else 'nicht erkannt'}"
    for at in sorted(todo.given.rows):
        yield f"Zeile {layout.line(at)} „{_shortened(layout.label(at, 0))}“: {words.text(mapping.rows[at])}"


def target_text(target: Target, words: Wording) -> str:
    """Name a cell of the dossier's figures."""
    return words.text(Meaning(group=target.group, splits=target.splits, count=target.count))


def value_text(value: Value | None) -> str:
    """Write a value: 1.990, or 43 % where only that was published."""
    if value is None:
        return "–"
    if isinstance(value, PublishedPercent):
        return f"{number_text(value.percent, value.digits)}{NO_BREAK_SPACE}%"
    return f"{value:,}".replace(",", ".")


def fate_text(move: Move) -> str:
    """Say what a number does to what stands there."""
    if move.is_new:
        return "neu"
    return "wie bisher" if move.is_same else f"statt {value_text(move.old)}"


def left_out_line(each: LeftOut) -> str:
    """Say what stays out and why."""
    text = f" „{_shortened(each.text)}“" if each.text else ""
    return f"{each.place}{text}: {each.reason}."


def problem_line(each: Problem) -> str:
    """Say what is wrong with a cell."""
    return f"Zelle {each.cell} {each.message}."


def summary(todo: Plan) -> str:
    """Say in one line what the import does."""
    new = sum(1 for move in todo.moves if move.is_new)
    same = len(todo.moves) - len(todo.changes)
    replaced = len(todo.changes) - new
    counts = [(new, "neu"), (replaced, "ersetzt"), (same, "wie bisher")]
    parts = ", ".join(f"{count} {word}" for count, word in counts if count)
    total = "1 Zahl" if len(todo.moves) == 1 else f"{len(todo.moves)} Zahlen"
    placed = f"{total}: {parts}." if parts else "Keine Zahl findet einen Platz."
    wrong = len(todo.problems)
    if not wrong:
        return placed
    return f"{placed} {'1 Zelle muss' if wrong == 1 else f'{wrong} Zellen müssen'} erst stimmen."


def _move_lines(moves: Sequence[Move], words: Wording) -> Iterator[str]:
    cells = max(len(move.placed.cell) for move in moves)
    texts = max(len(move.placed.text) for move in moves)
    names = [target_text(move.placed.target, words) for move in moves]
    values = [value_text(move.placed.value) for move in moves]
    for move, name, value in zip(moves, names, values, strict=True):
        placed = move.placed
        yield f"  {placed.cell:<{cells}}  {placed.text:>{texts}}  → {name}: {value} ({fate_text(move)})"


def _left_out_lines(left_out: Sequence[LeftOut]) -> Iterator[str]:
    for each in left_out[:_MOST_LEFT_OUT]:
        yield f"  {left_out_line(each)}"
    if len(left_out) > _MOST_LEFT_OUT:
        yield f"  … und {len(left_out) - _MOST_LEFT_OUT} weitere Stellen"


def _first_line(table: Table) -> int:
    return table.layout.line(0)


def _shortened(text: str, most: int = 70) -> str:
    return text if len(text) <= most else f"{text[: most - 1]}…"
