"""When two spellings of a split mean the same rows."""

import re
from functools import lru_cache

_DASH = re.compile(r"\s*[-\u2010-\u2015\u2212]\s*")


def same_split(one: str, other: str) -> bool:
    """Tell whether two names of an age group, a level or the like differ only in dashes, blanks or case."""
    return one == other or bool(one and other and _plain(one) == _plain(other))


@lru_cache(maxsize=4096)
def _plain(name: str) -> str:
    return " ".join(_DASH.sub("–", name.casefold()).split())
