"""Finds what a person may have meant by a name that nobody knows."""

from collections.abc import Iterable


def nearest(name: str, known: Iterable[str]) -> str:
    """Return the known name that looks most like `name`; empty where none comes close."""
    from difflib import get_close_matches  # noqa: PLC0415 (names are rarely wrong)

    return next(iter(get_close_matches(name, list(known), n=1)), "")


def suggestion(name: str, known: Iterable[str], otherwise: str) -> str:
    """Return a hint that offers the nearest known name, or else the hint given."""
    meant = nearest(name, known)
    return f"Meinten Sie „{meant}“?" if meant else otherwise
