"""The scale of a chart: always from nought, up to a round number above the greatest value."""

from fractions import Fraction

from msgspec import Struct

from tea_assistant.document.chart import Chart
from tea_assistant.figures.german import NO_BREAK_SPACE, number_text

_STEPS = (1, 2, 5)
_MOST_STEPS = 5


class Scale(Struct, frozen=True):
    """Where the values of a chart stand."""

    top: Fraction
    ticks: tuple[tuple[Fraction, str], ...]


def scale_of(chart: Chart) -> Scale:
    """Return a scale that holds every value of a chart."""
    numbers = [p.number for series in chart.series for p in series.points if p.number is not None]
    highest = max(numbers, default=Fraction(0))
    step = _step(highest)
    top = max(-(-highest // step), 1) * step
    unit = f"{NO_BREAK_SPACE}%" if chart.shares else ""
    ticks = (Fraction(at) for at in range(0, int(top) + 1, step))
    return Scale(Fraction(top), tuple((tick, f"{number_text(tick)}{unit}") for tick in ticks))


def _step(highest: Fraction) -> int:
    """Return the smallest of 1, 2, 5, 10, 20, 50, … that reaches the highest value in few steps."""
    power = 1
    while True:
        for step in _STEPS:
            if step * power * _MOST_STEPS >= highest:
                return step * power
        power *= 10
