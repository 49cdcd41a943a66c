"""What the references in a prose stand for."""

from collections.abc import Callable

from msgspec import Struct


class Target(Struct, frozen=True):
    """What a reference to a measure leads to."""

    title: str
    href: str = ""
    """Where its entry stands; empty where there is nothing to link to."""


class Resolver(Struct, frozen=True):
    """Looks up references; one that is unknown stays in the text as it is written."""

    figure: Callable[[str, str], str | None]
    """Indicator and form to German text."""
    evidence: Callable[[str], Target | None]
    """Id of a measure to its title and place."""
