"""Values as German texts print them."""

from collections.abc import Mapping
from decimal import Decimal, localcontext
from fractions import Fraction
from functools import lru_cache
from types import MappingProxyType

from tea_assistant.figures.rounding import half_up
from tea_assistant.figures.trend import History
from tea_assistant.figures.values import Value

NO_BREAK_SPACE = "\u00a0"
"""Stands between a number and its percent sign, so that no line ends between them."""
MINUS = "\u2212"
NO_SHARE = "–"
_GERMAN = str.maketrans(",.", ".,")
NO_ASIDES: Mapping[str, str] = MappingProxyType({})


@lru_cache(maxsize=4096)
def number_text(number: Fraction, digits: int = 0) -> str:
    """Write a number with a point for thousands and a decimal comma: 3.345 or 59,5."""
    rounded = half_up(abs(number), digits)
    whole = Decimal(int(rounded * 10**digits))
    # The usual context has 28 digits, and refuses a number with more.
    with localcontext(prec=max(28, len(whole.as_tuple().digits) + digits)):
        text = f"{whole.scaleb(-digits):,f}".translate(_GERMAN)
    return MINUS + text if number < 0 and rounded else text


def plain_number_text(number: Fraction) -> str:
    """Write a number with as many decimal places as it needs, at most four."""
    if number.denominator == 1:
        return number_text(number)
    digits = next((d for d in range(4) if half_up(number, d) == number), 4)
    return number_text(number, digits)


def value_text(value: Value) -> str:
    """Write a value: 3.345, 59 % or, where there is no share, a dash."""
    if value.number is None:
        return NO_SHARE
    text = number_text(value.number, value.digits)
    return f"{text}{NO_BREAK_SPACE}%" if value.is_share else text


def trend_text(history: History, *, prior: int | None = None, asides: Mapping[str, str] = NO_ASIDES) -> str:
    """Write the newest value with those before it: 43 % (2022: 36 %, 2019: 34 %); `prior` limits them.

    `asides` says by round why an earlier value is not quite comparable: 43 % (2022: 36 % bei anderer …).
    """
    if not history:
        return ""
    (_, newest), *before = history
    shown = ", ".join(
        " ".join(filter(None, (f"{cycle}: {value_text(value)}", asides.get(cycle))))
        for cycle, value in before[:prior]
    )
    return f"{value_text(newest)} ({shown})" if shown else value_text(newest)


def rounds_text(history: History, asides: Mapping[str, str] = NO_ASIDES) -> str:
    """Write all values in the order of time: 34 % (2019) → 36 % (2022) → 43 % (2025); a single one alone."""
    if len(history) == 1:
        return value_text(history[0][1])
    return " → ".join(
        f"{value_text(value)} ({', '.join(filter(None, (cycle, asides.get(cycle))))})"
        for cycle, value in reversed(history)
    )


def delta_text(difference: Value) -> str:
    """Write a difference: +7 Prozentpunkte, −1 Prozentpunkt, ±0 or +232."""
    printed = difference.printed
    if printed is None:
        return NO_SHARE
    sign = "±" if printed == 0 else "+" if printed > 0 else ""
    text = sign + number_text(printed, difference.digits)
    if not difference.is_share:
        return text
    return text + NO_BREAK_SPACE + ("Prozentpunkt" if abs(printed) == 1 else "Prozentpunkte")
