"""What an unquoted text means: the scalars of YAML 1.2, and nothing that YAML 1.1 guessed beyond them."""

import math
import re
from datetime import date
from typing import Any, Final

from tea_assistant.patterns import regex

_WORDS: Final[dict[str, bool | None]] = {
    "": None,
    "~": None,
    **dict.fromkeys(("null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
# A leading zero or plus carries meaning (postal codes, telephone numbers): such texts stay texts.
# int() takes time that grows with the square of the digits, hence the bound.
_INTEGER: Final = regex(r"0|-?[1-9][0-9]{0,299}")
_FLOAT: Final = regex(r"-?(?:0|[1-9][0-9]{0,299})?(?:\.[0-9]{1,300})?(?:[eE][-+]?[0-9]{1,4})?")
_MAY_MEAN_MORE: Final = frozenset("0123456789-.tTfFnN~")


def resolve(text: str) -> Any:
    """Return the plain value that an unquoted text stands for."""
    if text and text[0] not in _MAY_MEAN_MORE:
        return text
    if text in _WORDS:
        return _WORDS[text]
    if _INTEGER.fullmatch(text):
        return int(text)
    # The pattern also fits integers and bare signs, which are not meant.
    if any(mark in text for mark in ".eE") and text[-1].isdigit() and _FLOAT.fullmatch(text):
        return _float(text)
    return text


def _float(text: str) -> float | str:
    try:
        number = float(text)
    except ValueError:  # "-e5"
        return text
    # Infinity would lose the digits that stand in the file.
    return number if math.isfinite(number) else text


_NUMBER_SOMEWHERE: Final = regex(
    r"[-+]?[0-9_:]*+\.?[0-9_]*+(?:[eE][-+]?[0-9]*)?|[-+]?0[xob][0-9a-f_]*|[-+]?\.(?:inf|nan)",
    re.IGNORECASE,
)
_WORD_SOMEWHERE: Final = frozenset(
    ("y", "n", "yes", "no", "on", "off", "true", "false", "null", "~", "=", "<<")
)
_TIME_SOMEWHERE: Final = regex(r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt ]+[0-9]{1,2}:.*)?")
_YEAR_AND_MONTH: Final = regex(r"[0-9]{4}-[0-9]{2}")
_UNSAFE_START: Final = frozenset("-?:,[]{}#&*!|>'\"%@`=<.")
_UNSAFE_INSIDE: Final = regex(
    r": | #|:$|[^\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
# Most readers take `?` and `#` inside brackets for themselves; older ones stumble.
_UNSAFE_IN_FLOW: Final = regex(r"[,\[\]{}?#]")


def is_safe_unquoted(text: str, *, flow: bool = False) -> bool:
    """Tell whether YAML 1.1 and 1.2 readers alike take this text, written without quotes, for itself."""
    if not text or text != text.strip() or text[0] in _UNSAFE_START or _UNSAFE_INSIDE.search(text):
        return False
    if flow and _UNSAFE_IN_FLOW.search(text):
        return False
    if _YEAR_AND_MONTH.fullmatch(text):
        return True
    if _TIME_SOMEWHERE.fullmatch(text):
        return _is_date(text)
    return not (text.lower() in _WORD_SOMEWHERE or _NUMBER_SOMEWHERE.fullmatch(text))


def _is_date(text: str) -> bool:
    # YAML 1.1 readers fail on days that no calendar has.
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
