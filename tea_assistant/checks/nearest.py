"""Finds what a person may have meant by a name that nobody knows."""

from collections.abc import Iterable
from difflib import get_close_matches


def nearest(name: str, known: Iterable[str]) -> str:
    """Return the known name that looks most like `name`; empty where none comes close."""
    return next(iter(get_close_matches(name, list(known), n=1)), "")


def suggestion(name: str, known: Iterable[str], otherwise: str) -> str:
    """Return a hint that offers the nearest known name, or else the hint given."""
    meant = nearest(name, known)
    return f"Meinten Sie „{meant}“?" if meant else otherwise
