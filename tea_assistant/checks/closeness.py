"""Tells whether a typed number fits a figure, as exactly as the words before it claim."""

from enum import StrEnum
from fractions import Fraction

from tea_assistant.figures.rounding import half_up
from tea_assistant.figures.values import Value


class About(StrEnum):
    """How a text says that a number is not exact."""

    EXACT = ""
    ROUND = "rund"
    ALMOST = "fast"
    MORE = "über"
    LESS = "unter"
    BOUND = "mindestens"


_WORDS = {
    About.ROUND: ("rund", "etwa", "ca", "rd", "circa", "zirka", "ungefähr", "annähernd"),
    About.ALMOST: ("knapp", "fast", "beinahe", "nahezu"),
    About.MORE: ("über", "mehr als", "gut"),
    About.LESS: ("unter", "weniger als"),
    About.BOUND: ("mindestens", "wenigstens", "höchstens", "maximal", "bis zu"),
}
_SAID = {word: about for about, words in _WORDS.items() for word in words}
_POINTS = 1
_ROUND_POINTS = 2
"""Tens and fives are meant more roughly: „rund 40 %“."""
_ALMOST_POINTS = 3


def about(before: list[str]) -> About:
    """Return what the one or two words before a number say of its exactness."""
    lower = [word.casefold() for word in before[-2:]]
    return _SAID.get(" ".join(lower)) or _SAID.get(lower[-1] if lower else "", About.EXACT)


def fits(typed: Fraction, digits: int, value: Value, how: About) -> bool:
    """Tell whether a number that was typed may stand for a value."""
    if value.number is None:
        return False
    # A value that was published in whole percent may be up to half a percent off.
    slack = Fraction(1, 2 * 10**value.digits) if value.published else Fraction(0)
    low, high = value.number - slack, value.number + slack
    match how:
        case About.EXACT:
            return half_up(value.number, digits) == typed or _is_finer(typed, digits, value)
        case About.MORE:
            return high > typed
        case About.LESS:
            return low < typed
        case About.ALMOST:
            reach = _ALMOST_POINTS if value.is_share else typed / 20
            return low < typed <= high + reach
        case About.ROUND:
            reach = _reach(typed, is_share=value.is_share)
            return low - reach <= typed <= high + reach
        case About.BOUND:
            # A bound is usually one that somebody sets, and no figure.
            return True


def _is_finer(typed: Fraction, digits: int, value: Value) -> bool:
    """Tell whether a number only says more exactly what was published in fewer digits."""
    return value.published and digits > value.digits and half_up(typed, value.digits) == value.printed


def _reach(typed: Fraction, *, is_share: bool) -> Fraction:
    if is_share:
        return Fraction(_ROUND_POINTS if typed % 5 == 0 else _POINTS)
    unit = 1
    while typed and typed % (unit * 10) == 0:
        unit *= 10
    return max(Fraction(unit, 2), typed / 50)
