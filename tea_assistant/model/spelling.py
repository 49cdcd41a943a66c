"""When two spellings of a split mean the same rows."""

from functools import lru_cache

from tea_assistant.patterns import regex

_DASH = regex(r"\s*[-\u2010-\u2015\u2212]\s*")


def same_split(one: str, other: str) -> bool:
    """Tell whether two names of an age group, a level or the like differ only in dashes, blanks or case."""
    return one == other or bool(one and other and plain(one) == plain(other))


@lru_cache(maxsize=4096)
def plain(name: str) -> str:
    """Return the spelling that all those share which mean the same."""
    return " ".join(_DASH.sub("–", name.casefold()).split())
