"""What stood in a cell of the figures at the last date before, so that a slip of the keys is seen."""

from collections.abc import Iterator

from tea_assistant.figures.german import delta_text, value_text
from tea_assistant.figures.trend import delta
from tea_assistant.figures.values import Value
from tea_assistant.model.application import Application
from tea_assistant.model.figures import FigureSet
from tea_assistant.model.spelling import same_split
from tea_assistant.services.figures.dates import narrowing
from tea_assistant.services.forms.plan import FieldPlan
from tea_assistant.services.forms.values import date_text
from tea_assistant.tui.widgets.figure_cells import share_in, value_in
from tea_assistant.tui.widgets.figure_sheet import FigureSheet, Kind


def prior_text(application: Application, figures: FigureSet, sheet: FigureSheet, at: int, column: int) -> str:
    """Write the newest earlier value of a cell and the change since: 2022: 1.876 · +114."""
    if sheet.columns[column].kind is Kind.LABEL or at >= len(sheet.rows):
        return ""
    value = sheet.value(at, column)
    for name, earlier in earlier_figures(application, figures):
        before = _value_then(earlier, sheet, at, column)
        if before is None:
            continue
        change = delta(value, before) if value is not None else None
        words = [f"{name}: {value_text(before)}"]
        words += [delta_text(change)] if change is not None else []
        words += ["nur so veröffentlicht"] if before.published else []
        words += ["andere Zählweise"] if earlier.basis != figures.basis else []
        return " · ".join(words)
    return ""


def earlier_figures(application: Application, figures: FigureSet) -> Iterator[tuple[str, FigureSet]]:
    """Yield the figures before others with their names, newest first: by rounds, else by dates."""
    history = application.figure_history
    at = next((n for n, (_, known) in enumerate(history) if known.id == figures.id), None)
    if at is not None:
        yield from history[at + 1 :]
        return
    for known_id in sorted(application.dossier.figures, reverse=True):
        if known_id < figures.id:
            yield date_text(known_id), application.dossier.figures[known_id]


def _value_then(earlier: FigureSet, sheet: FigureSheet, at: int, column: int) -> Value | None:
    row, spec = sheet.rows[at], sheet.columns[column]
    splits = [name for plan in narrowing(sheet.item) if hasattr(row, name := _name(plan))]
    for other in earlier.rows:
        same = other.group == row.group and all(
            same_split(getattr(other, name), getattr(row, name)) for name in splits
        )
        if same:
            return share_in(other) if spec.kind is Kind.SHARE else value_in(other, spec.key)
    return None


def _name(plan: FieldPlan) -> str:
    return str(plan.path[0])
