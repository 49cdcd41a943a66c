"""Draws charts as SVG: the same bytes for the same chart, on every machine."""

import json
from collections.abc import Iterator
from fractions import Fraction
from functools import cache
from html import escape
from typing import TYPE_CHECKING

from tea_assistant.document.chart import OTHER_BASIS, Chart, ChartKind, Point, description
from tea_assistant.document.chart_scale import Scale, scale_of
from tea_assistant.document.chart_template import TEMPLATE
from tea_assistant.model.ids import slug
from tea_assistant.patterns import regex
from tea_assistant.prose.printable import printable

if TYPE_CHECKING:
    from typst import Compiler

OPENING = b"<!-- tea_assistant -->\n<svg "
"""So begins every picture that this program has drawn."""
_ID = regex(r"(?<=[\"#])[a-z][0-9A-F]{24,32}(?=[\")])")
"""How Typst names what it defines and uses again: a letter and a hash."""
_NOT_IN_XML = dict.fromkeys((0xFFFE, 0xFFFF), "\N{REPLACEMENT CHARACTER}")


def chart_svg(chart: Chart, *, titled: bool = True) -> bytes:
    """Draw a chart, with its title and its description for those who do not see it.

    Where a caption tells the title, it need not stand in the picture too.
    Its letters are shapes: it needs no fonts, and what it says stands in the description for searching too.
    """
    values = json.dumps(_values(chart, scale_of(chart), titled=titled))
    drawn = _compiler().compile(TEMPLATE.encode("utf-8"), format="svg", sys_inputs={"chart": values})
    assert isinstance(drawn, bytes)
    return _described(drawn.decode("utf-8"), chart).encode("utf-8")


@cache
def _compiler() -> "Compiler":
    import typst  # noqa: PLC0415 (only those who draw should load 60 MB)

    return typst.Compiler(ignore_system_fonts=True)


def _described(svg: str, chart: Chart) -> str:
    name = slug(chart.id, taken=())
    head, body = svg.split(">", maxsplit=1)
    # Several pictures may come to stand in one page, so their ids must differ.
    ids = {found: f"{name}-{at}" for at, found in enumerate(dict.fromkeys(_ID.findall(body)))}
    body = _ID.sub(lambda found: ids[found[0]], body)
    title, desc = f"{name}-titel", f"{name}-text"
    attributes = f' role="img" aria-labelledby="{title} {desc}" lang="de" xml:lang="de"'
    told = (
        f'<title id="{title}">{escape(_clean(chart.title), quote=False)}</title>'
        f'<desc id="{desc}">{escape(_clean(description(chart)), quote=False)}</desc>'
    )
    opening = OPENING.decode("ascii") + head.removeprefix("<svg ")
    return f"{opening}{attributes}>{told}{body}\n"


def _values(chart: Chart, scale: Scale, *, titled: bool) -> dict[str, object]:
    return {
        "kind": ChartKind(chart.kind).value,
        "title": _clean(chart.title) if titled else "",
        "notes": [_clean(note) for note in chart.notes],
        "ticks": [{"height": _share(at, scale), "text": text} for at, text in scale.ticks],
        "series": [
            {"title": _clean(series.title), "points": list(_points(series.points, scale))}
            for series in chart.series
        ],
    }


def _points(points: tuple[Point, ...], scale: Scale) -> Iterator[dict[str, object]]:
    for point in points:
        yield {
            "round": _clean(point.round),
            "height": None if point.number is None else _share(point.number, scale),
            "label": _clean(point.label),
            "marked": bool(point.marks),
            "apart": OTHER_BASIS in point.marks,
        }


def _share(number: Fraction, scale: Scale) -> float:
    return round(float(number / scale.top), 4)


def _clean(text: str) -> str:
    """Replace what neither XML nor a line of text can hold."""
    return printable(text).translate(_NOT_IN_XML)
