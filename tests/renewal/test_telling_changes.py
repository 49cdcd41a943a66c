"""Which changes are told where all figures stand elsewhere."""

from fractions import Fraction

from tea_assistant.figures.trend import delta
from tea_assistant.figures.values import Value
from tea_assistant.renewal.figure_changes import FigureChange
from tea_assistant.renewal.telling_changes import MOST_TELLING, telling_changes


def change(name: str, then: int, now: int, *, share: bool = True, hidden: bool = False) -> FigureChange:
    before, after = (Value(Fraction(number), is_share=share) for number in (then, now))
    return FigureChange(name, name, before, after, delta(after, before), hides_now=hidden)


def told(*figures: FigureChange) -> list[str]:
    return [figure.indicator for figure in telling_changes(figures)]


def test_the_largest_changes_of_shares_come_first_and_counts_are_left_to_the_table() -> None:
    assert told(
        change("wenig", 50, 51),
        change("viel", 30, 20),
        change("gleich", 40, 40),
        change("köpfe", 100, 900, share=False),
        change("klein", 10, 90, hidden=True),
    ) == ["viel", "wenig"]
    assert len(told(*(change(f"k{n}", 10 + n, 40 + n) for n in range(30)))) == MOST_TELLING


def test_the_rest_of_a_share_is_told_once() -> None:
    assert told(change("frauen", 30, 36), change("männer", 70, 64)) == ["frauen"]


def test_without_shares_the_counts_that_grew_most_are_told() -> None:
    assert told(change("a", 1000, 1100, share=False), change("b", 7, 13, share=False)) == ["b", "a"]
