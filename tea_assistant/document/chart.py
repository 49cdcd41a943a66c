"""A chart as data: what it shows, in words as well as in numbers; `chart_svg` draws it."""

from collections.abc import Iterator
from enum import StrEnum
from fractions import Fraction

from msgspec import Struct

PUBLISHED = "*"
"""Stands at a value that is known only as a printed percentage."""
OTHER_BASIS = "†"
"""Stands at a value that was counted another way than the newest: no line leads from the one to the other."""


class ChartKind(StrEnum):
    """How the values are drawn."""

    COLUMNS = "columns"
    """One series over the rounds."""
    LINES = "lines"
    """Several series over the rounds."""
    BARS = "bars"
    """Several series, each with few rounds: one bar a round, series below each other."""


_NAMES = {
    ChartKind.COLUMNS: "Säulendiagramm",
    ChartKind.LINES: "Liniendiagramm",
    ChartKind.BARS: "Balkendiagramm",
}


class Point(Struct, frozen=True):
    """The value of one round."""

    round: str
    number: Fraction | None
    """None where there is nothing to draw; the text says why."""
    text: str
    """The value as it is printed."""
    marks: str = ""
    """Those of the chart's notes that are about it; a marked value is drawn hollow."""

    @property
    def label(self) -> str:
        """The text with its marks."""
        return self.text + self.marks


class Series(Struct, frozen=True):
    """The values of one indicator, oldest round first; all series of a chart have the same rounds."""

    title: str
    points: tuple[Point, ...]


class Chart(Struct, frozen=True):
    """A picture of figures."""

    id: str
    """Id of the part in which it stands; a part has one chart at most."""
    kind: ChartKind
    title: str
    series: tuple[Series, ...]
    notes: tuple[str, ...] = ()
    """What must be known about marked and missing values."""
    shares: bool = True
    """Whether the values are shares in percent; otherwise they count people."""


def description(chart: Chart) -> str:
    """Say in one text all that the chart shows, for those who do not see it."""
    sentences = [f"{_NAMES[chart.kind]}: {'; '.join(_told(chart))}", *chart.notes]
    return " ".join(text if text.endswith(".") else f"{text}." for text in sentences)


def _told(chart: Chart) -> Iterator[str]:
    yield chart.title
    for series in chart.series:
        values = ", ".join(f"{point.round}: {point.label}" for point in series.points)
        yield values if series.title == chart.title else f"{series.title} {values}"
