"""All figures over the rounds, as values for other programs; the shape stays as it is."""

from collections.abc import Mapping
from fractions import Fraction

from tea_assistant.figures.german import delta_text, value_text
from tea_assistant.figures.listing import ListedChange, ListedFigure, ListedValue
from tea_assistant.figures.values import Value
from tea_assistant.model.figures import COUNTS, SPLITS, FigureRow, FigureSet, PublishedPercent
from tea_assistant.services.figures.show import chosen
from tea_assistant.services.progress import as_json_text
from tea_assistant.services.session import Session


def as_json(session: Session, indicator: str = "") -> str:
    """Give every figure, also those without a value, and the rows of each reference date."""
    application = session.application
    values = {
        "format": 1,
        "dossier": application.organisation.name,
        "cycle": session.cycle,
        "dates": [_date(cycle, figures) for cycle, figures in application.figure_history],
        "figures": [_figure(figure) for figure in chosen(application, indicator)],
    }
    return as_json_text(values)


def _figure(figure: ListedFigure) -> Mapping[str, object]:
    indicator = figure.indicator
    return {
        "id": indicator.id,
        "title": indicator.title,
        "definition": " ".join(indicator.definition.split()),
        "fields": list(indicator.fields),
        "required": indicator.required,
        "own": indicator.own,
        "values": [_listed(listed) for listed in figure.values],
        "change": _change(figure.change) if figure.change else None,
    }


def _listed(listed: ListedValue) -> Mapping[str, object]:
    told = listed.value
    return {
        "cycle": listed.cycle,
        "value": _value(told) if told else None,
        "text": value_text(told) if told else "",
        "published": told.published if told else False,
        "derived": listed.derived,
        "remarks": list(listed.remarks),
    }


def _change(change: ListedChange) -> Mapping[str, object]:
    return {
        "since": change.since,
        "value": _value(change.difference),
        "text": delta_text(change.difference),
        "caveats": [{"difference": c.difference.value, "text": c.text} for c in change.caveats],
        "remarks": list(change.remarks),
    }


def _value(value: Value) -> Mapping[str, object]:
    """Give the printed number, and the exact one as a fraction, as in `4050/112`."""
    return {
        "printed": _number(value.printed),
        "exact": None if value.number is None else str(value.number),
        "digits": value.digits,
        "unit": "percent" if value.is_share else "count",
    }


def _number(number: Fraction | None) -> int | float | None:
    if number is None:
        return None
    return int(number) if number.denominator == 1 else float(number)


def _date(cycle: str, figures: FigureSet) -> Mapping[str, object]:
    return {
        "cycle": cycle,
        "as_of": figures.as_of or figures.id,
        "basis": figures.basis,
        "period": dict(figures.period) or None,
        "source": figures.source,
        "url": figures.url,
        "excluded": list(figures.excluded),
        "note": figures.note,
        "rows": [_row(row) for row in figures.rows],
    }


def _row(row: FigureRow) -> Mapping[str, object]:
    splits = {split: value for split in SPLITS if (value := getattr(row, split))}
    counts = {count: _cell(getattr(row, count)) for count in COUNTS}
    return {
        "group": row.group,
        "splits": splits,
        **counts,
        "period": dict(row.period) or None,
        "note": row.note,
    }


def _cell(cell: int | PublishedPercent | None) -> object:
    if isinstance(cell, PublishedPercent):
        return {"percent": _number(cell.percent), "digits": cell.digits, "published": True}
    return cell
